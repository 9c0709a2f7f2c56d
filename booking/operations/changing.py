"""An order that turns out otherwise: another time, another place, other demands."""

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from booking import eligibility, notifications
from booking.models import Booking, EndReason, Order
from booking.models.order import LONGEST
from booking.operations import bookings, contracts, introducing, offers
from booking.operations.deciding import decision, locked_order, locked_with_holder
from booking.operations.refusals import CannotBook, Refused
from booking.period import Period
from booking.rules import Channel
from people.history import record
from people.models import Competence, User

TERMS = frozenset({"workplace", "occupation", "starts", "ends", "break_minutes", "competences"})
"""What somebody said yes to: if one of these is another, no earlier answer counts."""

WORDS = frozenset({"reason", "reference", "text", "note", "contact", "allow_direct", "enquiry_mode"})
MOVED = ("starts", "ends", "break_minutes", "expected_at")
CHANGEABLE = {Order.Status.DRAFT, Order.Status.OPEN, Order.Status.BOOKED}


@decision
def change(
    order: Order,
    said: Mapping[str, object],
    *,
    competences: Collection[Competence] | None = None,
    by: User,
    at: datetime,
    reason: str = "",
    let_go: bool = False,
) -> Order:
    """Change the fields that `said` names; of competences, `None` leaves them.

    With other terms every earlier answer is void, and whoever is booked must still be able to take it: the shift stays
    hers if she can (a named role may give a `reason`), she is let go if `let_go`, else `CannotBook` says why.
    """
    order, holder = locked_with_holder(order)
    if order.status not in CHANGEABLE or order.ends <= at:
        raise Refused(_("Passet är redan genomfört och kan inte ändras."))
    was, introduced = order.period, order.reason.introduces
    before = _told(order)
    changed = _rewrite(order, said, competences)
    if not changed:
        return order
    introducing.stays_so(order, changed, introduced=introduced)
    if changed & TERMS:
        _in_time(order, at=at)
        order.terms_version += 1
    order.save()
    if competences is not None:
        order.competences.set(competences)
    after = _told(locked_order(order))
    was_told, now_told = ({name: told[name] for name in sorted(changed & told.keys())} for told in (before, after))
    facts = {"fields": sorted(changed), "was": was_told, "now": now_told}
    record(order, "order.change", by=by, at=at, area_id=order.workplace.area_id, **facts)
    if changed & TERMS and holder is None:
        _search_anew(order, at=at)
    elif changed & TERMS and holder:
        _ask_the_holder(holder, locked_order(order), was, by=by, at=at, reason=reason, let_go=let_go)
    return order


def _rewrite(order: Order, said: Mapping[str, object], competences: Collection[Competence] | None) -> set[str]:
    """Write what is said on the order, not yet saved, and answer with the names of what is another than before."""
    changed = {name for name, value in said.items() if name in TERMS | WORDS and getattr(order, name) != value}
    for name in changed:
        setattr(order, name, said[name])
    needed = {competence.pk for competence in order.competences.all()}
    if competences is not None and needed != {competence.pk for competence in competences}:
        changed.add("competences")
    return changed


def _told(order: Order) -> dict[str, object]:
    """How it stands, as plain values that a history may keep: no words that somebody wrote, which may name people."""
    return {
        "starts": order.starts.isoformat(),
        "ends": order.ends.isoformat(),
        "break_minutes": order.break_minutes,
        "workplace": str(order.workplace),
        "occupation": str(order.occupation),
        "competences": sorted(str(competence) for competence in order.competences.all()),
        "reason": str(order.reason),
        "allow_direct": order.allow_direct,
        "enquiry_mode": order.enquiry_mode,
    }


def _in_time(order: Order, *, at: datetime) -> None:
    if order.starts >= order.ends:
        raise Refused(_("Passet måste sluta efter att det börjar."))
    if order.ends > order.starts + LONGEST:
        raise Refused(_("Ett pass är högst ett dygn."))
    if order.ends <= at:
        raise Refused(_("Passet måste sluta senare än nu."))


def _search_anew(order: Order, *, at: datetime) -> None:
    offers.withdrawn(order, at=at)
    order.round += 1
    order.save(update_fields=["round"])


def _ask_the_holder(
    booking: Booking, order: Order, was: Period, *, by: User, at: datetime, reason: str, let_go: bool
) -> None:
    """The rules are asked again: hers if she still can, else gone if it may go."""
    booking.order = order
    verdict = eligibility.of_one(order, booking.substitute, channel=Channel.PLANNER, seen_by=by)
    try:
        bookings.demand(verdict, by=by, reason=reason)
    except CannotBook:
        if not let_go:
            raise
        bookings.ended_now(order, by=by, at=at, reason=EndReason.TERMS_CHANGED)
        bookings.opened_again(order)
        notifications.booking_ended(booking, at=at)
        return
    _move(booking, by=by, reason=reason)
    contracts.owe_rest(booking, verdict)
    notifications.changed(booking, was=was, at=at)


def _move(booking: Booking, *, by: User, reason: str) -> None:
    """Hers still, as it now stands."""
    order = booking.order
    agreement, competences = eligibility.evidence(order, booking.substitute)
    if booking.starts != order.starts:
        booking.expected_at = None  # late for another time than this
    booking.starts, booking.ends, booking.break_minutes = order.starts, order.ends, order.break_minutes
    booking.agreement, booking.terms = agreement, contracts.agreed(order, agreement, competences)
    booking.override_reason = reason or booking.override_reason
    try:
        with transaction.atomic():
            booking.save(update_fields=[*MOVED, "agreement", "terms", "override_reason"])
    except IntegrityError as error:
        raise contracts.in_words(error, order, booking.substitute, by=by) from error
