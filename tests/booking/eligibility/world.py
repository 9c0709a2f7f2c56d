"""A small municipality where everything happens to somebody, laid out by a seed."""

from dataclasses import dataclass
from datetime import timedelta
from random import Random

from booking.models import Booking, Kind, Order
from booking.period import Period
from people.models import Competence, Occupation, RecordsCheckKind, RuleProfile, Substitute, Workplace
from tests.cast import NOW, at
from tests.factories.booking import AvailabilityFactory, BookingFactory, OrderFactory, OrderReasonFactory
from tests.factories.people import (
    AgreementFactory,
    AreaFactory,
    CompetenceFactory,
    OccupationFactory,
    SubstituteCompetenceFactory,
    SubstituteFactory,
    UserFactory,
    WorkplaceFactory,
)
from tests.factories.standing import (
    AbsenceFactory,
    BlockFactory,
    IntroductionFactory,
    PolicyFactory,
    RecordsCheckFactory,
    RuleProfileFactory,
)

MONDAY = at("2026-05-11 00:00")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@dataclass
class World:
    """Its places, its people, and the dice that laid it out."""

    dice: Random
    places: list[Workplace]
    occupations: list[Occupation]
    competences: list[Competence]
    profiles: list[RuleProfile]
    substitutes: list[Substitute]

    def one_in(self, number: int) -> bool:
        return self.dice.randrange(number) == 0

    def shift(self, first_day: int, last_day: int) -> Period:
        starts = MONDAY + self.dice.randint(first_day, last_day) * DAY + self.dice.choice([6, 7, 13, 15, 21]) * HOUR
        return Period(starts, starts + self.dice.choice([3, 6, 8, 9, 13]) * HOUR)

    def around(self, period: Period) -> dict[str, object]:
        """A span that covers most of the period, or all of it."""
        starts = period.starts + self.dice.choice([-9, -2, 0, 0, 2]) * HOUR
        return {"starts": starts, "ends": max(period.ends + self.dice.choice([-2, 0, 0, 5, 30]) * HOUR, starts + HOUR)}


def a_world(seed: int, *, substitutes: int, orders: int) -> World:
    """So many substitutes, and so many open orders in two weeks."""
    dice = Random(seed)
    places = [
        WorkplaceFactory(area=area, needs_introduction=number == 1, records_check=["", "", "home_care"][number])
        for area in (AreaFactory(), AreaFactory())
        for number in range(3)
    ]
    driving, delegation, nurse = (CompetenceFactory(name=name) for name in ("körkort", "delegering", "sjuksköterska"))
    nurse.stands_for.add(delegation)
    PolicyFactory(area=places[0].area, month_cap=40, days_in_row=4)
    PolicyFactory(workplace=places[3], month_cap=20)
    world = World(
        dice,
        places,
        [OccupationFactory(name=name) for name in ("undersköterska", "barnskötare")],
        [driving, delegation, nurse],
        [RuleProfileFactory(weekly_hours=20), RuleProfileFactory(month_cap=200, overridable=False)],
        [],
    )
    open_orders = [_order(world) for _ in range(orders)]
    world.substitutes += [_substitute(world, open_orders) for _ in range(substitutes)]
    return world


def _order(world: World, days: tuple[int, int] = (0, 13), **fields: object) -> Order:
    period, dice = world.shift(*days), world.dice
    order = OrderFactory(
        workplace=dice.choice(world.places),
        occupation=dice.choice(world.occupations),
        reason=dice.choice([OrderReasonFactory(), OrderReasonFactory(name="Introduktion", introduces=True)]),
        starts=period.starts,
        ends=period.ends,
        break_minutes=dice.choice([0, 30, 60]),
        **fields,
    )
    order.competences.add(*dice.sample(world.competences[:2], dice.choice([0, 0, 1, 2])))
    return order


def _substitute(world: World, orders: list[Order]) -> Substitute:
    dice = world.dice
    born = NOW.date() - timedelta(days=dice.choice([5600, 6100, 6400]))
    substitute = SubstituteFactory(
        user=UserFactory(
            is_active=not world.one_in(20),
            ends_on=(MONDAY + dice.randint(1, 13) * DAY).date() if world.one_in(10) else None,
        ),
        is_active=not world.one_in(20),
        by_hand_only=world.one_in(8),
        born=born if world.one_in(4) else None,
    )
    _give_papers(world, substitute)
    _give_standing(world, substitute)
    _give_work(world, substitute)
    _give_words(world, substitute, orders)
    return substitute


def _give_papers(world: World, substitute: Substitute) -> None:
    dice = world.dice
    for _ in range(dice.randint(1, 4)):
        place = dice.choice(world.places)
        where = {"area": place.area} if world.one_in(2) else {"area": None, "workplace": place}
        limits = {"ends": MONDAY + dice.randint(1, 25) * DAY} if world.one_in(4) else {}
        profile = dice.choice([None, None, *world.profiles])
        occupation = dice.choice(world.occupations)
        AgreementFactory(substitute=substitute, occupation=occupation, rule_profile=profile, **where, **limits)
    for competence in dice.sample(world.competences, dice.randint(1, 3)):
        ends = MONDAY + dice.randint(1, 25) * DAY if world.one_in(4) else None
        SubstituteCompetenceFactory(substitute=substitute, competence=competence, ends=ends)


def _give_standing(world: World, substitute: Substitute) -> None:
    dice = world.dice
    for place in world.places:
        if world.one_in(2):
            IntroductionFactory(substitute=substitute, workplace=place)
        if world.one_in(8):
            BlockFactory(substitute=substitute, workplace=place)
    if not world.one_in(3):
        ends = MONDAY + dice.randint(1, 25) * DAY if world.one_in(3) else None
        kind = dice.choice([RecordsCheckKind.HOME_CARE, RecordsCheckKind.HOME_CARE, RecordsCheckKind.SCHOOL])
        RecordsCheckFactory(substitute=substitute, kind=kind, fit=not world.one_in(5), ends=ends)
    if world.one_in(5):
        starts = MONDAY + dice.randint(-2, 12) * DAY
        AbsenceFactory(substitute=substitute, starts=starts, ends=starts + dice.randint(1, 5) * DAY)


def _give_work(world: World, substitute: Substitute) -> None:
    for days in [(-110, -15)] * world.dice.randint(0, 6) + [(-14, 27)] * world.dice.randint(0, 9):
        period = world.shift(*days)
        if Booking.objects.occupying().of(substitute).overlapping(period).exists():
            continue
        order = OrderFactory(
            workplace=world.dice.choice(world.places), starts=period.starts, ends=period.ends, status="booked"
        )
        BookingFactory(order=order, substitute=substitute)


def _give_words(world: World, substitute: Substitute, orders: list[Order]) -> None:
    dice = world.dice
    for order in dice.sample(orders, len(orders) // 2):
        word = AvailabilityFactory(
            substitute=substitute,
            kind=dice.choice([Kind.AVAILABLE] * 4 + list(Kind)),
            by_herself=not world.one_in(6),
            order=dice.choice([order, orders[0]]) if world.one_in(6) else None,
            limited=world.one_in(5),
            **world.around(order.period),
        )
        if word.limited:
            word.workplaces.add(*dice.sample(world.places, 3))
