"""How the forecast would have done, beside what anybody could guess."""

import random
import uuid
from datetime import timedelta

import pytest

from benchmarks.forecast import seeded
from booking.forecast.backtest import accuracy, backtest
from booking.forecast.interval import margins
from booking.forecast.model import foresee
from tests.booking.forecast.history_of import PLAIN, TODAY, every_day

KEY = uuid.UUID(int=1)


@pytest.fixture(scope="module")
def tried():
    """The first of the seeded areas, with growth, weekdays, red days and chance."""
    return backtest(seeded.areas()[0], seeded.calendar(), on=seeded.LAST, weeks=12)


def test_it_errs_less_than_the_same_weekday_last_week_and_than_the_mean_of_four(tried):
    found = accuracy(tried[None])

    assert found.share < 0.8 * found.share_last_week
    assert found.share < 0.8 * found.share_last_four


def test_it_errs_less_of_each_occupation_too(tried):
    found = [accuracy(rows) for key, rows in tried.items() if key]

    assert all(one.share < one.share_last_four for one in found)


def test_it_errs_less_of_tomorrow_than_of_a_month_ahead(tried):
    near, far = (accuracy(row for row in tried[None] if row.ahead == week) for week in (0, 3))

    assert near.share < far.share


def test_a_past_day_is_foreseen_by_what_was_known_then():
    later = every_day(lambda day: 90 if day >= TODAY - timedelta(days=7) else 2)

    found = backtest({KEY: later}, PLAIN, on=TODAY, weeks=1)[KEY]

    assert [row.had for row in found] == [90] * 7
    assert max(row.foreseen.usual for row in found) < 3
    assert {row.last_week for row in found} == {2}


def test_days_that_have_not_been_are_not_tried():
    found = backtest({KEY: every_day(2)}, PLAIN, on=TODAY, weeks=2)[KEY]

    assert max(row.foreseen.day for row in found) < TODAY
    assert len(found) == 7 + 14


def test_nothing_tried_has_no_accuracy():
    assert accuracy([]) is None
    assert backtest({}, PLAIN, on=TODAY) == {}


def test_eight_days_of_ten_end_within_the_interval():
    chance = random.Random(8)
    kinds = {KEY: every_day(lambda _day: sum(chance.random() < 0.5 for _n in range(12)), weeks=60)}
    found = margins(backtest(kinds, PLAIN, on=TODAY)[KEY])

    said = [found.around(day, ahead=0) for day in foresee(kinds, PLAIN, on=TODAY)[KEY].days[1:7]]

    assert all(2 <= low < 6 < high <= 10 for low, high in said)


def test_an_interval_is_never_below_what_is_placed_and_none_is_told_without_errors():
    day = foresee({KEY: every_day(3)}, PLAIN, on=TODAY)[KEY].days[3]

    assert margins([]).around(day, ahead=0) is None
    tried = backtest({KEY: every_day(lambda day: 0 if day.weekday() == 1 else 3)}, PLAIN, on=TODAY)[KEY]
    assert margins(tried).around(day, ahead=0)[0] >= day.placed
