"""Ersättare: whom somebody lets stand in for her, and whom she stands in for. At the desk, and in the managers' app."""

import uuid

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from people import access, history
from people.forms.delegation import DelegationForm
from people.forms.telling import tell
from people.models import RoleAssignment, User
from people.operations import delegations
from people.operations.refusals import Refused
from people.start import layout
from people.views import kept
from people.views.desk.page import frame
from people.views.own import for_users

DESK, APP = "delegation:index", "home:delegations"


@for_users
@kept.keeps_typed
@require_http_methods(["GET", "HEAD", "POST"])
def at_the_desk(request: HttpRequest, me: User) -> HttpResponse:
    """The page in the admin."""
    _demand_the_page(me)
    return _page(request, me, DESK, frame(_("Ersättare"), [], "group"), "people/desk/delegations.html")


@for_users
@kept.keeps_typed
@require_http_methods(["GET", "HEAD", "POST"])
def in_the_app(request: HttpRequest, me: User) -> HttpResponse:
    """The page of those who order."""
    _demand_the_page(me)
    return _page(request, me, APP, {"layout": layout(me)}, "people/delegations.html")


@for_users
@require_POST
def end(request: HttpRequest, me: User, pk: uuid.UUID, back: str) -> HttpResponse:
    """Over at once, by either of them. Twice is once."""
    if not history.has_done(me, delegations.ENDED, pk):
        given = access.get(me, RoleAssignment.objects.all(), pk, "end")
        delegations.end(given, by=me, at=timezone.now())
        messages.success(request, _("Ersättningen är avslutad. Båda får veta det."))
    as_she_is_now = User.objects.get(pk=me.pk)
    return redirect(back if _has_the_page(as_she_is_now) else "home:my_page")


def _has_the_page(me: User) -> bool:
    return access.may(me, "roleassignment.delegate") or _of(me).exists()


def _demand_the_page(me: User) -> None:
    if not _has_the_page(me):
        message = "nothing to hand over, and nothing that is handed over to her"
        raise Http404(message)


def _page(request: HttpRequest, me: User, here: str, around: dict[str, object], template: str) -> HttpResponse:
    form = DelegationForm(kept.typed(request), user=me)
    if request.method == "POST" and form.is_valid() and _handed_over(form, me):
        messages.success(request, _("Ersättaren är utsedd. Ni får båda ett meddelande."))
        return redirect(here)
    rows = list(_of(me))
    context = {
        "form": form,
        "may_hand_over": access.scope(me, RoleAssignment.objects.all(), "delegate").exists(),
        "given": [row for row in rows if row.user_id != me.pk],
        "had": [row for row in rows if row.user_id == me.pk],
        "now": timezone.now(),
        "end": f"{here.partition(':')[0]}:end_delegation",
    }
    return render(request, template, context | around, status=422 if request.method == "POST" else 200)


def _handed_over(form: DelegationForm, me: User) -> bool:
    said = form.cleaned_data
    try:
        delegations.delegate(
            said["role"], said["who"], first=said["first"], last=said["last"], by=me, at=timezone.now()
        )
    except Refused as refused:
        tell(form, refused)
        return False
    return True


def _of(me: User) -> "QuerySet[RoleAssignment]":
    """What she has handed over and what she has in others' places, as long as it is not over."""
    rows = access.scope(me, RoleAssignment.objects.filter(ends__gt=timezone.now()), "end")
    return rows.select_related("user", "area", "workplace", "delegated_from__user").order_by("starts", "pk")
