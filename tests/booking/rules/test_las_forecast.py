"""When limits are passed, and what that gives a right to: worked examples, each with its sum written out."""

from datetime import date

import pytest

from booking.rules.las import VIKARIAT, Limit
from booking.rules.las_forecast import at_pace, passed_on
from booking.rules.las_precedence import Notice, Precedence, Right, notice, precedence
from tests.booking.rules.las_cases import each_day, fixed_term, standing_in

TODAY = date(2026, 5, 12)


@pytest.mark.parametrize(
    ("limit", "kind", "number", "passed"),
    [
        # A day each day from the 1st of January 2025: day n is n - 1 days later.
        (Limit.NEXT_ONE, "sarskild_visstid", 274, None),
        (Limit.NEXT_ONE, "sarskild_visstid", 275, date(2025, 10, 2)),  # 31+28+31+30+31+30+31+31+30 = 273, and 2
        (Limit.FIXED_TERM, "sarskild_visstid", 365, None),
        (Limit.FIXED_TERM, "sarskild_visstid", 366, date(2026, 1, 1)),  # the 365 days of 2025, and one
        (Limit.STANDING_IN, VIKARIAT, 548, None),
        (Limit.STANDING_IN, VIKARIAT, 549, date(2026, 7, 3)),  # 365, 181 to the end of June, and 3
        (Limit.STANDING_IN_BY_LAW, VIKARIAT, 730, None),
        (Limit.STANDING_IN_BY_LAW, VIKARIAT, 731, date(2027, 1, 1)),  # 365, 365, and one
    ],
)
def test_a_limit_is_passed_by_the_day_after_its_last(limit, kind, number, passed):
    assert passed_on(each_day("2025-01-01", number, kind), limit, today=TODAY) == passed


def test_over_a_leap_day_the_limit_comes_a_day_earlier_in_the_calendar():
    """From the 1st of March 2027: 366 days end on the last of February 2028, which has a 29th."""
    assert passed_on(each_day("2027-03-01", 366), Limit.FIXED_TERM, today=TODAY) == date(2028, 2, 29)
    assert passed_on(each_day("2026-03-01", 366), Limit.FIXED_TERM, today=TODAY) == date(2027, 3, 1)


def test_by_kommunals_months_of_thirty_days_the_361st_day_passes_twelve():
    assert (Limit.FIXED_TERM.short_months, Limit.NEXT_ONE.short_months) == (360, 270)  # 12 × 30, 9 × 30
    assert Limit.STANDING_IN.short_months is None  # counted shift by shift: 548 days


def test_the_third_engagement_of_a_month_passes_and_not_the_days_between_before_it():
    """270 days, and in May the 3rd, the 10th and the 20th: 271, 272, then 20 - 3 + 1 = 18 and 288 in all."""
    hers = each_day("2025-01-01", 270) + fixed_term("2026-05-03", "2026-05-10", "2026-05-20")

    assert passed_on(hers, Limit.NEXT_ONE, today=TODAY) == date(2026, 5, 20)


def test_what_has_fallen_out_of_the_window_passes_nothing():
    """270 days in 2022 are out of the three years that end in June 2026; there are 10 left to count."""
    assert passed_on(each_day("2022-01-01", 270) + each_day("2026-06-01", 10), Limit.NEXT_ONE, today=TODAY) is None


def test_employment_for_good_was_passed_once_and_the_next_one_is_passed_anew():
    first, second = each_day("2019-01-01", 366), each_day("2026-01-01", 275)

    assert passed_on(first + second, Limit.FIXED_TERM, today=TODAY) == date(2020, 1, 1)
    assert passed_on(first + second, Limit.NEXT_ONE, today=TODAY) == date(2026, 10, 2)


def test_a_chain_is_passed_after_more_than_five_years():
    """70 days each autumn, and a vikariat each spring: five years hold 5 × 70 = 350, the chain 420 in its sixth."""
    autumns = [each for year in range(2021, 2027) for each in each_day(f"{year}-09-01", 70)]
    springs = [each for year in range(2022, 2027) for each in standing_in(f"{year}-01-15", f"{year}-05-15")]

    assert passed_on(autumns, Limit.FIXED_TERM, today=TODAY) is None
    # The sixth autumn's 16th day is the 366th: 5 × 70 + 16.
    assert passed_on(autumns + springs, Limit.FIXED_TERM, today=TODAY) == date(2026, 9, 16)


