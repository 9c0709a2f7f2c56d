from datetime import timedelta

import pytest

from booking.period import Period
from booking.resource_time import Fit, Stretch, match
from tests.cast import at

HOUR = timedelta(hours=1)
DAY = "2026-05-13"


def span(hours, day=DAY, last=None):
    starts, ends = hours.split("-")
    return Period(at(f"{day} {starts}"), at(f"{last or day} {ends}"))


def plain(hours, **fields):
    return Stretch(span(hours), **fields)


def acute(hours, most=None, **fields):
    return Stretch(span(hours), acute=True, most=most and most * HOUR, **fields)


def test_an_order_of_the_resource_shifts_own_times_is_exact_and_leaves_nothing():
    found = match(span("07:30-16:00"), [plain("07:30-16:00")])

    assert (found.fit, found.left, found.missing) == (Fit.EXACT, (), ())


def test_an_order_within_the_resource_shift_says_what_is_left_before_and_after():
    found = match(span("08:00-15:00"), [plain("07:00-16:00")])

    assert (found.fit, found.left) == (Fit.INSIDE, (span("07:00-08:00"), span("15:00-16:00")))
    assert found.left_over == 2 * HOUR


def test_what_another_shift_takes_of_the_resource_shift_is_not_left():
    found = match(span("12:00-16:00"), [plain("07:00-16:00")], [span("07:00-10:00")])

    assert found.left == (span("10:00-12:00"),)


def test_a_resource_shift_is_never_moved():
    found = match(span("09:00-17:00"), [plain("07:00-16:00")])

    assert (found.fit, found.missing) == (None, (span("16:00-17:00"),))


@pytest.mark.parametrize(("order", "fit"), [("15:00-23:00", Fit.MOVABLE), ("06:00-15:00", None), ("16:00-23:30", None)])
def test_acute_time_is_moved_within_its_span_to_an_order_no_longer_than_the_shift_to_give(order, fit):
    assert match(span(order), [acute("06:00-23:00", 8)]).fit is fit


def test_of_an_order_that_is_too_long_it_is_said_by_how_much():
    assert match(span("06:00-15:00"), [acute("06:00-23:00", 8)]).too_long == HOUR


def test_acute_time_without_a_length_gives_all_of_its_span():
    assert match(span("06:00-23:00"), [acute("06:00-23:00")]).fit is Fit.MOVABLE


@pytest.mark.parametrize(("hours", "fit"), [("19:00-21:00", Fit.MOVABLE), ("18:00-21:00", None)])
def test_a_shift_booked_within_the_span_takes_of_the_length(hours, fit):
    assert match(span(hours), [acute("06:00-23:00", 8)], [span("07:00-13:00")]).fit is fit


def test_a_shift_booked_outside_the_span_takes_nothing_of_it():
    assert match(span("15:00-23:00"), [acute("14:00-23:00", 8)], [span("07:00-14:00")]).fit is Fit.MOVABLE


def test_acute_time_cut_in_two_still_gives_one_shift_that_day():
    pieces = [acute("06:00-12:00", 6), acute("14:00-23:00", 6)]

    assert match(span("15:00-20:00"), pieces, [span("06:00-11:00")]).too_long == 4 * HOUR


def test_time_that_meets_is_put_together_before_it_is_asked_of():
    assert match(span("07:00-16:00"), [plain("07:00-12:00"), plain("12:00-16:00")]).fit is Fit.EXACT
    assert match(span("10:00-14:00"), [plain("07:00-12:00"), acute("12:00-16:00")]).fit is Fit.MOVABLE


def test_no_resource_time_meets_the_order():
    assert match(span("07:00-16:00"), [plain("16:00-22:00")]) is None


def test_the_order_gives_time_only_if_all_of_it_lies_in_time_that_does():
    gives, gives_not = plain("07:00-12:00", gives_time=True), plain("12:00-16:00")

    assert match(span("08:00-12:00"), [gives, gives_not]).gives_time
    assert not match(span("08:00-13:00"), [gives, gives_not]).gives_time


def test_what_does_not_fit_gives_no_time():
    assert not match(span("06:00-16:00"), [acute("06:00-23:00", 8, gives_time=True)]).gives_time


def test_a_night_over_midnight_belongs_to_its_evening():
    night = Stretch(span("21:00-07:00", last="2026-05-14"), acute=True, most=8 * HOUR)
    booked = [span("21:00-23:00")]

    assert match(span("01:00-07:00", "2026-05-14"), [night], booked).fit is Fit.MOVABLE
    assert match(span("00:00-07:00", "2026-05-14"), [night], booked).too_long == HOUR


@pytest.mark.parametrize(
    ("day", "last", "fits"), [("2026-03-28", "2026-03-29", True), ("2026-10-24", "2026-10-25", False)]
)
def test_the_night_when_the_clock_changes_counts_real_hours(day, last, fits):
    stretch = Stretch(span("20:00-10:00", day, last), acute=True, most=9 * HOUR)

    found = match(span("22:00-07:00", day, last), [stretch])

    assert (found.fit is Fit.MOVABLE) is fits, "8 hours in spring, 10 in autumn"
