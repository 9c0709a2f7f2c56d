"""The shifts of the past fourteen months, so that certificates have hours to count.

Made as rows, not through the operations: those would tell people today, by SMS, of shifts long since worked, write
each into the log with a reason to look at it, and take a minute over a thousand of them.
"""

import random
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from booking.models import Booking, Order, Origin
from booking.period import Period
from home.demo import courses
from home.demo.cast import AIDE, CHILD, NURSE, PUPIL, SUBSTITUTES, SUPPORT, Hand
from home.demo.world import DAY, EVENING, NIGHT, SATURDAY, World, span
from people.models import Agreement, Workplace

WEEKS = 61  # a little over fourteen months
SEED = 2026
SHIFTS = {
    NURSE: (DAY, "07:00-15:30", EVENING),
    AIDE: ("07:00-15:30", EVENING),
    CHILD: ("07:30-16:00", "09:00-17:00"),
    PUPIL: ("08:00-15:00",),
    SUPPORT: ("08:00-15:00", EVENING),
}
BREAKS = {DAY: 45, NIGHT: 45}
USUAL_BREAK = 30
NO_SHOWS = 90  # one shift in so many was missed
NOT_ATTESTED = timedelta(days=4)  # the last shifts wait for whoever ordered them
ONLY_WEEKDAYS = {CHILD, PUPIL}
SUNDAY = 6
BY_ITSELF = {Origin.DIRECT, Origin.ENQUIRY}


@dataclass(frozen=True, slots=True)
class Worked:
    """One shift that somebody worked."""

    agreement: Agreement
    workplace: Workplace
    hours: str
    period: Period


def build(world: World) -> None:
    """Make the shifts, each an order that was filled and worked."""
    chance = random.Random(SEED)  # noqa: S311 (the same each time, which is the point)  # nosec B311
    places = list(world.workplaces.values())
    orders, bookings = [], []
    for hand in SUBSTITUTES:
        papers = list(world.substitutes[hand.name].agreements.select_related("occupation", "workplace", "area"))
        for worked in _shifts(world, hand, papers, places, chance):
            order = _order(world, worked, chance)
            orders.append(order)
            bookings.append(_booking(world, worked, order, missed=not chance.randrange(NO_SHOWS)))
    Order.objects.bulk_create(orders, batch_size=200)
    Booking.objects.bulk_create(bookings, batch_size=200)


def _shifts(
    world: World, hand: Hand, papers: list[Agreement], places: list[Workplace], chance: random.Random
) -> Iterator[Worked]:
    """Week by week, of one kind a week: so that nobody ever lacks her eleven hours of rest."""
    monday = world.today - timedelta(days=world.today.weekday())
    for week in range(-WEEKS, 1):
        first = monday + timedelta(weeks=week)
        paper = chance.choice(papers)
        place = chance.choice([p for p in places if paper.workplace_id == p.pk or paper.area_id == p.area_id])
        weekdays = range(5) if paper.occupation.name in ONLY_WEEKDAYS else range(6)
        days = sorted(chance.sample(weekdays, chance.randint(max(0, hand.shifts_a_week - 1), hand.shifts_a_week + 1)))
        hours = NIGHT if hand.nights else chance.choice(SHIFTS[paper.occupation.name])
        for day in (first + timedelta(days=number) for number in days):
            period = span(day, hours)
            if paper.starts <= period.starts and _before(world, day):
                yield Worked(paper, place, hours, period)
        if SATURDAY not in days and courses.on_sunday(hand, paper.occupation.name, week):
            yield from _on_sunday(world, paper, place, first + timedelta(days=SUNDAY))


def _on_sunday(world: World, paper: Agreement, place: Workplace, day: date) -> Iterator[Worked]:
    """By day, so that there is rest on both sides whatever the next week brings."""
    hours = SHIFTS[paper.occupation.name][0]
    period = span(day, hours)
    if paper.starts <= period.starts and _before(world, day):
        yield Worked(paper, place, hours, period)


def _before(world: World, day: date) -> bool:
    """Well before today, so that no night reaches into what is planned by hand."""
    return day < world.day(-1)


def _order(world: World, worked: Worked, chance: random.Random) -> Order:
    course = courses.of(worked.period.starts, worked.workplace, worked.agreement.occupation.name)
    return Order(
        workplace=worked.workplace,
        occupation=worked.agreement.occupation,
        starts=worked.period.starts,
        ends=worked.period.ends,
        break_minutes=BREAKS.get(worked.hours, USUAL_BREAK),
        reason=chance.choice(list(world.reasons.values())),
        status=Order.Status.COMPLETED,
        placed_by=world.orderer_of(worked.workplace),
        placed_at=course.placed_at,
        command=uuid.uuid4(),
    )


def _booking(world: World, worked: Worked, order: Order, *, missed: bool) -> Booking:
    attested = not missed and order.ends < world.now - NOT_ATTESTED
    course = courses.of(order.starts, worked.workplace, order.occupation.name)
    return Booking(
        order=order,
        substitute=worked.agreement.substitute,
        starts=order.starts,
        ends=order.ends,
        break_minutes=order.break_minutes,
        agreement=worked.agreement,
        terms={
            "workplace": worked.workplace.name,
            "address": worked.workplace.address,
            "occupation": order.occupation.name,
            "competences": {},
            "pay_form": worked.agreement.pay_form,
            "employment": order.reason.legal_kind,
            "terms_version": order.terms_version,
        },
        origin=course.origin,
        booked_by=None if course.origin in BY_ITSELF else world.planner_of(worked.workplace),
        booked_at=course.booked_at,
        no_show=missed,
        attested_at=order.ends + timedelta(hours=20) if attested else None,
        attested_by=order.placed_by if attested else None,
    )
