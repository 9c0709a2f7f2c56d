"""How long somebody stays signed in follows from who she is."""

from datetime import timedelta

import pytest

from people.session_limits import Held, Kind, Limits, Over, is_worth_noting, limits, over
from people.sessions import kinds
from portal.sessions import read
from tests.cast import NOW

TABLE = read({})
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def held(*roles: str, began: timedelta = timedelta(), seen: timedelta | None = None, **more: bool) -> Held:
    """Somebody who signed in so long ago, and was last seen so long ago."""
    hers = kinds(roles, own_device=more.pop("own_device", False), **more)
    return Held(NOW - began, NOW - (began if seen is None else seen), hers)


@pytest.mark.parametrize(
    ("roles", "own_device", "idle", "absolute"),
    [
        ([], True, 30 * DAY, 90 * DAY),
        ([], False, HOUR, 12 * HOUR),
        (["ordering_manager"], True, 8 * HOUR, 7 * DAY),
        (["planner"], True, HOUR, 12 * HOUR),
        (["certificate_officer"], False, HOUR, 12 * HOUR),
        (["system_owner"], True, 30 * MINUTE, 8 * HOUR),
    ],
)
def test_each_has_the_limits_of_her_role(roles, own_device, idle, absolute):
    assert limits(held(*roles, own_device=own_device), TABLE) == Limits(idle, absolute)


def test_whoever_is_several_things_is_held_to_the_strictest():
    assert limits(held("ordering_manager", "planner", "system_owner"), TABLE) == TABLE[Kind.OWNER]


def test_a_role_that_is_no_longer_in_the_code_is_held_as_the_desk():
    assert limits(held("something_else"), TABLE) == TABLE[Kind.DESK]


def test_whoever_looks_as_somebody_else_has_half_an_hour_whatever_she_does():
    assert over(held(began=30 * MINUTE, seen=MINUTE, is_help=True, own_device=True), TABLE, now=NOW) is Over.ABSOLUTE


@pytest.mark.parametrize(("minutes", "why"), [(59, None), (60, Over.IDLE)])
def test_a_session_at_the_desk_ends_after_an_hour_without_use(minutes, why):
    assert over(held("planner", began=2 * HOUR, seen=minutes * MINUTE), TABLE, now=NOW) is why


@pytest.mark.parametrize(("hours", "why"), [(11, None), (12, Over.ABSOLUTE)])
def test_it_ends_after_twelve_hours_however_busy_she_is(hours, why):
    assert over(held("planner", began=hours * HOUR, seen=MINUTE), TABLE, now=NOW) is why


def test_a_clock_that_is_put_back_ends_nothing():
    assert over(held("planner", began=-HOUR), TABLE, now=NOW) is None


@pytest.mark.parametrize(
    ("roles", "seen", "noted"),
    [(["planner"], 59, False), (["planner"], 60, True), ([], 599, False), ([], 600, True)],
)
def test_use_is_noted_now_and_then_and_not_at_every_click(roles, seen, noted):
    last = timedelta(seconds=seen)
    assert is_worth_noting(held(*roles, began=HOUR, seen=last, own_device=True), TABLE, now=NOW) is noted
