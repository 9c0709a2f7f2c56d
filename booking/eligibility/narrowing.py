"""Which pairs are worth asking the rules of, told by the database in one question.

What is a standing condition, or a plain clash, is asked here; what takes the union of spans, or counts hours, is left
to the rules. So a pair that they would let through is never left out, and whoever is here may still be stopped by one.
"""

import uuid
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from booking.eligibility.known import Person
from booking.eligibility.reading import Instant, moment, perhaps
from booking.eligibility.seats import Seat
from booking.models import RESOURCES, Absence, Availability, Booking, Kind, Order
from booking.models.order import LONGEST
from booking.period import Period
from booking.rules import Channel
from people.models import Agreement, Block, Introduction, RecordsCheck, SubstituteCompetence

CHUNK = 5000
SAID = ("substitute__by_hand_only", "substitute__born", "substitute__user__ends_on")
"""What `Person` says of her besides that she is active."""


class Reaching(NamedTuple):
    """An agreement: whose it is, for which workplace or area and as what, from when to when."""

    person: Person
    place: uuid.UUID
    occupation: uuid.UUID
    starts: datetime
    ends: datetime | None
    pay_form: str


HERS: Any = OuterRef("substitute")
SEAT: Any = OuterRef("seat")
STARTS: Any = OuterRef("seat_starts")
ENDS: Any = OuterRef("seat_ends")


def pairs(orders: QuerySet[Order], span: Period, channel: Channel) -> Iterator[tuple[uuid.UUID, Person]]:
    """Each of these orders, all within the span, with a substitute whom it may suit, by substitute; one query."""
    ways = [_by_way_of(path, orders, span, channel) for path in ("workplace__orders", "area__workplaces__orders")]
    found: QuerySet[Any] = ways[0].union(ways[1]).order_by("substitute")
    for key, order, *said in found.iterator(chunk_size=CHUNK):
        yield order, _active(key, *said)


def for_seat(seat: Seat, channel: Channel) -> list[Person]:
    """The substitutes whom one seat may suit: the same conditions with its own values, so that fewer tables are met."""
    starts, ends = seat.shift.period.starts, seat.shift.period.ends
    reaching = Q(workplace=seat.workplace) | Q(area=seat.area)
    papers: QuerySet[Any] = Agreement.objects.filter(reaching, _at_the_start(starts), occupation=seat.occupation)
    papers = papers.filter(_bookable(channel), _free(starts, ends, seat.order, seat.shift.period))
    here = {"substitute": HERS, "workplace": seat.workplace}
    papers = papers.filter(~Exists(Block.objects.in_force().filter(**here)))
    if seat.shift.needs_introduction and not seat.shift.introduces:
        papers = papers.filter(Exists(Introduction.objects.filter(**here)))
    if seat.records_check:
        papers = papers.filter(Exists(_shown(starts).filter(kind=seat.records_check)))
    for serving in seat.served_by.values():
        held = SubstituteCompetence.objects.filter(_at_the_start(starts), substitute=HERS, competence__in=serving)
        papers = papers.filter(Exists(held))
    if channel.asks_nobody:
        papers = papers.filter(_has_time(starts, ends, seat.order, channel))
    return [_active(key, *said) for key, *said in papers.values_list("substitute", *SAID).distinct()]


def reaching(seats: Sequence[Seat], channel: Channel) -> Iterator[Reaching]:
    """The agreements that reach one of a few seats, whatever else is to be said of her whose they are; one query."""
    span = Period(min(seat.shift.period.starts for seat in seats), max(seat.shift.period.ends for seat in seats))
    there = Q(workplace__in={seat.workplace for seat in seats}) | Q(area__in={seat.area for seat in seats})
    papers = Agreement.objects.touching(span).filter(
        there, _bookable(channel), occupation__in={seat.occupation for seat in seats}
    )
    rows = papers.order_by("starts", "pk").values_list(
        "workplace", "area", "occupation", Instant("starts"), Instant("ends"), "pay_form", "substitute", *SAID
    )
    for workplace, area, occupation, starts, ends, pay_form, key, *said in rows:
        person = _active(key, *said)
        yield Reaching(person, workplace or area, occupation, moment(starts), perhaps(ends), pay_form)


def _active(key: uuid.UUID, by_hand_only: bool, born: date | None, ends_on: date | None) -> Person:  # noqa: FBT001 (a column)
    return Person(key, active=True, by_hand_only=by_hand_only, born=born, ends_on=ends_on)


