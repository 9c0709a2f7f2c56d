"""A planner puts in time for a substitute after a talk: it never books, and never takes her own word away."""

import pytest

from booking.models import Availability, Kind
from booking.operations import said_for_her
from booking.period import Period
from tests.cast import NOW, at
from tests.factories.booking import AvailabilityFactory, BookingFactory

DAY = Period(at("2026-05-13 06:00"), at("2026-05-13 18:00"))


@pytest.fixture
def emma(town):
    return town.substitute()


@pytest.fixture
def puts_in(town, emma):
    return lambda kind, period=DAY: said_for_her.put_in(emma, period, kind=kind, by=town.planner, at=NOW)


def said():
    rows = Availability.objects.order_by("starts")
    return [(row.starts, row.ends, row.kind, row.by_herself) for row in rows]


def test_it_is_kept_as_a_planners_word(puts_in):
    outcome = puts_in(Kind.AVAILABLE)

    assert said() == [(DAY.starts, DAY.ends, "available", False)]
    assert len(outcome.said) == 1


def test_what_she_has_said_herself_stands_and_only_the_rest_is_put_in(emma, puts_in):
    hers = AvailabilityFactory(substitute=emma, starts=at("2026-05-13 06:00"), ends=at("2026-05-13 12:00"))

    puts_in(Kind.AVAILABLE)

    assert said() == [(hers.starts, hers.ends, "available", True), (hers.ends, DAY.ends, "available", False)]


def test_nothing_is_put_in_where_she_has_said_it_all(emma, puts_in):
    AvailabilityFactory(substitute=emma, kind=Kind.ASK_ME, starts=DAY.starts, ends=DAY.ends)

    assert puts_in(Kind.AVAILABLE).said == []
    assert said() == [(DAY.starts, DAY.ends, "ask_me", True)]


def test_her_no_gives_way_when_she_has_thought_again(emma, puts_in):
    AvailabilityFactory(substitute=emma, kind=Kind.NOT_AVAILABLE, starts=DAY.starts, ends=DAY.ends)

    puts_in(Kind.AVAILABLE)

    assert said() == [(DAY.starts, DAY.ends, "available", False)]


def test_that_she_cannot_goes_before_what_she_has_said_but_for_a_booked_shift(town, emma, puts_in):
    AvailabilityFactory(substitute=emma, starts=DAY.starts, ends=DAY.ends)
    booking = BookingFactory(order=town.order("2026-05-13 07:00", "2026-05-13 12:00"), substitute=emma)

    outcome = puts_in(Kind.NOT_AVAILABLE)

    assert outcome.stood == [booking]
    kinds = [kind for _starts, _ends, kind, _hers in said()]
    assert kinds == ["not_available", "available", "not_available"]


def test_what_a_planner_put_in_is_taken_back_once(town, puts_in):
    (row,) = puts_in(Kind.AVAILABLE).said

    for _click in range(2):
        assert said_for_her.take_away(row, by=town.planner, at=NOW).stood == []

    assert said() == []


def test_what_is_hers_is_not_taken_back_for_her(town, emma):
    hers = AvailabilityFactory(substitute=emma, starts=DAY.starts, ends=DAY.ends)

    said_for_her.take_away(hers, by=town.planner, at=NOW)

    assert Availability.objects.get() == hers
