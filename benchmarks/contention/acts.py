"""What those who meet in a contest do, all at the same moment."""

import random
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial

from benchmarks.contention.world import NOW, Contest
from booking.models import Absence, Enquiry, Order
from booking.operations import (
    absences,
    answering,
    availability,
    bookings,
    changing,
    direct,
    interests,
    orders,
    returning,
)
from people.models import Substitute, User

Act = Callable[[], object]


def acts_of(contest: Contest, planners: list[User]) -> list[Act]:
    """In an order that the contest's draw decides, though they begin at once."""
    dice = random.Random(contest.draw)  # noqa: S311 (a seed, not a secret)
    rows = Order.objects.with_places().in_bulk(contest.orders)
    people = Substitute.objects.select_related("user").in_bulk(contest.people)
    meeting = Meeting(
        [rows[key] for key in contest.orders], [people[key] for key in contest.people], dice.choice(planners)
    )
    acts = list(getattr(meeting, contest.kind)())
    dice.shuffle(acts)
    return acts


class Meeting:
    """The orders and the people of a contest; each kind of contest is a method."""

    def __init__(self, orders: list[Order], people: list[Substitute], planner: User) -> None:
        self.order, self.orders, self.people, self.planner = orders[0], orders, people, planner

    def book(self) -> Iterator[Act]:
        return (self._booked(person) for person in self.people)

    def take(self) -> Iterator[Act]:
        return (self._taken(person) for person in self.people)

    def yes(self) -> Iterator[Act]:
        asked = Enquiry.objects.select_related("order", "substitute__user").filter(order=self.order)
        return (partial(answering.answer, one, yes=True, by=one.substitute.user, at=NOW) for one in asked)

    def overlap(self) -> Iterator[Act]:
        return (partial(bookings.book, order, self.people[0], by=self.planner, at=NOW) for order in self.orders)

    def cancel(self) -> Iterator[Act]:
        yield from self.yes()
        yield self._booked(self.people[0])
        yield partial(orders.cancel, self.order, by=self.planner, at=NOW, note="")

    def halt(self) -> Iterator[Act]:
        yield from self.yes()
        yield partial(returning.stop, self.order, by=self.planner, at=NOW)
        yield partial(returning.send_back, self.order, by=self.planner, at=NOW, reason="Fel dag")

    def change(self) -> Iterator[Act]:
        yield from self.yes()
        yield self._taken(self.people[0])
        later = {name: getattr(self.order, name) + timedelta(hours=1) for name in ("starts", "ends")}
        yield partial(changing.change, self.order, later, by=self.planner, at=NOW)

    def away(self) -> Iterator[Act]:
        (person,), period = self.people, self.order.period
        yield self._taken(person)
        yield partial(availability.take_away, person, period, by=person.user, at=NOW)
        yield partial(absences.note, person, period, kind=Absence.Kind.UNTIL_SAID, by=self.planner, at=NOW)

    def twice(self) -> Iterator[Act]:
        (person,) = self.people
        yield from [self._booked(person)] * 4
        yield partial(interests.register, self.order, person, by=person.user, at=NOW)

    def _booked(self, person: Substitute) -> Act:
        return partial(bookings.book, self.order, person, by=self.planner, at=NOW)

    def _taken(self, person: Substitute) -> Act:
        return partial(direct.book, self.order, person, by=person.user, at=NOW)
