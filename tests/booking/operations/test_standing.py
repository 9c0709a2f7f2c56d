"""Where a substitute stands with a workplace."""

from datetime import date

import pytest

from booking.models import Booking, Order, PlannerTask
from booking.operations import standing
from people.models import Block, Favourite, HistoryEntry, Introduction
from tests.cast import NOW
from tests.factories.booking import BookingFactory
from tests.factories.people import WorkplaceFactory

DAY = date(2026, 5, 1)


@pytest.fixture
def amira(town):
    return town.substitute()


@pytest.fixture
def shift(town, amira):
    return BookingFactory(order=town.order(status=Order.Status.BOOKED), substitute=amira)


@pytest.fixture
def blocked(town, amira):
    """`blocked()`: never at the town's workplace."""
    told = {"asked_by": Block.AskedBy.SUBSTITUTE, "reason": "Anhörig bor där", "by": town.planner, "at": NOW}
    return lambda workplace=town.workplace: standing.block(amira, workplace, **told)


def actions(row):
    return [entry.action for entry in HistoryEntry.objects.of(row)]


def test_a_shift_at_a_workplace_where_she_is_blocked_stands_and_is_a_task(town, shift, blocked):
    made = blocked()

    assert made.booked == [shift]
    assert Booking.objects.occupying().filter(pk=shift.pk).exists()
    task = PlannerTask.objects.waiting().get()
    assert (task.kind, task.booking, task.area) == ("blocked_yet_booked", shift, town.area)


def test_a_block_elsewhere_touches_no_shift_here(town, shift, blocked):
    assert blocked(WorkplaceFactory(area=town.area)).booked == []


def test_blocked_twice_she_is_blocked_once(shift, blocked):
    assert blocked().block == blocked().block
    assert PlannerTask.objects.count() == 1
    assert actions(Block.objects.get()) == ["block.make"]


def test_each_side_has_a_block_of_its_own_and_lifts_it_alone(town, amira, shift, blocked):
    hers = blocked().block
    told = {"asked_by": Block.AskedBy.WORKPLACE, "reason": "Enligt överenskommelse", "by": town.manager, "at": NOW}
    ours = standing.block(amira, town.workplace, **told).block

    assert ours != hers
    standing.lift(ours, by=town.manager, at=NOW)
    assert Block.objects.in_force().get() == hers
    assert PlannerTask.objects.waiting().filter(substitute=amira).exists()


def test_a_lifted_block_is_remembered_and_its_task_is_done(town, shift, blocked):
    made = blocked().block

    for _click in range(2):
        standing.lift(made, by=town.planner, at=NOW)

    assert not Block.objects.in_force().exists()
    assert not PlannerTask.objects.waiting().exists()
    assert actions(made) == ["block.lift", "block.make"]
    assert blocked().block != made


def test_an_introduction_is_given_once_and_withdrawn(town, amira):
    told = {"given_on": DAY, "by": town.planner, "at": NOW}
    given = standing.introduce(amira, town.workplace, **told)
    assert standing.introduce(amira, town.workplace, **told) == given

    for _click in range(2):
        assert standing.withdraw_introduction(given, by=town.planner, at=NOW) == []

    assert not Introduction.objects.exists()
    assert HistoryEntry.objects.filter(action="introduction.withdraw").count() == 1


def test_a_shift_that_asks_for_the_introduction_that_is_withdrawn_is_a_task(town, amira, shift):
    town.workplace.needs_introduction = True
    town.workplace.save()
    given = standing.introduce(amira, town.workplace, given_on=DAY, by=town.planner, at=NOW)

    assert standing.withdraw_introduction(given, by=town.planner, at=NOW) == [shift]

    task = PlannerTask.objects.waiting().get()
    assert (task.kind, task.facts) == ("paper_ended", {"lost": ["introduced"]})


def test_a_favourite_is_chosen_once_and_dropped(town, amira):
    told = {"by": town.manager, "at": NOW}
    chosen = standing.favour(amira, town.workplace, **told)
    assert standing.favour(amira, town.workplace, **told) == chosen

    for _click in range(2):
        standing.unfavour(amira, town.workplace, **told)

    assert not Favourite.objects.exists()
    assert actions(chosen) == ["favourite.drop", "favourite.choose"]
