"""Spans of time, over the nights when the clocks change too."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booking.period import (
    STOCKHOLM,
    NoSuchTime,
    Period,
    TimeTwice,
    covered,
    gaps,
    joined,
    local,
    local_span,
    shared,
    whole_day,
    without,
)

MIDNIGHT = datetime(2027, 3, 1, tzinfo=UTC)
SPRING, AUTUMN = date(2027, 3, 28), date(2027, 10, 31)

hours = st.integers(0, 96)
periods = st.tuples(hours, st.integers(1, 24)).map(
    lambda pair: Period(MIDNIGHT + timedelta(hours=pair[0]), MIDNIGHT + timedelta(hours=pair[0] + pair[1]))
)


def hours_in(blocks: tuple[Period, ...]) -> set[datetime]:
    """Every whole hour that the blocks take: a slow and simple model to compare with."""
    return {
        block.starts + timedelta(hours=n) for block in blocks for n in range(int(block.length / timedelta(hours=1)))
    }


def length(blocks: Iterable[Period]) -> timedelta:
    return sum((block.length for block in blocks), timedelta())


def test_a_period_that_ends_as_it_starts_is_refused():
    with pytest.raises(ValueError, match="ends after it starts"):
        Period(MIDNIGHT, MIDNIGHT)


def test_a_period_of_naive_moments_is_refused():
    with pytest.raises(ValueError, match="aware"):
        Period(datetime(2027, 1, 1), datetime(2027, 1, 2))  # noqa: DTZ001 (that is the point)


def test_touching_periods_do_not_overlap():
    morning = Period(MIDNIGHT, MIDNIGHT + timedelta(hours=8))
    evening = Period(morning.ends, morning.ends + timedelta(hours=8))

    assert not morning.overlaps(evening)
    assert morning.touches(evening)


def test_a_wider_period_has_its_margin_on_both_sides_in_real_hours():
    night = local_span(AUTUMN - timedelta(days=1), time(22), time(6)).widened(timedelta(hours=2))

    assert (night.starts, night.length) == (local(AUTUMN - timedelta(days=1), time(20)), timedelta(hours=13))


@given(st.lists(periods, max_size=8))
def test_joining_keeps_the_same_time_in_order_and_apart(blocks: list[Period]):
    whole = joined(blocks)

    assert hours_in(whole) == hours_in(tuple(blocks))
    assert all(before.ends < after.starts for before, after in pairwise(whole))


@given(st.lists(periods, max_size=8), periods)
def test_gaps_and_blocks_share_the_time_between_them(blocks: list[Period], within: Period):
    free = gaps(blocks, within)

    assert hours_in(free) == hours_in((within,)) - hours_in(tuple(blocks))
    assert covered(within, blocks) == (free == ())


@given(st.lists(periods, max_size=8))
def test_joining_what_is_joined_changes_nothing_and_covers_each_block(blocks: list[Period]):
    whole = joined(blocks)

    assert joined(whole) == whole
    assert all(covered(block, blocks) for block in blocks)


@given(st.lists(periods, max_size=8), st.lists(periods, max_size=8))
def test_what_is_taken_and_what_is_left_make_up_the_whole(blocks: list[Period], taken: list[Period]):
    left, gone = without(blocks, taken), shared(blocks, taken)

    assert hours_in(left) == hours_in(tuple(blocks)) - hours_in(tuple(taken))
    assert not any(part.overlaps(other) for part in left for other in taken)
    assert joined([*left, *gone]) == joined(blocks)
    assert length(left) + length(gone) == length(joined(blocks))


@given(st.lists(periods, max_size=8), st.lists(periods, max_size=8))
def test_what_is_shared_is_the_same_from_both_sides(blocks: list[Period], others: list[Period]):
    assert shared(blocks, others) == shared(others, blocks)
    assert hours_in(shared(blocks, others)) == hours_in(tuple(blocks)) & hours_in(tuple(others))


@given(st.lists(periods, max_size=8), periods)
def test_gaps_and_what_is_taken_add_up_in_real_hours(blocks: list[Period], within: Period):
    free = gaps(blocks, within)

    assert length(free) + length(shared([within], blocks)) == within.length
    assert without([within], blocks) == free


@given(periods, periods)
def test_what_two_periods_share_is_in_both(one: Period, other: Period):
    common = one.common(other)

    assert (common is not None) == one.overlaps(other)
    assert common is None or (one.covers(common) and other.covers(common))


def test_the_night_the_clocks_go_forward_is_seven_hours():
    assert local_span(date(2027, 3, 27), time(22), time(6)).length == timedelta(hours=7)


def test_the_night_the_clocks_go_back_is_nine_hours():
    assert local_span(date(2027, 10, 30), time(22), time(6)).length == timedelta(hours=9)


@pytest.mark.parametrize(("day", "length"), [(SPRING, 23), (date(2027, 5, 13), 24), (AUTUMN, 25)])
def test_a_whole_day_is_as_long_as_the_local_day(day: date, length: int):
    assert whole_day(day).length == timedelta(hours=length)
    assert local_span(day, time(), time()) == whole_day(day)


def test_a_time_that_the_clock_jumps_over_does_not_exist():
    with pytest.raises(NoSuchTime):
        local(SPRING, time(2, 30))


def test_a_time_that_the_clock_passes_twice_is_not_guessed():
    with pytest.raises(TimeTwice):
        local(AUTUMN, time(2, 30))


@given(st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1)))  # noqa: DTZ001 (local clock readings)
def test_a_local_time_reads_the_same_on_stockholms_clock(reading: datetime):

    try:
        moment = local(reading.date(), reading.time())
    except (NoSuchTime, TimeTwice):
        return
    assert moment.astimezone(STOCKHOLM).replace(tzinfo=None) == reading