def _by_way_of(path: str, orders: QuerySet[Order], span: Period, channel: Channel) -> "QuerySet[Any]":
    """From the agreements to the orders that they reach: those of a workplace, or of all of an area."""
    seat = {
        "seat_starts": F(f"{path}__starts"),
        "seat_ends": F(f"{path}__ends"),
        "seat_place": F(f"{path}__workplace"),
        "occupied_as": F(f"{path}__occupation"),
        "needs_introduction": F(f"{path}__workplace__needs_introduction"),
        "introduces": F(f"{path}__reason__introduces"),
        "records_check_kind": F(f"{path}__workplace__records_check"),
    }
    papers: QuerySet[Any] = Agreement.objects.alias(**seat).annotate(seat=F(f"{path}__pk"))
    papers = papers.filter(seat__in=orders.values("pk"), occupation=F("occupied_as"))
    papers = papers.filter(
        _at_the_start(F("seat_starts")),
        _bookable(channel),
        _free(STARTS, ENDS, SEAT, span),
        _let_in(),
        ~_lacks_competence(),
    )
    if channel.asks_nobody:
        papers = papers.filter(_has_time(STARTS, ENDS, SEAT, channel))
    return papers.values_list("substitute", "seat", *SAID)


def _at_the_start(moment: Any) -> Q:  # noqa: ANN401 (an expression of Django's, of whichever kind)
    """In force when the shift starts, as one of them must be."""
    return Q(starts__lte=moment) & (Q(ends=None) | Q(ends__gt=moment))


def _bookable(channel: Channel) -> Q:
    active = Q(substitute__is_active=True, substitute__user__is_active=True)
    return active if channel is Channel.PLANNER else active & Q(substitute__by_hand_only=False)


def _free(starts: Any, ends: Any, order: Any, span: Period) -> Q:  # noqa: ANN401 (a value, or an expression)
    """Neither booked then nor absent. No booking is longer than `LONGEST`, which tells the index where to begin."""
    clash = {"substitute": HERS, "starts__lt": ends, "ends__gt": starts}
    near = Booking.objects.occupying().filter(starts__gt=span.starts - LONGEST, starts__lt=span.ends)
    return ~Exists(near.filter(**clash).exclude(order=order)) & ~Exists(Absence.objects.filter(**clash))


def _shown(starts: Any) -> "QuerySet[RecordsCheck]":  # noqa: ANN401 (as above)
    return RecordsCheck.objects.filter(_at_the_start(starts), fit=True, substitute=HERS)


def _let_in() -> Any:  # noqa: ANN401 (as above)
    """Not blocked, introduced if the workplace asks for it, and the extract that it demands is shown."""
    here = {"substitute": HERS, "workplace": OuterRef("seat_place")}
    return (
        ~Exists(Block.objects.in_force().filter(**here))
        & (Q(needs_introduction=False) | Q(introduces=True) | Exists(Introduction.objects.filter(**here)))
        & (Q(records_check_kind="") | Exists(_shown(STARTS).filter(kind=OuterRef("records_check_kind"))))
    )


def _lacks_competence() -> Exists:
    """Some competence is required that she does not hold when the shift starts, nor one that stands for it."""
    required: Any = Order.competences.through.objects
    serves = Q(competence=OuterRef("competence")) | Q(competence__stands_for=OuterRef("competence"))
    held = SubstituteCompetence.objects.filter(
        serves, _at_the_start(OuterRef(OuterRef("seat_starts"))), substitute=OuterRef(HERS)
    )
    return Exists(required.filter(~Exists(held), order=OuterRef("seat")))


def _has_time(starts: Any, ends: Any, order: Any, channel: Channel) -> Q:  # noqa: ANN401 (as above)
    """Her own words, or what she is paid for, reach over the start and over the end of the shift."""
    usable = Q(kind=Kind.AVAILABLE, by_herself=True)
    usable |= Q(kind__in=RESOURCES) if channel is Channel.ASSISTANT else Q()
    hers = Availability.objects.filter(usable, substitute=HERS)
    bookable = hers.filter(Q(order=None) | Q(order=order))
    at_the_start = bookable.filter(starts__lte=starts, ends__gt=starts)
    at_the_end = bookable.filter(starts__lt=ends, ends__gte=ends)
    return Q(Exists(at_the_start)) & Q(Exists(at_the_end))
