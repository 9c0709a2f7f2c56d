"""A shift in pieces: each example with its arithmetic, and that the pieces always add up."""

from collections import defaultdict
from datetime import UTC, date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from booking.holidays import kind_of
from booking.inconvenient import DayKind, Ob
from booking.period import Period
from booking.worked.pieces import Paper, Piece, TimeKind, by_day, classed, pieces
from tests.clock import at

NONE, HOUR, MINUTE = timedelta(), timedelta(hours=1), timedelta(minutes=1)
FIRST = datetime(2026, 1, 1, tzinfo=UTC)
FULL_TIME = Paper("hourly", "hourly")


def cut(starts: str, ends: str, rest: int = 0) -> list[tuple[str, str, float]]:
    """Day, class and hours of each piece."""
    found = pieces(Period(at(starts), at(ends)), rest * MINUTE, kind_of)
    return [(f"{one.day:%m-%d}", one.ob.value if one.ob else "", one.work / HOUR) for one in found]


def test_an_evening_is_cut_where_the_class_changes():
    # 13–19 is 6 h, 19–22 is 3 h of evening; the break of 30 minutes is spread over 9 h: 6/9 and 3/9 of it.
    assert cut("2026-05-12 13:00", "2026-05-12 22:00", 30) == [
        ("05-12", "", 6 - 20 / 60),
        ("05-12", "evening", 3 - 10 / 60),
    ]


def test_a_night_over_midnight_into_a_holiday():
    # Wednesday 13 May is the eve of Ascension: from 16 weekend; Thursday 14 May is red all day. 21–24 is 3 h, 00–07
    # is 7 h; the break of 60 minutes is taken from the day that has most, the Thursday: 7 − 1 = 6 h.
    assert cut("2026-05-13 21:00", "2026-05-14 07:00", 60) == [("05-13", "weekend", 3), ("05-14", "weekend", 6)]


def test_a_night_out_of_a_holiday_ends_as_an_ordinary_morning():
    # Ascension's night: weekend until 07 on the Friday, ordinary from there. 22–24 is 2 h, 00–07 7 h, 07–08 1 h.
    assert cut("2026-05-14 22:00", "2026-05-15 08:00") == [
        ("05-14", "weekend", 2),
        ("05-15", "weekend", 7),
        ("05-15", "", 1),
    ]


def test_a_shortened_shift_keeps_what_was_worked():
    # Booked 14–22, gone at 20.30: 14–19 is 5 h, 19–20.30 is 1.5 h of evening, no break.
    assert cut("2026-05-12 14:00", "2026-05-12 20:30") == [("05-12", "", 5), ("05-12", "evening", 1.5)]


def test_the_night_to_summer_time_has_an_hour_less():
    # Easter eve 22–24 is 2 h, Easter Day 00–06 by the clock is 5 h: 02–03 never was.
    assert cut("2027-03-27 22:00", "2027-03-28 06:00") == [("03-27", "major", 2), ("03-28", "major", 5)]


def test_the_night_to_normal_time_has_an_hour_more():
    assert cut("2027-10-30 22:00", "2027-10-31 06:00") == [("10-30", "weekend", 2), ("10-31", "weekend", 7)]


def test_the_two_nights_when_the_clock_changes_make_up_for_each_other():
    # Two nights 22–06 are 16 h by the clock; in real time 7 + 9 = 16 h too.
    spring, autumn = cut("2027-03-27 22:00", "2027-03-28 06:00"), cut("2027-10-30 22:00", "2027-10-31 06:00")

    assert sum(hours for _day, _ob, hours in spring + autumn) == 7 + 9


def kinds(found: list[Piece]) -> dict[TimeKind, float]:
    by_kind: defaultdict[TimeKind, float] = defaultdict(float)
    for piece in found:
        by_kind[piece.kind] += piece.work / HOUR
    return dict(by_kind)


def week_of(hours: list[int]) -> list[tuple[int, Period, timedelta]]:
    """A shift each day from Monday 11 May 2026, so many hours from 07."""
    starts = [at(f"2026-05-{11 + n} 07:00") for n in range(len(hours))]
    return [(n, Period(starts[n], starts[n] + length * HOUR), NONE) for n, length in enumerate(hours)]


