"""How the shifts of the past came to be filled, and those that were not: so that there is something to follow up.

Each throw of the dice is for one shift, so that the demo is the same each time, whatever else is thrown for.
"""

import random
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q

from booking.models import Booking, Enquiry, Order, Origin
from home.demo.cast import CHILD, NURSE, PUPIL, SUPPORT, Hand
from home.demo.world import EVENING, NIGHT, World, span
from people.models import Substitute, Workplace

WEEKS = 26
HOURS_BEFORE = (1, 2, 2, 5, 8, 8, 10, 14, 20, 30, 48, 48, 60, 80, 120, 200)
"""How long before it began a shift was ordered: sick calls in the morning, leave long before."""

ORIGINS = (
    *(Origin.DIRECT,) * 9, *(Origin.ENQUIRY,) * 6, *(Origin.INTEREST,) * 3, *(Origin.PLANNER,) * 2, Origin.PHONE,
)  # fmt: skip
WAITED = {Origin.DIRECT: (1, 3), Origin.ENQUIRY: (6, 90), Origin.PHONE: (10, 50)}
"""Minutes from order to booking; what people choose among takes longer."""

LONG = (40, 600)
SOME, AT_MOST = 3, 0.7
OCCUPATIONS = {"Hemtjänst": NURSE, "Särskilt boende": NURSE, "Förskola och skola": CHILD, "LSS": SUPPORT}
WEEKEND, FRIDAY = (5, 6), 4
ON_SUNDAYS = 0.35


@dataclass(frozen=True, slots=True)
class Course:
    """When it was ordered, by what way it was filled, and when."""

    placed_at: datetime
    origin: Origin
    booked_at: datetime


def dice(*what: object) -> random.Random:
    """Those of one thing."""
    return random.Random(" ".join(map(str, what)))  # noqa: S311 (the same each time, which is the point)  # nosec B311


def of(starts: datetime, workplace: Workplace, who: object) -> Course:
    """The same for the same shift."""
    chance = dice(starts, workplace.name, who)
    placed_at = starts - timedelta(hours=chance.choice(HOURS_BEFORE), minutes=chance.choice((0, 10, 25)))
    origin = chance.choice(ORIGINS)
    waited = timedelta(minutes=chance.randint(*WAITED.get(origin, LONG)))
    return Course(placed_at, origin, placed_at + min(waited, AT_MOST * (starts - placed_at)))


def on_sunday(hand: Hand, occupation: str, week: int) -> bool:
    """Whether she takes a day shift that Sunday, where it is open."""
    is_open = occupation not in {CHILD, PUPIL} and not hand.nights
    return is_open and dice("sunday", hand.name, week).random() < ON_SUNDAYS


def build(world: World) -> None:
    """The shifts that nobody came to, and who was asked of them and of those that were filled by asking."""
    since = world.midnight(-7 * WEEKS)
    lapsed = list(_lapsed(world))
    Order.objects.bulk_create(lapsed, batch_size=200)
    won = Booking.objects.filter(origin=Origin.ENQUIRY, starts__gte=since, starts__lt=world.midnight(-1))
    filled = {booking.order: booking.substitute for booking in won.select_related("order__workplace", "substitute")}
    asked = [*_asked_of_filled(filled), *_asked_of_lapsed(lapsed)]
    Enquiry.objects.bulk_create(_numbered(asked), batch_size=200)


def _lapsed(world: World) -> Iterator[Order]:
    monday = world.today - timedelta(days=world.today.weekday())
    for place in sorted(world.workplaces.values(), key=lambda place: place.name):
        for number in range(1, 7 * WEEKS):
            day = monday - timedelta(days=number)
            chance = dice("lapsed", place.name, number)
            if chance.random() < _risk(place, day):
                yield _order(world, place, day, chance)


