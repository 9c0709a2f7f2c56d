"""The pages that somebody may edit, and what stands on many of them."""

from django.db.models import QuerySet
from django.http import Http404
from wagtail.models import Page, PageQuerySet
from wagtail.permission_policies.pages import PagePermissionPolicy

from people.models import User
from portal.pages.models import Contact, SystemShortcut

START_PAGE = 2
"""Its depth in the tree: above it there is nothing to edit."""


def may_edit_some(user: User) -> bool:
    """Whether there is any page that she may change."""
    return bool(PagePermissionPolicy().user_has_permission(user, "change"))


def pages(user: User) -> PageQuerySet:
    """Those that she may change."""
    found: PageQuerySet = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    return found.filter(depth__gte=START_PAGE)


def shortcuts(user: User) -> QuerySet[SystemShortcut]:
    """The ways to other systems, if she may change them."""
    listed = SystemShortcut.objects.listed()
    return listed if user.has_perm("pages.change_systemshortcut") else listed.none()


def contacts(user: User) -> QuerySet[Contact]:
    """The contacts, if she may change them."""
    listed = Contact.objects.listed()
    return listed if user.has_perm("pages.change_contact") else listed.none()


def page(user: User, pk: int) -> Page:
    """The page, if she may change it; otherwise it does not exist (404)."""
    found = pages(user).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
