"""What she put in the last time is what is offered first."""

from datetime import date, time, timedelta

import pytest

from booking.forms.last_time import chosen_last, offered
from booking.models import Kind
from booking.operations import availability, patterns
from booking.period import Weekly, local_span
from tests.cast import NOW

MONDAY = date(2026, 5, 18)


@pytest.fixture
def me(town):
    return town.substitute()


@pytest.fixture
def says(me):
    """`says([0, 2], 7, 16)`: the days, counted from a Monday."""

    def put_in(days, starts, ends, *, kind=Kind.AVAILABLE, now=NOW, by=None):
        periods = [local_span(MONDAY + timedelta(days=day), time(starts), time(ends)) for day in days]
        availability.put_in(me, periods, kind=kind, by=by or me.user, at=now)

    return put_in


def test_before_the_first_time_nothing_is_known(me):
    assert chosen_last(me) == {}


def test_the_days_the_time_and_the_kind_of_the_last_time(me, says):
    says([0, 1], 15, 21, now=NOW - timedelta(days=1))
    says([0, 2, 4], 7, 16, kind=Kind.ASK_ME)

    assert chosen_last(me) == {"dag": ["1", "3", "5"], "tid": "dag", "slag": "ask_me"}


def test_a_time_of_her_own_is_known_again(me, says):
    says([0], 6, 18)

    assert chosen_last(me) | {"dag": None} == {
        "dag": None, "tid": "egen", "fran": time(6), "till": time(18), "slag": "available",
    }  # fmt: skip


def test_that_she_cannot_and_what_others_wrote_down_is_not_repeated(me, says, town):
    says([0], 7, 16)
    says([1], 7, 16, kind=Kind.NOT_AVAILABLE, now=NOW + timedelta(hours=1))
    says([2], 7, 16, by=town.planner, now=NOW + timedelta(hours=2))

    assert chosen_last(me)["dag"] == ["1"]


def test_of_different_hours_those_of_most_days(me):
    for day, hours in ((0, (7, 16)), (1, (15, 21)), (2, (7, 16))):
        period = local_span(MONDAY + timedelta(days=day), *(time(hour) for hour in hours))
        availability.put_in(me, [period], kind=Kind.AVAILABLE, by=me.user, at=NOW)

    assert (chosen_last(me)["dag"], chosen_last(me)["tid"]) == (["1", "3"], "dag")


def test_of_a_week_that_recurs_its_days(me):
    weekly = Weekly(frozenset({3, 4}), time(21), time(7), MONDAY)
    patterns.lay_out(me, weekly, kind=Kind.AVAILABLE, by=me.user, at=NOW)

    assert chosen_last(me) == {"dag": ["4", "5"], "tid": "natt", "slag": "available"}


def test_what_is_asked_for_goes_before_what_was(me, says):
    says([0, 2], 15, 21)

    asked = offered(me, now=NOW, week="2026-W23", days=["6"]).initial

    assert (asked["vecka"], asked["dag"], asked["slag"]) == ("2026-W23", ["6"], "available")
