"""A municipality with orders that several are about to reach for: rows alone, the same for the same seed."""

import random
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from booking.models import Advert, Availability, Enquiry, Kind, Order, OrderReason
from people.models import Agreement, Area, Occupation, RoleAssignment, Substitute, User, Workplace

NOW = datetime(2026, 5, 12, 7, tzinfo=UTC)  # Tuesday 12 May, 09.00 in Stockholm
FIRST = datetime(2026, 5, 18, tzinfo=UTC)
DAYS, PEOPLE, PLANNERS, PLACES = 56, 600, 8, 20
CROWD, CROWDS = 16, 0.05  # so many at once, in so large a part of the contests that are of people
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
BEGINS, LASTS = (4, 5, 6, 11, 12, 19), (6, 8, 9)  # o'clock in UTC; hours


@dataclass(frozen=True, slots=True)
class Shape:
    """How many orders and people meet in a contest; whether they have been asked, and whether the orders overlap."""

    orders: int = 1
    people: tuple[int, int] = (1, 1)
    asked: bool = False


SHAPES = {
    "book": Shape(people=(2, 5)),  # planners give one order to different people
    "take": Shape(people=(2, 5)),  # each of them takes it herself
    "yes": Shape(people=(2, 5), asked=True),  # all of them say yes
    "overlap": Shape(orders=3),  # one person is given three orders of the same hours
    "cancel": Shape(people=(2, 2), asked=True),  # they say yes, one is booked besides, and the order goes
    "halt": Shape(people=(2, 2), asked=True),  # they say yes, and it is stopped, and sent back
    "change": Shape(people=(2, 2), asked=True),  # they say yes, one takes it besides, and it is moved
    "away": Shape(),  # she takes it, takes her time away, and is noted sick
    "twice": Shape(),  # the same button four times, and her own wish
}


@dataclass(frozen=True, slots=True)
class Contest:
    """The keys of what it is about; the draw decides the rest."""

    kind: str
    draw: int
    orders: list[uuid.UUID] = field(default_factory=list)
    people: list[uuid.UUID] = field(default_factory=list)


class Municipality:
    """Its people and places, made once; then contests, as many as are wanted."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)  # noqa: S311 (a seed, not a secret)
        self.area = Area.objects.create(name="Vård och omsorg")
        self.places = Workplace.objects.bulk_create(
            Workplace(area=self.area, name=f"Solgården {number}", address="Storgatan 14") for number in range(PLACES)
        )
        self.occupation = Occupation.objects.create(name="undersköterska")
        self.reason = OrderReason.objects.create(name="Sjuk", legal_kind=OrderReason.LegalKind.SUBSTITUTE)
        self.planners = _users("planner", PLANNERS)
        RoleAssignment.objects.bulk_create(
            RoleAssignment(user=user, role="planner", area=self.area) for user in self.planners
        )
        self.people = self._people()
        self._codes = dict.fromkeys((person.pk for person in self.people), 0)

    def _people(self) -> list[Substitute]:
        """Each has an agreement, and has put in that she can work at any time."""
        people = Substitute.objects.bulk_create(
            Substitute(user=user, employee_number=f"V{number}") for number, user in enumerate(_users("sub", PEOPLE))
        )
        Agreement.objects.bulk_create(
            Agreement(substitute=person, area=self.area, occupation=self.occupation, starts=LONG_AGO)
            for person in people
        )
        span = {"starts": FIRST, "ends": FIRST + timedelta(days=DAYS + 7)}
        Availability.objects.bulk_create(
            Availability(substitute=one, kind=Kind.AVAILABLE, entered_by=one.user, entered_at=LONG_AGO, **span)
            for one in people
        )
        return people

    def contests(self, number: int) -> list[Contest]:
        """So many, of every kind by turns, with their orders, adverts and enquiries."""
        orders: list[Order] = []
        enquiries: list[Enquiry] = []
        contests = [self._contest(kind, orders, enquiries) for kind in [*SHAPES] * (number // len(SHAPES) + 1)]
        Order.objects.bulk_create(orders, batch_size=1000)
        Enquiry.objects.bulk_create(enquiries, batch_size=1000)
        wished = {contest.orders[0] for contest in contests if contest.kind == "twice"}
        Advert.objects.bulk_create(
            Advert(order=order, opened_at=NOW, opened_by=self.planners[0]) for order in orders if order.pk in wished
        )
        return contests[:number]

    def _contest(self, kind: str, orders: list[Order], enquiries: list[Enquiry]) -> Contest:
        shape, contest = SHAPES[kind], Contest(kind, self._dice.randrange(2**32))
        few, many = shape.people
        crowd = few < many and self._dice.random() < CROWDS
        people = self._dice.sample(self.people, CROWD if crowd else self._dice.randint(few, many))
        starts = FIRST + timedelta(days=self._dice.randrange(DAYS), hours=self._dice.choice(BEGINS))
        ends = starts + timedelta(hours=self._dice.choice(LASTS))
        for _ in range(shape.orders):
            orders.append(self._order(starts, ends))
            contest.orders.append(orders[-1].pk)
        contest.people.extend(person.pk for person in people)
        enquiries.extend(self._enquiry(orders[-1], person) for person in people if shape.asked)
        return contest

    def _order(self, starts: datetime, ends: datetime) -> Order:
        return Order(
            workplace=self._dice.choice(self.places),
            occupation=self.occupation,
            reason=self.reason,
            starts=starts,
            ends=ends,
            break_minutes=30,
            placed_by=self.planners[0],
            placed_at=NOW,
            command=uuid.UUID(int=self._dice.getrandbits(128)),
        )

    def _enquiry(self, order: Order, person: Substitute) -> Enquiry:
        self._codes[person.pk] += 1
        return Enquiry(
            order=order,
            substitute=person,
            round=1,
            code=self._codes[person.pk],
            asked_by=self.planners[0],
            asked_at=NOW,
            answer_by=NOW + timedelta(hours=4),
        )


def _users(name: str, number: int) -> list[User]:
    return User.objects.bulk_create(
        User(username=f"{name}{n}", first_name="Kim", last_name=f"Ek{n}", email=f"{name}{n}@alvsunda.example")
        for n in range(number)
    )
