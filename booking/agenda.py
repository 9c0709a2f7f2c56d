"""What fills a substitute's days: her shifts, what she is asked and hopes for, and the time she has put in."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import groupby

from django.db.models import QuerySet

from booking.entries import FIRST, LOOKS, Entry, Look
from booking.models import Absence, Availability, Booking, Enquiry, Interest, Kind
from booking.period import STOCKHOLM, Period, whole_day
from booking.weeks import local_day
from people import access
from people.models import Substitute

NOON = time(12)


def of(substitute: Substitute, span: Period, *, now: datetime) -> list[Entry]:
    """Everything within the span, by day, the surest first; six queries."""
    entries = [
        *of_bookings(shifts_within(substitute, span)),
        *of_enquiries(unanswered(substitute, now=now).filter(order__starts__lt=span.ends, order__ends__gt=span.starts)),
        *of_interests(hoped_for_within(substitute, span, now=now)),
        *of_availability(put_in_within(substitute, span)),
        *of_absences(away_within(substitute, span), span),
    ]
    return in_order(entry for entry in entries if span.overlaps(entry.period))


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """By day, the surest first."""
    return sorted(entries, key=lambda entry: (entry.day, FIRST.index(entry.look), entry.period))


def by_day(entries: Iterable[Entry]) -> dict[date, list[Entry]]:
    """The entries of each day that has any."""
    return {day: list(those) for day, those in groupby(in_order(entries), key=lambda entry: entry.day)}


def shifts_within(substitute: Substitute, span: Period) -> QuerySet[Booking]:
    """The shifts that are hers."""
    rows = Booking.objects.of(substitute).occupying().overlapping(span)
    return access.scope(substitute.user, rows).with_places()


def unanswered(substitute: Substitute, *, now: datetime) -> QuerySet[Enquiry]:
    """What waits for her answer, the most urgent first."""
    rows = Enquiry.objects.unanswered(now=now).filter(substitute=substitute)
    return access.scope(substitute.user, rows).with_places()


def hoped_for_within(substitute: Substitute, span: Period, *, now: datetime) -> QuerySet[Interest]:
    """What she has registered her interest in, and nobody has decided on."""
    rows = Interest.objects.live().filter(substitute=substitute, order__starts__gt=now)
    within = rows.filter(order__starts__lt=span.ends, order__ends__gt=span.starts)
    return access.scope(substitute.user, within).with_places()


def put_in_within(substitute: Substitute, span: Period) -> QuerySet[Availability]:
    """What she has said of her time."""
    rows = Availability.objects.filter(substitute=substitute).touching(span)
    return access.scope(substitute.user, rows.select_related("pattern", "order__workplace")).prefetch_related(
        "workplaces"
    )


def away_within(substitute: Substitute, span: Period) -> QuerySet[Absence]:
    """When she is away."""
    return access.scope(substitute.user, Absence.objects.filter(substitute=substitute).touching(span))


def of_bookings(bookings: Iterable[Booking]) -> Iterator[Entry]:
    """A shift belongs to the day it begins."""
    for booking in bookings:
        yield Entry(Look.BOOKED, local_day(booking.starts), booking.period, booking)


def of_enquiries(enquiries: Iterable[Enquiry]) -> Iterator[Entry]:
    """On the day of the shift that is asked about."""
    for enquiry in enquiries:
        yield Entry(Look.ASKED, local_day(enquiry.order.starts), enquiry.order.period, enquiry)


def of_interests(interests: Iterable[Interest]) -> Iterator[Entry]:
    """On the day of the shift that is hoped for."""
    for interest in interests:
        yield Entry(Look.HOPED, local_day(interest.order.starts), interest.order.period, interest)


def of_availability(blocks: Iterable[Availability]) -> Iterator[Entry]:
    """On each day that the block reaches."""
    for block in blocks:
        look = LOOKS.get(Kind(block.kind), Look.FREE)
        for piece in day_by_day(block.period):
            yield Entry(look, local_day(piece.starts), piece, block)


def of_absences(absences: Iterable[Absence], within: Period) -> Iterator[Entry]:
    """On each day that she is away: of a leave for years, no more than is asked for."""
    for absence in absences:
        shown = absence.period.common(within)
        for piece in day_by_day(shown) if shown else ():
            yield Entry(Look.AWAY, local_day(piece.starts), piece, absence)


def day_by_day(period: Period) -> Iterator[Period]:
    """The period cut at each midnight in Stockholm, but a night that is over by noon stays with its evening.

    So each is at most a day by the clock, as a person says it: from a time, to the next time that the clock shows.
    """
    starts, ends = period.starts.astimezone(STOCKHOLM), period.ends.astimezone(STOCKHOLM)
    day = starts.date()
    if ends.date() == day + timedelta(days=1) and ends.time() <= min(NOON, starts.time()):
        yield period
        return
    while piece := whole_day(day).common(period):
        yield piece
        day += timedelta(days=1)
