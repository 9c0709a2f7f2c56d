"""Whether the policy lets a shift be booked directly. Pure."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from booking.offering.terms import Days, OfferTerms
from booking.period import Period
from booking.weeks import local_day
from booking.words import gettext_noop

SATURDAY, SUNDAY = 5, 6


@dataclass(frozen=True, slots=True)
class Hindrance:
    """That the policy forbids a direct booking: its code, its words, and the facts that fill them."""

    code: str
    words: str  # Swedish, with `{fact}` fields; the source text of the translation
    facts: Mapping[str, object] = field(default_factory=dict)


def why_not_direct(
    shift: Period, *, now: datetime, terms: OfferTerms, red_days: Container[date], booked: Iterable[Period]
) -> tuple[Hindrance, ...]:
    """Every reason why the policy does not let the shift be booked directly; if it is not used at all, that alone.

    `booked` is the person's booked shifts near this one. A shift belongs to the day on which it starts.
    """
    if not terms.direct:
        return (Hindrance("direct_off", gettext_noop("Direktbokning används inte")),)
    return (*_of_the_time(shift, now, terms), *_of_the_day(shift, now, terms, red_days), *_of_her(shift, terms, booked))


def is_red(day: date, red_days: Container[date]) -> bool:
    """Whether the almanac prints the day in red: a public holiday, or any Sunday."""
    return day in red_days or day.weekday() == SUNDAY


def _of_the_time(shift: Period, now: datetime, terms: OfferTerms) -> Iterator[Hindrance]:
    left = shift.starts - now
    if left < terms.direct_min_notice:
        words = gettext_noop("Börjar om {left}, direktbokning kräver minst {limit}")
        yield Hindrance("short_notice", words, {"left": left, "limit": terms.direct_min_notice})
    if shift.length <= terms.direct_min_length:
        words = gettext_noop("Passet är {length}, direktbokning kräver längre än {limit}")
        yield Hindrance("short_shift", words, {"length": shift.length, "limit": terms.direct_min_length})


def _of_the_day(shift: Period, now: datetime, terms: OfferTerms, red_days: Container[date]) -> Iterator[Hindrance]:
    day = local_day(shift.starts)
    red = is_red(day, red_days)
    if terms.direct_days == Days.WEEKDAYS and (red or day.weekday() >= SATURDAY):
        yield Hindrance("day", gettext_noop("Direktbokning gäller måndag–fredag, inte röda dagar"), {"day": day})
    if terms.direct_days == Days.NOT_RED and red:
        yield Hindrance("day", gettext_noop("Direktbokning gäller inte röda dagar"), {"day": day})
    if not terms.direct_same_day and day == local_day(now):
        yield Hindrance("same_day", gettext_noop("Passet är samma dag"), {"day": day})


def _of_her(shift: Period, terms: OfferTerms, booked: Iterable[Period]) -> Iterator[Hindrance]:
    day = local_day(shift.starts)
    others = sorted(other for other in booked if other != shift and local_day(other.starts) == day)
    if others and not terms.direct_second_shift_same_day:
        yield Hindrance("second_shift", gettext_noop("Har redan ett pass samma dag, {other}"), {"other": others[0]})
