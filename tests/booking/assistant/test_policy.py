"""What a pair is worth: the aims in their order."""

from datetime import UTC, datetime, timedelta

import pytest

from booking.assistant.policy import Around, Stage, worth
from booking.matching.ranking import Merits, Paid, Tier

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MAY = datetime(2026, 5, 1, 8, tzinfo=UTC)
PLAIN = {
    "tier": Tier.AREA,
    "paid": Paid.SAME,
    "interested": False,
    "has_time": True,
    "shifts_here": 0,
    "hours_this_month": 80 * HOUR,
    "wished": None,
    "last_asked": None,
    "hours_this_week": 9 * HOUR,
    "name": "Elin Ek",
}
USUAL = {"until_start": 3 * DAY, "candidates": 10, "stage": Stage.HOURLY}


def points(around=None, **told):
    return worth(Merits(**(PLAIN | told)), Around(**(USUAL | (around or {})))).total


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (points({"until_start": HOUR}), points({"until_start": 9 * DAY, "stage": Stage.RESOURCE})),
        (points({"candidates": 1}), points({"candidates": 20, "stage": Stage.RESOURCE})),
        (points({"stage": Stage.RESOURCE}), points({"stage": Stage.MONTHLY}, tier=Tier.WISHED)),
        (points({"stage": Stage.MONTHLY}), points(tier=Tier.WISHED, interested=True)),
        (points(paid=Paid.FIRST), points({"stage": Stage.MONTHLY}, paid=Paid.AFTER, tier=Tier.WISHED)),
        (points(), points({"beyond": 8 * HOUR}, tier=Tier.INTRODUCED)),
        (points(tier=Tier.WISHED), points(tier=Tier.FAVOURITE, shifts_here=9)),
        (points(tier=Tier.FAVOURITE), points(tier=Tier.INTRODUCED)),
        (points(shifts_here=5), points(shifts_here=4)),
        (points(interested=True), points(shifts_here=5)),
        (points(hours_this_month=20 * HOUR), points(hours_this_month=120 * HOUR)),
        (points(hours_this_month=40 * HOUR, wished=160 * HOUR), points(hours_this_month=40 * HOUR, wished=40 * HOUR)),
        (points({"told": True}), points()),
    ],
)
def test_what_is_aimed_at_first_is_worth_more(more, less):
    assert more > less


def test_a_seat_filled_by_whomever_is_worth_more_than_the_best_way_of_filling_another():
    best = points({"stage": Stage.RESOURCE, "told": True}, tier=Tier.WISHED, interested=True, shifts_here=9)
    worst = points({"until_start": 60 * DAY, "candidates": 10_000, "beyond": 99 * HOUR}, paid=Paid.AFTER)

    assert 2 * worst > best


def test_the_points_are_told_by_what_they_are_for():
    found = worth(Merits(**PLAIN), Around(**USUAL | {"beyond": 2 * HOUR}))

    assert found.as_record() == {
        "fill": 1_000_000, "soon": 22_500, "hard": 9_000, "stage": 0, "cost": -500, "continuity": 800, "wish": 464,
        "told": 0,
    }  # fmt: skip
    assert found.total == 1_032_264