def test_at_her_pace_the_limit_is_passed_when_the_days_suffice():
    """89 days from the 12th of February to the 12th of May, a day each; 200 in all: 75 more are 275."""
    hers = each_day("2025-10-25", 200)

    assert hers[-1].day == TODAY
    assert at_pace(hers, Limit.NEXT_ONE, today=TODAY) == date(2026, 7, 26)  # 19 in May, 30 in June, 26 in July


def test_at_half_the_pace_it_takes_twice_as_long():
    """Of the 89 days 44 were worked, so 275 - 244 = 31 more take 31 × 89 ÷ 44 = 62,7 days: the 63rd."""
    hers = each_day("2025-01-01", 200) + each_day("2026-03-30", 44)

    assert at_pace(hers, Limit.NEXT_ONE, today=TODAY) == date(2026, 7, 14)  # 19, 30 and 14


def test_at_a_pace_no_quicker_than_old_days_fall_out_it_is_never_passed():
    """A shift each fourth day, of which as many fall out as come: 274 in three years, and no more."""
    hers = each_day("2023-05-13", 3 * 365 + 1, VIKARIAT)[::4]

    assert at_pace(hers, Limit.STANDING_IN, today=TODAY) is None


def test_who_has_not_worked_for_three_months_has_no_pace():
    assert at_pace(each_day("2025-01-01", 270), Limit.NEXT_ONE, today=TODAY) is None
    assert at_pace([], Limit.NEXT_ONE, today=TODAY) is None


def test_more_than_nine_months_give_precedence_until_nine_months_after_the_last_day():
    hers = each_day("2025-07-01", 275)  # to the 1st of April 2026: 31+31+30+31+30+31+31+28+31 = 274, and one

    right = precedence(hers, Right.TO_FIXED_TERM, today=TODAY)

    assert right == Precedence(Right.TO_FIXED_TERM, 275, date(2026, 4, 1), date(2027, 1, 1))
    assert right.holds(TODAY)
    assert precedence(hers[1:], Right.TO_FIXED_TERM, today=TODAY).since is None


def test_vikariat_gives_no_precedence_to_the_next_one_but_counts_towards_twelve_months_together():
    hers = each_day("2025-04-02", 200) + each_day("2025-10-19", 166, VIKARIAT)  # 366 in a row, to the 2nd of April

    assert precedence(hers, Right.TO_FIXED_TERM, today=TODAY) == Precedence(Right.TO_FIXED_TERM, 200)
    anew = precedence(hers, Right.TO_ANY, today=TODAY)
    assert (anew.days, anew.since, anew.until) == (366, date(2026, 4, 2), date(2027, 1, 2))


def test_precedence_is_over_after_nine_months_and_begins_anew():
    hers = each_day("2024-07-01", 275)  # to the 1st of April 2025, so to the 1st of January 2026

    assert precedence(hers, Right.TO_FIXED_TERM, today=date(2026, 1, 1)).holds(date(2026, 1, 1))
    assert precedence(hers, Right.TO_FIXED_TERM, today=date(2026, 1, 2)).since is None
    again = precedence([*hers, *fixed_term("2026-05-01")], Right.TO_FIXED_TERM, today=TODAY)
    assert (again.since, again.until) == (date(2026, 5, 1), date(2027, 2, 1))


def test_what_is_booked_gives_it_from_that_day_and_prolongs_it():
    hers = each_day("2025-07-01", 274) + fixed_term("2026-06-01")

    right = precedence(hers, Right.TO_FIXED_TERM, today=TODAY)

    assert (right.days, right.since, right.until) == (274, date(2026, 6, 1), date(2027, 3, 1))
    assert not right.holds(TODAY)


def test_now_is_told_before_what_comes_after_a_time_without():
    hers = each_day("2025-01-01", 275) + fixed_term("2026-09-01")  # to the 2nd of July 2026; then anew

    right = precedence(hers, Right.TO_FIXED_TERM, today=TODAY)

    assert (right.since, right.until) == (date(2025, 10, 2), date(2026, 7, 2))


def test_notice_is_given_a_month_before_the_last_day_to_whoever_has_the_right():
    hers = each_day("2025-07-01", 275) + fixed_term("2026-05-31")

    found = notice(hers, today=TODAY)

    assert found == Notice(by=date(2026, 4, 30), last=date(2026, 5, 31))
    assert found.is_due(TODAY)
    assert notice(hers[:-2], today=TODAY) is None  # 274 days
    assert notice([], today=TODAY) is None
    assert notice(hers, today=date(2027, 3, 1)) is None  # the right was over on the last of February