def test_what_passes_forty_hours_of_a_week_is_overtime():
    # 9 h a day: Monday to Thursday is 36 h, so Friday has 4 ordinary and 5 of overtime.
    found = classed(week_of([9, 9, 9, 9, 9]), lambda _key, _day: FULL_TIME, kind_of)

    assert kinds(found[3]) == {TimeKind.ORDINARY: 9}
    assert kinds(found[4]) == {TimeKind.ORDINARY: 4, TimeKind.OVERTIME: 5}


def test_what_passes_a_part_time_week_is_additional_up_to_a_full_one():
    # An agreement of 30 h: 4 × 9 = 36 h has 30 ordinary and 6 additional; Friday 9 h has 4 more to 40, and 5 beyond.
    half = Paper("monthly", "monthly", 30 * HOUR)

    found = classed(week_of([9, 9, 9, 9, 9]), lambda _key, _day: half, kind_of)

    assert kinds(found[3]) == {TimeKind.ORDINARY: 3, TimeKind.ADDITIONAL: 6}
    assert kinds(found[4]) == {TimeKind.ADDITIONAL: 4, TimeKind.OVERTIME: 5}


def test_a_night_from_sunday_belongs_to_two_weeks():
    # 40 h from Monday to Friday; Sunday 22–24 is overtime of that week, Monday 00–06 begins the next.
    night = (9, Period(at("2026-05-17 22:00"), at("2026-05-18 06:00")), NONE)

    found = classed([*week_of([8, 8, 8, 8, 8]), night], lambda _key, _day: FULL_TIME, kind_of)

    assert kinds(found[9]) == {TimeKind.OVERTIME: 2, TimeKind.ORDINARY: 6}


def test_two_agreements_that_meet_at_midnight_each_have_their_day():
    # One agreement ends with 31 May, another begins on 1 June: 22–24 is 2 h by the first, 00–06 is 6 h by the second.
    night = (1, Period(at("2026-05-31 22:00"), at("2026-06-01 06:00")), NONE)
    papers = {5: Paper("first"), 6: Paper("second")}

    (found,) = classed([night], lambda _key, day: papers[day.month], kind_of).values()
    hours = [(one.paper.key, one.work / HOUR) for one in found]

    assert hours == [("first", 2), ("second", 6)]


def test_the_break_of_a_split_night_is_taken_where_most_of_it_is():
    night = Period(at("2026-04-30 22:00"), at("2026-05-01 06:00"))

    assert by_day(night, 30 * MINUTE) == {date(2026, 4, 30): 2 * HOUR, date(2026, 5, 1): 5.5 * HOUR}


SHIFTS = st.lists(
    st.tuples(st.integers(0, 3 * 365 * 24 * 60), st.integers(1, 25 * 60), st.integers(0, 240)), min_size=1, max_size=6
)


def as_shifts(worked: list[tuple[int, int, int]]) -> list[tuple[int, Period, timedelta]]:
    return [
        (key, Period(FIRST + start * MINUTE, FIRST + (start + length) * MINUTE), rest * MINUTE)
        for key, (start, length, rest) in enumerate(worked)
    ]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(worked=SHIFTS, kinds_of_days=st.tuples(*[st.sampled_from(DayKind)] * 5), week=st.integers(0, 48))
def test_hours_by_class_always_add_up_to_elapsed_time_less_breaks(worked, kinds_of_days, week):
    shifts = as_shifts(worked)

    found = classed(shifts, lambda _key, _day: Paper(week=week * HOUR), lambda day: kinds_of_days[day.toordinal() % 5])

    for key, shift, rest in shifts:
        assert sum((piece.work for piece in found[key]), NONE) == max(shift.length - rest, NONE)
        assert all(piece.work > NONE and piece.work % MINUTE == NONE for piece in found[key])
        assert {piece.ob for piece in found[key]} <= {None, *Ob}


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(worked=SHIFTS)
def test_no_week_has_more_ordinary_time_than_the_agreement(worked):
    shifts = as_shifts(worked)

    found = classed(shifts, lambda _key, _day: Paper(week=10 * HOUR), kind_of)

    by_week: defaultdict[tuple[int, int], timedelta] = defaultdict(timedelta)
    for piece in (piece for mine in found.values() for piece in mine if piece.kind is TimeKind.ORDINARY):
        by_week[piece.day.isocalendar()[:2]] += piece.work
    assert all(hours <= 10 * HOUR for hours in by_week.values())
