"""The judge shares no code with the rules, and answers as they do of one shift among many booked ones."""

import random
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from benchmarks.assistant.checker import breaches
from booking.period import Period
from booking.rules.case import Case, Commitment, Shift, Terms
from booking.rules.hours import days_in_row
from booking.rules.rest import daily_rest, shift_span, weekly_rest
from tests.benchmarks.assistant.plans import hers, shift
from tests.clock import at

RULES = {"daily_rest": daily_rest, "span": shift_span, "weekly_rest": weekly_rest, "days_in_row": days_in_row}
MONDAY = at("2027-03-22 00:00")
"""The clock is put forward on the Sunday."""


def some_shifts(dice: random.Random) -> list[tuple[datetime, int]]:
    """Starts and hours, on some of ten days."""
    often = dice.choice([0.4, 0.9])
    days = [day for day in range(10) for _time in range(2) if dice.random() < often]
    return [(MONDAY + timedelta(days=day, hours=dice.randrange(24)), dice.choice([2, 4, 8, 10])) for day in days]


def apart(spans: list[tuple[datetime, int]]) -> bool:
    periods = sorted(Period(starts, starts + timedelta(hours=hours)) for starts, hours in spans)
    return all(one.ends <= other.starts for one, other in pairwise(periods))


@pytest.mark.parametrize("seed", range(40))
def test_the_judge_answers_as_the_rules_do(seed):
    dice, looked = random.Random(seed), 0
    terms = Terms(days_in_row=4, longest_span=timedelta(hours=dice.choice([9, 13])))
    while looked < 20:
        spans = some_shifts(dice)
        if len(spans) < 2 or not apart(spans):
            continue
        looked += 1
        periods = [Period(starts, starts + timedelta(hours=hours)) for starts, hours in spans]
        case = Case(Shift(periods[0]), commitments=tuple(map(Commitment, periods[1:])), terms=terms)
        ruled = {kind for kind, rule in RULES.items() if rule(case)}
        own, *booked = (shift(starts.isoformat()[:16], hours) for starts, hours in spans)
        longest = terms.longest_span // timedelta(minutes=1)
        problem, plan = hers(own, booked=tuple(booked), days_in_row=4, longest_span=longest, weekly_hours=9_999)
        assert {breach.kind for breach in breaches(problem, plan)} == ruled
