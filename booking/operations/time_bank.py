"""The time bank: it follows the worked time that is approved, and a planner takes out, pays out and corrects."""

import uuid
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from booking import notifications, time_bank
from booking.models import Booking, TimeBankEntry
from booking.operations.deciding import decision, locked_substitutes
from booking.weeks import local_day
from booking.worked import shifts
from people.history import record
from people.models import RuleProfile, Substitute, User
from people.operations import areas
from people.operations.refusals import Refused
from portal.templatetags.times import hours_and_minutes

MINUTE = timedelta(minutes=1)


@decision
def credit(booking: Booking, *, by: User, at: datetime) -> TimeBankEntry | None:
    """Let the bank say what is approved of the shift: another time than it says is taken back, and written anew.

    Nothing if the shift gives no time. The same again changes nothing. What was worked counts above the cap, too.
    """
    if not booking.terms.get("gives_time"):
        return None
    locked_substitutes([booking.substitute_id])
    entries = TimeBankEntry.objects.select_related("substitute", "booking__order__workplace")
    standing = entries.standing().filter(booking=booking).first()
    minutes = _approved(booking)
    if minutes == (standing.minutes if standing else 0):
        return standing
    if standing:
        _take_back(standing, by=by, at=at)
    if not minutes:
        return None
    entry = TimeBankEntry.objects.create(
        substitute=booking.substitute,
        kind=TimeBankEntry.Kind.RESOURCE,
        minutes=minutes,
        day=local_day(booking.starts),
        booking=booking,
        by=by,
        at=at,
    )
    _record(entry, by=by, at=at)
    return entry


def _approved(booking: Booking) -> int:
    """The minutes that were worked, less the break, as far as they are approved."""
    shift = next(shifts.read(Booking.objects.filter(pk=booking.pk)))
    return shift.work // MINUTE if shift.attested_at else 0


def _take_back(entry: TimeBankEntry, *, by: User, at: datetime) -> None:
    """Both rows stay, and come to nothing."""
    entry.reversed_at = at
    entry.save(update_fields=["reversed_at"])
    reversal = TimeBankEntry.objects.create(
        substitute=entry.substitute,
        kind=entry.kind,
        minutes=-entry.minutes,
        day=entry.day,
        booking=entry.booking,
        reverses=entry,
        by=by,
        at=at,
    )
    _record(reversal, by=by, at=at)


@decision
def take_out(
    substitute: Substitute, minutes: int, *, day: date, key: uuid.UUID, by: User, at: datetime, note: str = ""
) -> TimeBankEntry:
    """So many minutes off work on the day; refused if more is asked for than there is. `key` makes twice once."""
    kind = TimeBankEntry.Kind.TAKEN
    return _write(substitute, kind, -minutes, day=day, key=key, by=by, at=at, note=note)


@decision
def pay_out(
    substitute: Substitute, minutes: int, *, day: date, key: uuid.UUID, by: User, at: datetime, note: str = ""
) -> TimeBankEntry:
    """So many minutes are paid for; the sum is the wages office's. The same is refused."""
    kind = TimeBankEntry.Kind.PAID
    return _write(substitute, kind, -minutes, day=day, key=key, by=by, at=at, note=note)


@decision
def correct(
    substitute: Substitute, minutes: int, *, day: date, key: uuid.UUID, by: User, at: datetime, note: str
) -> TimeBankEntry:
    """What was wrong, to her favour or not, and why. Never so that it ends outside of what is agreed."""
    kind = TimeBankEntry.Kind.CORRECTION
    return _write(substitute, kind, minutes, day=day, key=key, by=by, at=at, note=note)


def _write(
    substitute: Substitute,
    kind: TimeBankEntry.Kind,
    minutes: int,
    *,
    day: date,
    key: uuid.UUID,
    by: User,
    at: datetime,
    note: str,
) -> TimeBankEntry:
    substitute = locked_substitutes([substitute.pk])[substitute.pk]
    key = uuid.uuid5(key, str(substitute.pk))  # a form's key says nothing of another person's
    if written := TimeBankEntry.objects.filter(pk=key).first():
        return written
    rules = time_bank.rules_of(substitute, now=at) or RuleProfile()
    there_is = time_bank.in_all(substitute)
    _within(rules, there_is, minutes)
    entry = TimeBankEntry.objects.create(
        pk=key, substitute=substitute, kind=kind, minutes=minutes, day=day, note=note, by=by, at=at
    )
    _record(entry, by=by, at=at)
    notifications.time_bank_changed(entry, balance=there_is + minutes, at=at)
    return entry


def _within(rules: RuleProfile, there_is: int, change: int) -> None:
    """What is taken leaves no less than is agreed, and what is given no more."""
    lowest, highest = -rules.time_bank_debt * time_bank.HOUR, rules.time_bank_cap * time_bank.HOUR
    facts = {"balance": hours_and_minutes(there_is)}
    if change < 0 and there_is + change < lowest:
        facts["most"] = hours_and_minutes(max(there_is - lowest, 0))
        raise Refused(hours=_("I tidbanken finns %(balance)s. Högst %(most)s kan tas ut.") % facts)
    if change > 0 and there_is + change > highest:
        facts["cap"] = hours_and_minutes(highest)
        raise Refused(hours=_("I tidbanken finns %(balance)s. Den får innehålla högst %(cap)s.") % facts)


def _record(entry: TimeBankEntry, *, by: User, at: datetime) -> None:
    """How much, and never the words, which the entry alone has."""
    shift = entry.booking
    area_id = shift.order.workplace.area_id if shift else areas.of_substitute(entry.substitute)
    facts = {"substitute": str(entry.substitute_id), "minutes": entry.minutes}
    record(entry, f"timebankentry.{entry.kind}", by=by, at=at, area_id=area_id, **facts)
