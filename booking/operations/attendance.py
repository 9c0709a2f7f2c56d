"""Whether she came, and that what she worked is approved."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from booking.models import Booking, PlannerTask, WorkedTime
from booking.operations import follow_ups, pay_periods, shortening
from booking.operations.deciding import decision
from booking.operations.refusals import Refused
from booking.operations.worked_time import approve, as_it_was_said, is_over, locked
from people.history import record
from people.models import User
from portal.templatetags.times import clock

TAKEN_BACK_WITHIN = timedelta(days=1)
"""How long a slip of the finger can be mended by whoever made it; later on it may have been paid for."""


@decision
def did_not_come(booking: Booking, *, missed: bool, by: User, at: datetime, seen_version: int | None = None) -> Booking:
    """Mark that she did not come, or that the mark was a mistake; both stay in the history."""
    booking = locked(booking)
    if booking.starts > at:
        raise Refused(_("Passet har inte börjat."))
    if booking.attested_at:
        raise Refused(_("Passet är redan attesterat."))
    if booking.no_show == missed:
        return booking
    pay_periods.still_open(booking)
    _as_it_was_seen(booking, seen_version)
    booking.no_show = missed
    booking.save(update_fields=["no_show"])
    action = "booking.no_show" if missed else "booking.came"
    record(booking, action, by=by, at=at, area_id=booking.order.workplace.area_id)
    return booking


@decision
def attest(
    booking: Booking, *, by: User, at: datetime, seen_version: int | None = None, seen_said: int | None = None
) -> Booking:
    """Approve it as worked: as was said last, else as booked; twice is once.

    `seen_version` is the order's `terms_version` on the page that was answered, `seen_said` the number of what was said
    last, 0 if nothing was: another time is not approved unseen.
    """
    booking = locked(booking)
    is_over(booking, at=at)
    if booking.no_show:
        raise Refused(_("Passet är markerat som uteblivet."))
    if booking.attested_at:
        return booking
    pay_periods.still_open(booking)
    _as_it_was_seen(booking, seen_version)
    said = WorkedTime.objects.latest_of(booking)
    as_it_was_said(said, seen_said)
    approve(booking, said, by=by, at=at)
    return booking


def attest_all(
    seen: Sequence[tuple[Booking, int]], *, by: User, at: datetime
) -> tuple[list[Booking], Mapping[uuid.UUID, Refused]]:
    """Approve each, with the version of it that was seen; answers with those that were, and why the others were not."""
    approved: list[Booking] = []
    refused: dict[uuid.UUID, Refused] = {}
    for booking, version in seen:
        try:
            approved.append(attest(booking, by=by, at=at, seen_version=version))
        except Refused as refusal:
            refused[booking.pk] = refusal
    return approved, refused


@decision
def take_back(booking: Booking, *, by: User, at: datetime) -> Booking:
    """It was approved by mistake, within the last day and night; both stay in the history."""
    booking = locked(booking)
    if booking.attested_at is None:
        return booking
    if at - booking.attested_at > TAKEN_BACK_WITHIN:
        raise Refused(_("Tiden bekräftades för mer än ett dygn sedan. Den kan inte tas tillbaka."))
    pay_periods.still_open(booking)
    WorkedTime.objects.filter(booking=booking).update(attested_at=None, attested_by=None)
    booking.attested_at = booking.attested_by = None
    booking.save(update_fields=["attested_at", "attested_by"])
    record(booking, "booking.take_back", by=by, at=at, area_id=booking.order.workplace.area_id)
    return booking


@decision
def worked_until(booking: Booking, until: datetime, *, break_taken: bool, by: User, at: datetime) -> Booking:
    """She went home before it was over: that is what was worked, and it is approved. The same again is the same."""
    booking = locked(booking)
    is_over(booking, at=at)
    if booking.shortened_from and booking.ends == until:
        return attest(booking, by=by, at=at)
    if booking.attested_at:
        raise Refused(_("Passet är redan attesterat."))
    if booking.no_show:
        raise Refused(_("Passet är markerat som uteblivet."))
    shortening.shorten(booking, until, by=by, at=at, break_taken=break_taken)
    return attest(booking, by=by, at=at)


@decision
def worked_otherwise(booking: Booking, *, note: str, by: User, at: datetime) -> None:
    """The workplace says that the time was another, in words that a planner reads; it is not approved by that.

    What was written is in the task alone: the history outlives it.
    """
    booking = locked(booking)
    is_over(booking, at=at)
    if booking.attested_at:
        raise Refused(_("Passet är redan attesterat."))
    follow_ups.found_anew(PlannerTask.Kind.WORKED_OTHERWISE, booking, at=at, note=note)
    record(booking, "booking.worked_otherwise", by=by, at=at, area_id=booking.order.workplace.area_id)


def _as_it_was_seen(booking: Booking, version: int | None) -> None:
    if version not in {None, booking.order.terms_version}:
        span = f"{clock(booking.starts)}–{clock(booking.ends)}"
        raise Refused(_("Passet har ändrats och är nu %(span)s. Kontrollera och svara igen.") % {"span": span})
