"""When a shift could begin instead: what a rule promises of it holds, for any days of any substitute."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booking.period import Period
from booking.rules import AHEAD, Case, Channel, Commitment, Shift, Weight, Worked, breaches, earliest_lawful_start
from tests.booking.rules.cases import BREAK, RULE, booked, case, from_midnight, hours, span

UNHURRIED = settings(deadline=None)  # a loaded machine is no fault of a rule's
FIRST = from_midnight(-14, 14).starts


def periods(shortest: int = 1, longest: int = 14) -> st.SearchStrategy[Period]:
    """Within two weeks back and ahead, on whole hours."""
    return st.tuples(st.integers(0, 28 * 24), st.integers(shortest, longest)).map(
        lambda pair: Period(FIRST + hours(pair[0]), FIRST + hours(sum(pair)))
    )


def shifts() -> st.SearchStrategy[Shift]:
    around_the_middle = st.tuples(st.integers(13 * 24, 15 * 24), st.integers(1, 15))
    return around_the_middle.map(
        lambda pair: Shift(Period(FIRST + hours(pair[0]), FIRST + hours(sum(pair))), pause=BREAK)
    )


cases = st.builds(
    Case,
    shift=shifts(),
    channel=st.sampled_from(Channel),
    absences=st.lists(periods(), max_size=2).map(tuple),
    born=st.none() | st.dates(datetime(2008, 4, 1).date(), datetime(2010, 6, 1).date()),  # noqa: DTZ001 (days)
    agreements=st.lists(periods(24, 400), max_size=3).map(tuple),
    records_checks=st.lists(periods(24, 400), max_size=3).map(tuple),
    commitments=st.lists(periods(1, 24).map(Commitment), max_size=14).map(tuple),
    availability=st.lists(periods(10, 60), max_size=5).map(tuple),
    unavailable=st.lists(periods(), max_size=2).map(tuple),
    worked=st.builds(Worked, month=st.integers(140, 170).map(hours), overtime_month=st.integers(40, 51).map(hours)),
)


@UNHURRIED
@given(cases)
def test_no_rule_is_broken_at_the_start_that_it_names(anybody: Case):
    for code, rule in RULE.items():
        breach = rule(anybody)
        if breach and breach.earliest:
            assert breach.earliest > anybody.shift.period.starts, code
            assert rule(anybody.starting(breach.earliest)) is None, code


@UNHURRIED
@given(cases)
def test_the_lawful_start_is_lawful_and_not_before_the_asked_one(anybody: Case):
    start = earliest_lawful_start(anybody)

    if start:
        found = breaches(anybody.starting(start))
        assert {breach.weight for breach in found} <= {Weight.NOTICE}
        assert anybody.shift.period.starts <= start <= anybody.shift.period.starts + AHEAD


@pytest.mark.parametrize("code", ["overlap", "daily_rest", "weekly_rest"])
@UNHURRIED
@given(commitments=st.lists(periods(1, 24).map(Commitment), max_size=14), shift=shifts())
def test_no_whole_hour_before_the_named_start_would_do(code: str, commitments: list[Commitment], shift: Shift):
    anybody = Case(shift, commitments=tuple(commitments))
    breach = RULE[code](anybody)
    asked = shift.period.starts
    named = breach.earliest if breach and breach.earliest else asked

    for n in range(1, (named - asked) // hours(1)):
        tried = anybody.starting(asked + hours(n))
        assert RULE[code](tried) or RULE["overlap"](tried)


def test_where_nothing_stands_in_the_way_the_lawful_start_is_the_asked_one():
    only_noticed = case(shift=Shift(span(7, 16)))

    assert earliest_lawful_start(only_noticed) == span(7, 8).starts


def test_the_lawful_start_meets_all_rules_one_after_the_other():
    papers_from_friday = (from_midnight(2, 90),)
    anybody = case(None, booked(8, 16), booked(0, 6, day=2), agreements=papers_from_friday)

    assert earliest_lawful_start(anybody) == span(17, 18, day=2).starts


@pytest.mark.parametrize("more", [{"blocked": True}, {"active": False}, {"agreements": ()}])
def test_what_no_time_mends_has_no_lawful_start(more: dict[str, object]):
    assert earliest_lawful_start(case(None, booked(8, 16), **more)) is None


@pytest.mark.parametrize(("minutes", "found"), [(0, True), (1, False)])
def test_a_lawful_start_is_looked_for_as_far_as_her_days_are_known(minutes: int, found: bool):
    papers = (Period(span(7, 8, day=14).starts + hours(minutes / 60), from_midnight(90, 91).starts),)

    assert (earliest_lawful_start(case(agreements=papers)) is not None) == found


@pytest.mark.parametrize(
    ("asked", "days", "first_rested"),
    [
        # Which week is the worst changes with the start: an hour later no week is worse than without the shift.
        ((321, 332), [(229, 239), (256, 262), (350, 371), (387, 403), (416, 421), (449, 461), (571, 576)], 322),
        # Six days in a row until half past: 36 hours of rest are over at half past too.
        ((152, 160), [(24 * day + 8.5, 24 * day + 17.5) for day in range(6)], 173.5),
    ],
)
def test_the_first_start_that_leaves_a_week_its_rest(asked, days, first_rested):
    worked = tuple(Commitment(Period(FIRST + hours(starts), FIRST + hours(ends))) for starts, ends in days)
    shift = Shift(Period(*(FIRST + hours(each) for each in asked)), pause=BREAK)

    assert RULE["weekly_rest"](Case(shift, commitments=worked)).earliest == FIRST + hours(first_rested)
