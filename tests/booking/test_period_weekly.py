"""The same time every week, over the nights when the clock changes."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booking.period import STOCKHOLM, Period, Weekly, covered, joined, local, local_span, whole_day

SPRING, AUTUMN = date(2027, 3, 28), date(2027, 10, 31)
WINTER = date(2027, 1, 1)
SATURDAY, SUNDAY = 5, 6
YEAR_END = date(2027, 12, 31)

days = st.dates(date(2026, 9, 1), date(2028, 1, 31))
clocks = st.times().filter(lambda clock: clock.hour not in {1, 2, 3}).map(lambda clock: clock.replace(microsecond=0))
weekly = st.builds(
    Weekly,
    weekdays=st.frozensets(st.integers(0, 6), min_size=1),
    starts=clocks,
    ends=clocks,
    first=st.dates(date(2026, 9, 1), date(2027, 6, 1)),
    last=st.none() | st.dates(date(2027, 6, 2), date(2028, 1, 1)),
    every=st.integers(1, 5),
)


def every(weekday: int, starts: str, ends: str, first: date = WINTER, **fields: object) -> Weekly:
    return Weekly(frozenset({weekday}), time.fromisoformat(starts), time.fromisoformat(ends), first, **fields)


def readings(pattern: Weekly, since: date, until: date) -> Iterator[tuple[datetime, datetime]]:
    """What the clock on the wall shows as each block begins and ends."""
    for block in pattern.spans(since, until):
        starts, ends = (moment.astimezone(STOCKHOLM).replace(tzinfo=None) for moment in (block.starts, block.ends))
        yield starts, ends


def test_scenario_5_a_whole_day_in_spring_is_23_hours_and_covers_an_order_from_midnight_to_midnight():
    (day,) = every(SUNDAY, "00:00", "00:00").spans(SPRING, SPRING)

    assert covered(Period(local(SPRING, time()), local(date(2027, 3, 29), time())), [day])
    assert day.length == timedelta(hours=23)


def test_scenario_6_a_whole_day_in_autumn_is_25_hours_with_both_half_past_two():
    (day,) = every(SUNDAY, "00:00", "00:00").spans(AUTUMN, AUTUMN)

    assert day.length == timedelta(hours=25)
    for fold in (0, 1):
        half_past = datetime(2027, 10, 31, 2, 30, tzinfo=STOCKHOLM, fold=fold).astimezone(UTC)
        assert covered(Period(half_past, half_past + timedelta(minutes=1)), [day])


def test_scenario_8_a_time_put_in_in_winter_is_the_same_on_the_clock_all_year():
    blocks = list(readings(every(SUNDAY, "06:00", "14:00"), WINTER, YEAR_END))

    assert len(blocks) == 52
    assert {(starts.time(), ends.time()) for starts, ends in blocks} == {(time(6), time(14))}


def test_scenario_9_a_night_over_the_change_is_one_block_of_seven_hours_after_eleven():
    nights = every(SATURDAY, "22:00", "06:00").spans(WINTER, YEAR_END)
    order = Period(local(date(2027, 3, 27), time(23)), local(SPRING, time(6)))

    (night,) = [night for night in nights if night.overlaps(order)]

    assert covered(order, [night])
    assert night.length == timedelta(hours=7)
    assert order.length == timedelta(hours=6)


def test_scenario_10_two_rows_that_meet_at_midnight_cover_a_night_together():
    friday, saturday = date(2027, 5, 7), date(2027, 5, 8)
    rows = [local_span(friday, time(12), time()), local_span(saturday, time(), time(8))]

    assert covered(Period(local(friday, time(20)), local(saturday, time(6))), rows)


def test_scenario_11_midnight_to_midnight_is_the_whole_local_day():
    for day in (SPRING, AUTUMN, date(2027, 5, 13)):
        assert list(every(day.weekday(), "00:00", "00:00").spans(day, day)) == [whole_day(day)]


@given(weekly)
def test_each_block_shows_the_asked_times_on_the_clock_all_year(pattern: Weekly):
    for (starts, ends), day in zip(readings(pattern, WINTER, YEAR_END), pattern.days(WINTER, YEAR_END), strict=True):
        assert starts == datetime.combine(day, pattern.starts)
        assert ends.time() == pattern.ends
        assert ends.date() - day == timedelta(days=int(pattern.ends <= pattern.starts))


@given(weekly, days, days)
def test_it_begins_on_its_weekdays_of_every_nth_week_between_its_first_and_last_day(
    pattern: Weekly, since: date, until: date
):
    chosen = set(pattern.days(since, until))

    for day in (since + timedelta(days=n) for n in range((until - since).days + 1)):
        weeks = (day - day.resolution * day.weekday() - (pattern.first - pattern.first.weekday() * day.resolution)).days
        within = pattern.first <= day <= (pattern.last or until)
        assert (day in chosen) == (within and day.weekday() in pattern.weekdays and weeks // 7 % pattern.every == 0)
    assert all(since <= day <= until for day in chosen)


@given(weekly, days)
def test_laid_out_in_two_steps_it_is_the_same_as_in_one(pattern: Weekly, between: date):
    first, last = date(2026, 9, 1), date(2028, 1, 31)
    steps = [*pattern.spans(first, between), *pattern.spans(between + timedelta(days=1), last)]

    assert steps == list(pattern.spans(first, last))


@given(weekly)
def test_the_blocks_are_together_as_long_as_each_by_itself(pattern: Weekly):
    blocks = list(pattern.spans(WINTER, YEAR_END))

    assert sum((block.length for block in joined(blocks)), timedelta()) == sum(
        (block.length for block in blocks), timedelta()
    )


@pytest.mark.parametrize(
    ("starts", "ends", "hours"),
    [("02:30", "10:00", 7), ("22:00", "02:30", 4), ("02:00", "03:00", None), ("02:15", "02:45", None)],
)
def test_a_time_that_the_clock_jumps_over_moves_to_when_it_goes_on(starts: str, ends: str, hours: int | None):
    day = SPRING if ends > starts else date(2027, 3, 27)
    blocks = list(every(day.weekday(), starts, ends).spans(day, day))

    assert [block.length for block in blocks] == ([timedelta(hours=hours)] if hours else [])
    assert all(local(SPRING, time(3)) in {block.starts, block.ends} for block in blocks)


@pytest.mark.parametrize(("starts", "ends", "hours"), [("02:30", "10:00", 8.5), ("22:00", "02:30", 5.5)])
def test_a_time_that_comes_twice_is_there_both_times(starts: str, ends: str, hours: float):
    day = AUTUMN if ends > starts else date(2027, 10, 30)

    (block,) = every(day.weekday(), starts, ends).spans(day, day)

    assert block.length == timedelta(hours=hours)


@pytest.mark.parametrize("wrong", [{"weekdays": frozenset()}, {"weekdays": frozenset({7})}, {"every": 0}])
def test_what_recurs_on_no_day_is_refused(wrong: dict[str, object]):
    with pytest.raises(ValueError, match="recurs"):
        Weekly(**({"weekdays": frozenset({0}), "starts": time(7), "ends": time(16), "first": WINTER} | wrong))
