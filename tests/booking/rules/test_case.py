"""A case tried at another time, and the numbers that hold where an agreement says nothing else."""

from booking.rules import Shift, Terms, Worked
from tests.booking.rules.cases import BREAK, booked, case, hours, span

IN_JUNE = span(7, 8, day=20).starts
COUNTED = Worked(month=hours(100), next_month=hours(30), overtime_year=hours(9))


def test_a_case_joins_her_work_once():
    anybody = case(None, booked(9, 12), booked(6, 9))

    assert anybody.work() == (span(6, 12),)
    assert anybody.work() is anybody.work()
    assert anybody.work_with_the_shift() == (span(6, 16),)
    assert anybody.work_with_the_shift() is anybody.work_with_the_shift()


def test_a_case_at_another_start_remembers_nothing_of_the_first():
    anybody = case(None, booked(6, 9))
    anybody.work_with_the_shift()

    assert anybody.starting(span(12, 13).starts).work_with_the_shift() == (span(6, 9), span(12, 21))


def test_a_shift_moved_within_the_month_has_the_same_hours_worked():
    moved = case(worked=COUNTED).starting(span(7, 8, day=9).starts)

    assert (moved.shift.period, moved.shift.pause) == (span(7, 16, day=9), BREAK)
    assert moved.worked == COUNTED


def test_a_shift_moved_to_the_month_after_has_that_months_hours():
    moved = case(worked=COUNTED).starting(IN_JUNE)

    assert moved.shift.period == span(7, 16, day=20)
    assert moved.worked == Worked(month=hours(30), next_month=None, overtime_year=hours(9))


def test_hours_that_nobody_has_counted_are_those_of_the_commitments_known():
    june, july = span(7, 8, day=20).starts, span(7, 8, day=50).starts
    anybody = case(None, booked(7, 16, day=18), booked(7, 16, day=19, pause=BREAK), booked(7, 9, day=21))

    assert anybody.starting(june).worked.month == hours(10.5)
    assert case(None, booked(7, 9, day=50), worked=COUNTED).starting(july).worked.month == hours(2)


def test_a_shift_is_as_long_in_real_hours_at_its_new_start():
    shift = Shift(span(22, 6), occupation="undersköterska").starting(IN_JUNE)

    assert (shift.period.length, shift.occupation) == (hours(8), "undersköterska")


def test_where_an_agreement_says_nothing_the_law_and_the_central_agreement_do():
    terms = Terms()

    assert (terms.daily_rest, terms.longest_span, terms.weekly_rest) == (hours(11), hours(13), hours(36))
    assert (terms.weekly_hours, terms.average_hours, terms.average_weeks) == (hours(40), hours(48), 17)
    assert (terms.month_cap, terms.days_in_row, terms.unbroken_work) == (hours(165), 11, hours(5))
    assert (terms.overtime_four_weeks, terms.overtime_month, terms.overtime_year) == (hours(48), hours(50), hours(200))
