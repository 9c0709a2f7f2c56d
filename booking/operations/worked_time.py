"""When a shift began and ended: what its substitute says, what her workplace answers, and how a planner corrects it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from booking.models import Booking, PlannerTask, WorkedTime
from booking.operations import follow_ups, pay_periods
from booking.operations.deciding import decision, lock
from booking.operations.refusals import Refused
from booking.period import Period
from people.history import record
from people.models import User
from portal.templatetags.times import clock

LONGEST = timedelta(days=1)
AROUND = timedelta(hours=8)
"""How long before the booked shift somebody can have begun, and how long after it she can have stayed."""

Side = WorkedTime.Side


@dataclass(frozen=True, slots=True)
class Told:
    """The time that somebody says was worked; `break_minutes` is its unpaid break."""

    period: Period
    break_minutes: int = 0
    note: str = ""


def as_it_stands(booking: Booking) -> Told:
    """The time to confirm: what was said last, else the booked time; one query."""
    said = WorkedTime.objects.latest_of(booking)
    time = said or booking
    return Told(time.period, time.break_minutes)


@decision
def say(booking: Booking, told: Told, *, by: User, at: datetime) -> WorkedTime:
    """She herself says what she worked, as booked or otherwise; the same again is the same. The workplace approves."""
    booking = locked(booking)
    is_over(booking, at=at)
    pay_periods.still_open(booking)
    _not_decided(booking)
    _could_be(booking, told, at=at)
    latest = WorkedTime.objects.latest_of(booking)
    if latest and latest.side == Side.SUBSTITUTE and _same(latest, told):
        return latest
    return _write(booking, told, Side.SUBSTITUTE, by=by, at=at)


@decision
def answer(booking: Booking, told: Told, *, by: User, at: datetime, seen: int | None = None) -> WorkedTime:
    """The workplace writes the time that it was, which is approved by that; twice is once.

    `seen` is the number of what was said last on the page that was answered, 0 if nothing was.
    """
    booking = locked(booking)
    is_over(booking, at=at)
    pay_periods.still_open(booking)
    latest = WorkedTime.objects.latest_of(booking)
    if booking.attested_at and latest and _same(latest, told):
        return latest
    _not_decided(booking)
    as_it_was_said(latest, seen)
    _could_be(booking, told, at=at)
    row = _write(booking, told, Side.WORKPLACE, by=by, at=at)
    approve(booking, row, by=by, at=at)
    return row


@decision
def object_to(booking: Booking, *, note: str, by: User, at: datetime) -> None:
    """She says that what was approved is wrong, in words that a planner reads.

    What was written is in the task alone: the history outlives it.
    """
    booking = locked(booking)
    is_over(booking, at=at)
    if not (booking.attested_at or booking.no_show):
        raise Refused(_("Tiden är inte bekräftad än. Ändra den i stället."))
    follow_ups.found_anew(PlannerTask.Kind.TIME_DISPUTED, booking, at=at, note=note)
    record(booking, "booking.dispute_time", by=by, at=at, area_id=booking.order.workplace.area_id)


@decision
def correct(booking: Booking, told: Told | None, *, reason: str, by: User, at: datetime) -> WorkedTime:
    """A planner writes what was worked, or that nothing was (`told` is `None`), with the reason; approved by that.

    The one way to change a period that is closed. What stood before stays, and so does the booking.
    """
    booking = locked(booking)
    is_over(booking, at=at)
    if not reason.strip():
        raise Refused(_("Skriv varför tiden rättas."))
    latest = WorkedTime.objects.latest_of(booking)
    if latest and latest.reason == reason and latest.attested_at and _says(latest, told):
        return latest
    if told:
        _could_be(booking, told, at=at)
    row = _write(booking, told, Side.PLANNER, by=by, at=at, reason=reason)
    booking.no_show = told is None
    booking.save(update_fields=["no_show"])
    approve(booking, row, by=by, at=at)
    for task in PlannerTask.objects.undone().filter(booking=booking, kind__in=DISPUTES):
        follow_ups.done(task, by=by, at=at)
    return row


DISPUTES = (PlannerTask.Kind.WORKED_OTHERWISE, PlannerTask.Kind.TIME_DISPUTED)


def approve(booking: Booking, row: WorkedTime | None, *, by: User, at: datetime) -> None:
    """Let that row stand, or the booked time if there is none; the locks are held."""
    if row:
        row.attested_at, row.attested_by = at, by
        row.save(update_fields=["attested_at", "attested_by"])
    booking.attested_at, booking.attested_by = at, by
    booking.save(update_fields=["attested_at", "attested_by"])
    number = {"number": row.number} if row else {}
    record(booking, "booking.attest", by=by, at=at, area_id=booking.order.workplace.area_id, **number)


def locked(booking: Booking) -> Booking:
    """The booking as it stands now, with its person and its order locked; `Refused` if it has ended."""
    lock(booking.substitute, booking.order)
    booking = Booking.objects.with_places().get(pk=booking.pk)
    if booking.ended_at:
        raise Refused(_("Bokningen är avslutad."))
    return booking


def is_over(booking: Booking, *, at: datetime) -> None:
    """Raise `Refused` if it is not."""
    if booking.ends > at:
        raise Refused(_("Passet är inte slut än."))


def as_it_was_said(latest: WorkedTime | None, seen: int | None) -> None:
    """Raise `Refused` if something was said since the page was read."""
    if seen is not None and seen != (latest.number if latest else 0):
        raise Refused(_("Vikarien har skrivit en annan tid sedan du öppnade sidan. Kontrollera och svara igen."))


def _not_decided(booking: Booking) -> None:
    if booking.no_show:
        raise Refused(_("Passet är markerat som uteblivet."))
    if booking.attested_at:
        raise Refused(_("Passet är redan attesterat."))


def _could_be(booking: Booking, told: Told, *, at: datetime) -> None:
    """Raise `Refused` for a time that cannot have been worked on the shift."""
    if told.period.ends > at:
        raise Refused(_("Tiden har inte varit än."))
    if told.period.length > LONGEST or not booking.period.widened(AROUND).covers(told.period):
        raise Refused(_("Tiden ligger för långt från passet. Kontrollera dag och klockslag."))
    if timedelta(minutes=told.break_minutes) >= told.period.length:
        raise Refused(_("Rasten är lika lång som passet eller längre."))
    others = Booking.objects.occupying().filter(substitute=booking.substitute_id, no_show=False)
    if other := others.exclude(pk=booking.pk).overlapping(told.period).order_by("starts").first():
        span = f"{clock(other.starts)}–{clock(other.ends)}"  # without the place: it may be another area's
        raise Refused(_("Tiden krockar med ett annat pass, %(span)s.") % {"span": span})


def _same(row: WorkedTime, told: Told) -> bool:
    return not row.nothing and (row.period, row.break_minutes) == (told.period, told.break_minutes)


def _says(row: WorkedTime, told: Told | None) -> bool:
    return row.nothing if told is None else _same(row, told)


def _write(
    booking: Booking, told: Told | None, side: WorkedTime.Side, *, by: User, at: datetime, reason: str = ""
) -> WorkedTime:
    latest = WorkedTime.objects.latest_of(booking)
    time = told or Told(booking.period, booking.break_minutes)
    row = WorkedTime.objects.create(
        booking=booking,
        number=latest.number + 1 if latest else 1,
        side=side,
        starts=time.period.starts,
        ends=time.period.ends,
        break_minutes=time.break_minutes,
        nothing=told is None,
        note=time.note,
        reason=reason,
        said_by=by,
        said_at=at,
    )
    action = "booking.correct_time" if reason else "booking.say_time"
    record(booking, action, by=by, at=at, area_id=booking.order.workplace.area_id, number=row.number)
    return row
