"""The ways in to what readers say: for those who edit the page that it is about."""

from django.db.models import Q
from wagtail.permissions import page_permission_policy

from people import access
from people.models import User
from people.policy import guard
from portal.pages.models import Feedback, PageAnswer

EDIT = "page.edit"


def of_the_pages_editors(user: User, asked: frozenset[str]) -> Q:
    """The way in for an editor, to what is said of the pages that she may change."""
    if not access.may(user, EDIT):
        return Q()
    pages = page_permission_policy.instances_user_has_any_permission_for(user, {"change", "publish"})
    return Q(page__in=pages.order_by().values("pk"))


guard(PageAnswer, of_the_pages_editors)
guard(Feedback, of_the_pages_editors)
