"""Time that recurs, laid out as rows."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
import time_machine

from booking import tasks
from booking.models import Availability, AvailabilityPattern, Kind
from booking.operations import availability, patterns
from booking.period import STOCKHOLM, Period, Weekly, local_span, whole_day
from people.models import HistoryEntry
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory

TUESDAY = date(2026, 5, 12)  # today
FRIDAYS = Weekly(frozenset({4}), time(7), time(16), date(2026, 5, 15))
WEEKS = 26


@pytest.fixture
def amira(town):
    return town.substitute()


@pytest.fixture
def laid(amira):
    """`laid(weekly)`: her pattern, laid out now."""

    def lay(weekly=FRIDAYS, *, kind=Kind.AVAILABLE, now=NOW, by=None, **more):
        return patterns.lay_out(amira, weekly, kind=kind, by=by or amira.user, at=now, **more)

    return lay


def friday(week: int, starts: int = 7, ends: int = 16) -> Period:
    """The Friday so many weeks ahead."""
    return local_span(FRIDAYS.first + timedelta(weeks=week), time(starts), time(ends))


def rows(pattern) -> list[Period]:
    return [row.period for row in Availability.objects.filter(pattern=pattern).order_by("starts")]


def test_each_week_in_sight_has_its_row_by_stockholms_clock(laid):
    pattern = laid().pattern

    assert rows(pattern) == [friday(week) for week in range(WEEKS)]
    assert {period.starts.astimezone(STOCKHOLM).hour for period in rows(pattern)} == {7}
    assert pattern.laid_out_to == TUESDAY + timedelta(weeks=WEEKS)


def test_whole_days_that_meet_are_rows_of_their_own(laid):
    every_day = replace(FRIDAYS, weekdays=frozenset(range(7)), starts=time(), ends=time())

    assert rows(laid(every_day).pattern)[:2] == [whole_day(date(2026, 5, 15)), whole_day(date(2026, 5, 16))]


def test_two_nights_that_share_an_hour_when_the_clock_is_set_back_say_it_once(laid):
    nights = replace(FRIDAYS, weekdays=frozenset({5, 6}), starts=time(2, 30), ends=time(2, 30))

    pattern = laid(replace(nights, first=date(2026, 10, 24), last=date(2026, 10, 25))).pattern

    saturday, sunday = rows(pattern)
    assert saturday.ends == sunday.starts
    assert saturday.length + sunday.length == timedelta(hours=49)


def test_what_is_over_is_not_laid_out(laid):
    this_week = replace(FRIDAYS, weekdays=frozenset({0, 1}), first=date(2026, 5, 11))

    assert rows(laid(this_week).pattern)[0] == local_span(TUESDAY, time(7), time(16))


def test_a_pattern_with_no_day_in_sight_is_kept_without_rows(laid):
    pattern = laid(replace(FRIDAYS, first=date(2027, 5, 14))).pattern

    assert rows(pattern) == []
    assert AvailabilityPattern.objects.running().get() == pattern


def test_the_same_pattern_twice_is_one_and_another_is_another(laid, town):
    first = laid(workplaces=[town.workplace]).pattern

    assert laid(workplaces=[town.workplace]).pattern == first
    assert laid().pattern != first
    assert laid(replace(FRIDAYS, every=2)).pattern != first


def test_what_was_said_of_a_day_by_itself_stands(amira, laid):
    availability.put_in(amira, [friday(1, 12, 18)], kind=Kind.NOT_AVAILABLE, by=amira.user, at=NOW)

    pattern = laid().pattern

    assert rows(pattern)[:3] == [friday(0), friday(1, 7, 12), friday(2)]
    assert Availability.objects.get(pattern=None).period == friday(1, 12, 18)


def test_a_day_spoken_of_by_itself_takes_its_place_and_what_is_left_still_belongs_to_it(amira, laid):
    pattern = laid().pattern

    availability.put_in(amira, [friday(1, 9, 12)], kind=Kind.NOT_AVAILABLE, by=amira.user, at=NOW)

    assert rows(pattern)[1:3] == [friday(1, 7, 9), friday(1, 12, 16)]


def test_a_day_that_says_the_same_is_put_in_around_it(amira, laid):
    pattern = laid().pattern

    availability.put_in(amira, [friday(1, 7, 18)], kind=Kind.AVAILABLE, by=amira.user, at=NOW)

    assert friday(1) in rows(pattern)
    assert Availability.objects.get(pattern=None).period == friday(1, 16, 18)


def test_a_newer_pattern_takes_the_place_of_an_older_one(laid):
    older = laid().pattern
    newer = laid(replace(FRIDAYS, starts=time(12), every=2), kind=Kind.NOT_AVAILABLE, now=NOW + timedelta(hours=1))

    assert rows(older)[:3] == [friday(0, 7, 12), friday(1), friday(2, 7, 12)]
    assert rows(newer.pattern)[:2] == [friday(0, 12), friday(2, 12)]


def test_a_newer_pattern_goes_around_what_a_shift_needs(laid, town, amira):
    laid()
    shift = BookingFactory(order=town.order("2026-05-22 08:00", "2026-05-22 14:00"), substitute=amira)

    newer = laid(kind=Kind.NOT_AVAILABLE)

    assert newer.stood == [shift]
    assert rows(newer.pattern)[1:3] == [friday(1, 7, 8), friday(1, 14, 16)]


def test_as_days_come_within_sight_they_are_laid_out_once(amira, laid):
    pattern = laid().pattern
    next_week = NOW + timedelta(weeks=1)

    for _night in range(2):
        patterns.extend(amira, at=next_week)

    assert rows(pattern) == [friday(week) for week in range(WEEKS + 1)]
    assert list(patterns.due(at=next_week)) == []


def test_a_row_that_was_taken_away_does_not_come_back(amira, laid):
    pattern = laid().pattern
    availability.take_away(amira, friday(3), by=amira.user, at=NOW)

    patterns.extend(amira, at=NOW + timedelta(weeks=2))

    assert friday(3) not in rows(pattern)


def test_the_newest_has_its_way_in_days_to_come_too(amira, laid):
    older = laid().pattern
    newer = laid(kind=Kind.NOT_AVAILABLE, now=NOW + timedelta(hours=1)).pattern

    patterns.extend(amira, at=NOW + timedelta(weeks=1))

    assert friday(WEEKS) in rows(newer)
    assert rows(older) == []


def test_a_day_spoken_of_before_it_came_within_sight_stands(amira, laid):
    pattern = laid().pattern
    ahead = friday(WEEKS)
    availability.put_in(amira, [ahead], kind=Kind.ASK_ME, by=amira.user, at=NOW)

    patterns.extend(amira, at=NOW + timedelta(weeks=1))

    assert ahead not in rows(pattern)


def test_the_night_lays_out_for_everybody_who_can_be_booked(amira, laid):
    pattern = laid().pattern
    for can_be_booked, weeks in ((False, WEEKS), (True, WEEKS + 1)):
        amira.is_active = can_be_booked
        amira.save()
        with time_machine.travel(NOW + timedelta(weeks=1), tick=False):
            tasks.extend_patterns()
        assert len(rows(pattern)) == weeks


def test_a_pattern_that_has_ended_has_nothing_more_to_lay_out(laid):
    laid(replace(FRIDAYS, last=date(2026, 6, 12)))

    assert list(patterns.due(at=NOW + timedelta(weeks=1))) == []


def test_an_ended_pattern_keeps_the_rows_up_to_its_last_day(amira, laid):
    pattern = laid().pattern

    stood = patterns.end(pattern, date(2026, 5, 28), by=amira.user, at=NOW)

    assert stood == []
    assert rows(pattern) == [friday(0), friday(1)]
    pattern.refresh_from_db()
    assert (pattern.last_day, pattern.ended_at) == (date(2026, 5, 28), NOW)


def test_an_ended_pattern_keeps_what_a_shift_needs(amira, laid, town):
    pattern = laid().pattern
    shift = BookingFactory(order=town.order("2026-05-22 08:00", "2026-05-22 14:00"), substitute=amira)

    assert patterns.end(pattern, date(2026, 5, 14), by=amira.user, at=NOW) == [shift]
    assert rows(pattern) == [shift.period]


def test_ended_before_its_first_day_it_is_gone_but_remembered(amira, laid):
    pattern = laid().pattern

    patterns.end(pattern, date(2026, 5, 1), by=amira.user, at=NOW)

    assert rows(pattern) == []
    assert not AvailabilityPattern.objects.running().exists()


def test_ended_twice_it_is_ended_once(amira, laid):
    pattern = laid().pattern

    for _click in range(2):
        patterns.end(pattern, date(2026, 5, 28), by=amira.user, at=NOW)

    assert HistoryEntry.objects.filter(action="availabilitypattern.end").count() == 1


def test_ended_beyond_sight_it_is_laid_out_until_then(amira, laid):
    pattern = laid().pattern

    patterns.end(pattern, date(2026, 11, 20), by=amira.user, at=NOW)
    patterns.extend(amira, at=NOW + timedelta(weeks=4))

    assert rows(pattern)[-1] == friday(27)


def test_what_is_past_stays_when_a_pattern_ends(amira, laid):
    pattern = laid().pattern

    patterns.end(pattern, date(2026, 5, 1), by=amira.user, at=at("2026-05-23 00:00"))

    assert rows(pattern) == [friday(0), friday(1)]


def test_what_a_planner_lays_out_is_not_her_own_word(laid, town):
    pattern = laid(by=town.planner, workplaces=[town.workplace]).pattern

    row = pattern.rows.first()
    assert (row.by_herself, row.limited, list(row.workplaces.all())) == (False, True, [town.workplace])
