"""A substitute's account: how she gets in, her last day, and what was done with it."""

import uuid
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from booking.closed import after_the_last_day
from booking.models import Booking
from booking.views.desk.story import Deed
from booking.views.desk.substitute import Shift, framed, the_substitute
from people import access
from people.models import HistoryEntry, Substitute, User
from people.requests import SignedIn
from people.views.desk import account_state
from people.views.desk.account_state import EndForm
from people.views.desk.deeds import OF_PEOPLE

REFUSED, FAULTY = 409, 422
TOLD = 20
DEEDS = tuple(
    f"substitute.{verb}"
    for verb in (
        "invite", "start_reset", "withdraw_link", "choose_password", "end", "close", "reopen", "sign_out",
        "step_added", "step_removed", "step_codes_renewed", "step_code_used", "step_taken_away",
    )
)  # fmt: skip


class Act(Protocol):
    """Does something to her account; why not, if so."""

    def __call__(self, request: SignedIn, user: User, *, now: datetime) -> str: ...


@require_safe
def show(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """The page."""
    return page(request, the_substitute(request, pk, "invite"))


def page(
    request: SignedIn, substitute: Substitute, *, form: EndForm | None = None, refused: str = "", status: int = 200
) -> HttpResponse:
    """The page, with what was refused beside what was asked."""
    now = timezone.now()
    context = framed(request, substitute, "account", now=now)
    context["left"] = _left(substitute, request.user, now=now)
    context["story"] = _story(substitute, request.user)
    context |= account_state.shown(request, substitute.user, now=now, form=form, refused=refused)
    return render(request, "booking/desk/substitute_account.html", context, status=status)


def _left(substitute: Substitute, user: User, *, now: datetime) -> list[Shift]:
    """The shifts that she has when she is let in no more, each with whether the reader may see where."""
    left = after_the_last_day(substitute, at=now)
    hers = Booking.objects.filter(pk__in=[booking.pk for booking in left])
    seen = set(access.scope(user, hers).values_list("pk", flat=True)) if left else set()
    return [Shift(booking, booking.pk in seen) for booking in left]


def _story(substitute: Substitute, user: User) -> list[Deed]:
    """What was done with the account, the latest first: it is one for all her areas, but who did it is of theirs."""
    entries = HistoryEntry.objects.filter(object_id=str(substitute.pk), action__in=DEEDS).select_related("user")
    named = set(access.scope(user, entries).values_list("pk", flat=True))
    told = []
    for entry in entries.order_by("-timestamp", "-pk")[:TOLD]:
        is_named = entry.pk in named or entry.user_id in {user.pk, substitute.user_id}
        by = entry.user_display_name if is_named else ""
        told.append(Deed(str(OF_PEOPLE[entry.action]), "", by, entry.timestamp))
    return told


def button(act: Act) -> Callable[[SignedIn, uuid.UUID], HttpResponse]:
    """The view of a button that does it."""

    @require_POST
    def pressed(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
        substitute = the_substitute(request, pk, "invite")
        if refused := act(request, substitute.user, now=timezone.now()):
            return page(request, the_substitute(request, pk, "invite"), refused=refused, status=REFUSED)
        return redirect("substitute:account", pk)

    return pressed


send_link = button(account_state.send_link)
withdraw_link = button(account_state.withdraw_link)
close = button(account_state.close)
reopen = button(account_state.reopen)


@require_POST
def end(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Her last day."""
    substitute, form = the_substitute(request, pk, "invite"), EndForm(request.POST)
    if not account_state.ended(request, substitute.user, form, now=timezone.now()):
        return page(request, substitute, form=form, status=FAULTY)
    return redirect("substitute:account", pk)
