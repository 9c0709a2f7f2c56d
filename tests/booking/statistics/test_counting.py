"""Days, shares, quantiles, turns of the day and causes: plain values in, plain values out."""

from datetime import date

import pytest

from booking.statistics.causes import Cause, Facts, cause_of
from booking.statistics.channels import Channel, channel_of
from booking.statistics.figures import Share, difference, quantile, quartiles, total
from booking.statistics.people import continuity_of, step_of
from booking.statistics.starts import Slot, Turn, by_turn, heat, slot_of, worst
from booking.statistics.stretch import Stretch
from booking.weeks import Month
from tests.cast import at

TUESDAY = date(2026, 5, 12)


def test_the_last_weeks_are_whole_and_over():
    assert Stretch.of_weeks(4, today=TUESDAY) == Stretch(date(2026, 4, 13), date(2026, 5, 10))
    assert Stretch.of_weeks(1, today=date(2026, 5, 10)) == Stretch(date(2026, 4, 27), date(2026, 5, 3))


def test_as_many_days_come_before_and_before_a_month_the_month():
    assert Stretch(date(2026, 5, 4), date(2026, 5, 6)).before == Stretch(date(2026, 5, 1), date(2026, 5, 3))
    assert Stretch.of_month(Month.named("2026-03")).before == Stretch.of_month(Month.named("2026-02"))


def test_days_go_from_midnight_to_midnight_in_sweden_also_when_the_clock_changes():
    span = Stretch(date(2026, 3, 29), date(2026, 3, 29)).span

    assert (span.starts, span.ends) == (at("2026-03-29 00:00"), at("2026-03-30 00:00"))
    assert span.length.total_seconds() == 23 * 3600


def test_the_weeks_of_some_days_are_those_that_have_one_of_them():
    weeks = Stretch(date(2026, 5, 10), date(2026, 5, 12)).weeks()

    assert [week.number for week in weeks] == [19, 20]


@pytest.mark.parametrize(
    ("part", "whole", "percent"), [(0, 0, None), (0, 3, 0.0), (2, 3, 66.7), (3, 3, 100.0), (9999, 10000, 99.9)]
)
def test_a_share_in_per_cent(part, whole, percent):
    assert Share(part, whole).percent == percent


def test_shares_add_up_and_what_is_left_is_the_rest():
    both = total([Share(2, 3), Share(1, 7)])

    assert (both, both.rest) == (Share(3, 10), 7)


def test_a_difference_needs_both():
    assert difference(93.8, 95) == -1.2
    assert difference(93.8, None) is None
    assert difference(None, 95) is None


def test_a_quantile_is_the_smallest_that_so_many_keep_within():
    waited = {1: 1, 5: 1, 10: 1, 60: 1}

    assert [quantile(waited, part) for part in (0.25, 0.5, 0.75, 1)] == [1, 5, 10, 60]
    assert quantile({7: 3}, 0.5) == 7
    assert quartiles({}) is None


@pytest.mark.parametrize(
    ("moment", "slot"),
    [
        ("2026-05-12 04:59", Slot(1, Turn.NIGHT)),
        ("2026-05-12 05:00", Slot(1, Turn.DAY)),
        ("2026-05-12 12:59", Slot(1, Turn.DAY)),
        ("2026-05-12 13:00", Slot(1, Turn.EVENING)),
        ("2026-05-12 19:59", Slot(1, Turn.EVENING)),
        ("2026-05-12 20:00", Slot(1, Turn.NIGHT)),
        ("2026-05-10 21:00", Slot(6, Turn.NIGHT)),  # over midnight: of the day on which it begins
        ("2026-03-29 05:00", Slot(6, Turn.DAY)),  # the day the clock went forward: 03.00 in UTC
        ("2026-10-25 04:30", Slot(6, Turn.NIGHT)),
    ],
)
def test_a_shift_is_of_the_day_and_turn_by_swedens_clock(moment, slot):
    assert slot_of(at(moment)) == slot


def test_a_cell_is_warmer_the_more_there_are():
    assert [heat(number, 9) for number in range(10)] == [0, 1, 1, 2, 2, 3, 3, 3, 4, 4]


def test_the_worst_are_those_near_the_most_unless_they_are_everywhere():
    friday, saturday, monday = Slot(4, Turn.EVENING), Slot(5, Turn.EVENING), Slot(0, Turn.DAY)

    assert worst({friday: 8, saturday: 6, monday: 2}) == [friday, saturday]
    assert worst({Slot(day, Turn.DAY): 1 for day in range(5)}) == []
    assert worst({friday: 0}) == []
    assert by_turn([saturday, monday, friday]) == {Turn.DAY: [0], Turn.EVENING: [4, 5]}


NOTHING = dict.fromkeys(Facts.__slots__, False)


@pytest.mark.parametrize(
    ("known", "cause"),
    [
        ((), Cause.NOT_ASKED),
        (("halted", "said_no", "short"), Cause.HALTED),
        (("said_no", "searched", "short", "was_booked"), Cause.ALL_SAID_NO),
        (("silent", "searched", "short"), Cause.ALL_SILENT),
        (("said_no", "silent"), Cause.NONE_COULD),
        (("answered_otherwise",), Cause.NONE_COULD),
        (("searched", "short", "was_booked"), Cause.NOBODY_FITTED),
        (("short", "was_booked"), Cause.TOO_SHORT),
        (("was_booked",), Cause.LOST_AGAIN),
    ],
)
def test_the_first_cause_that_holds_is_the_one(known, cause):
    assert cause_of(Facts(**NOTHING | dict.fromkeys(known, True))) is cause


def test_a_booking_made_anew_is_by_a_planners_hand_and_none_is_nobody():
    assert [channel_of(origin) for origin in ("rebooked", "", "phone")] == [
        Channel.PLANNER,
        Channel.NOBODY,
        Channel.PHONE,
    ]


def test_how_often_falls_into_steps():
    assert [step_of(times) for times in (0, 1, 2, 3, 5, 6, 10, 11, 99)] == [0, 1, 1, 2, 2, 3, 3, 4, 4]


def test_continuity_is_how_many_come_and_how_much_the_usual_three_have():
    seen = continuity_of([5, 4, 3, 2, 1])  # five people, fifteen shifts

    assert (seen.shifts, seen.people, seen.in_ten, seen.by_the_usual) == (15, 5, 3.3, 80)


def test_continuity_of_few_people_is_not_told():
    few = continuity_of([9, 1, 1, 1])

    assert (few.shifts, few.people, few.in_ten, few.by_the_usual) == (12, None, None, None)