def _risk(place: Workplace, day: date) -> float:
    """Nobody wants the evenings of a weekend; schools are closed then."""
    if OCCUPATIONS[place.area.name] in {CHILD, PUPIL}:
        return 0.0 if day.weekday() in WEEKEND else 0.012
    return 0.08 if day.weekday() in WEEKEND else 0.05 if day.weekday() == FRIDAY else 0.018


def _order(world: World, place: Workplace, day: date, chance: random.Random) -> Order:
    late = day.weekday() in (*WEEKEND, FRIDAY)
    hours = chance.choice((EVENING, EVENING, EVENING, NIGHT, "07:00-15:30") if late else ("07:00-15:30", EVENING))
    if OCCUPATIONS[place.area.name] in {CHILD, PUPIL}:
        hours = "07:30-16:00"
    period = span(day, hours)
    halted = chance.random() < 0.1  # noqa: PLR2004 (one in ten)
    placed_at = period.starts - timedelta(hours=chance.choice(HOURS_BEFORE))
    return Order(
        workplace=place,
        occupation=world.occupations[OCCUPATIONS[place.area.name]],
        starts=period.starts,
        ends=period.ends,
        break_minutes=30,
        reason=world.reasons[chance.choice(("Sjuk", "Sjuk", "Sjuk", "Vård av barn", "Utbildning"))],
        status=Order.Status.LAPSED,
        stopped_at=placed_at + timedelta(minutes=20) if halted else None,
        placed_by=world.orderer_of(place),
        placed_at=placed_at,
        command=uuid.uuid4(),
    )


def _asked_of_filled(filled: dict[Order, Substitute]) -> Iterator[Enquiry]:
    for order, holder in sorted(filled.items(), key=lambda pair: (pair[0].starts, pair[0].workplace.name)):
        yield _enquiry(order, holder, Enquiry.Status.WON, 1)
        chance = dice("asked", order.starts, order.workplace.name)
        for rank, person in enumerate(_others(order, holder, chance)[: chance.randint(0, SOME)], start=2):
            said = chance.choice((Enquiry.Status.NO, Enquiry.Status.EXPIRED, Enquiry.Status.LOST))
            yield _enquiry(order, person, said, rank)


def _asked_of_lapsed(orders: Iterable[Order]) -> Iterator[Enquiry]:
    for order in orders:
        chance = dice("asked", order.starts, order.workplace.name)
        statuses = chance.choice(((), ("no",), ("no", "expired"), ("expired",), ("no", "no", "expired")))
        for rank, person in enumerate(_others(order, None, chance)[: SOME if statuses else 0], start=1):
            yield _enquiry(order, person, Enquiry.Status(chance.choice(statuses)), rank)


def _others(order: Order, holder: Substitute | None, chance: random.Random) -> list[Substitute]:
    reaching = Q(agreements__area=order.workplace.area_id) | Q(agreements__workplace=order.workplace_id)
    people = Substitute.objects.filter(reaching).distinct().order_by("employee_number")
    others = [person for person in people.select_related("user") if person != holder]
    chance.shuffle(others)
    return others


def _enquiry(order: Order, person: Substitute, status: Enquiry.Status, rank: int) -> Enquiry:
    asked_at = order.placed_at + timedelta(minutes=5)
    answered = (
        None if status in {Enquiry.Status.EXPIRED, Enquiry.Status.LOST} else asked_at + timedelta(minutes=6 * rank)
    )
    return Enquiry(
        order=order,
        substitute=person,
        round=1,
        status=status,
        rank=rank,
        asked_at=asked_at,
        answer_by=asked_at + (order.starts - asked_at) / 2,
        answered_at=answered,
    )


def _numbered(enquiries: Iterable[Enquiry]) -> list[Enquiry]:
    """Each with its code, counted by telephone as when they are really asked."""
    last: Counter[str] = Counter()
    made = sorted(enquiries, key=lambda enquiry: enquiry.asked_at)
    for enquiry in made:
        phone = enquiry.substitute.user.phone or enquiry.substitute.employee_number
        last[phone] += 1
        enquiry.code = last[phone]
    return made
