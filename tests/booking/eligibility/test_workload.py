"""How much she works, as her planners read it."""

from datetime import timedelta

import pytest

from booking.eligibility import workload
from booking.eligibility.workload import Caps
from booking.models import Policy
from people.models import RuleProfile
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory
from tests.factories.people import AgreementFactory

HOUR = timedelta(hours=1)


@pytest.fixture
def emma(town):
    return town.substitute(wished_weekly_hours=20)


@pytest.fixture
def counted(emma):
    return lambda: workload.of(emma, list(emma.agreements.all()), now=NOW)


@pytest.fixture
def works(town, emma):
    """`works("2026-05-13", "07:00", "16:00", by=…)`: she has the shift."""

    def make(day, starts, ends, *, last="", by=None, minutes=0, **fields):
        order = (by or town).order(f"{day} {starts}", f"{last or day} {ends}", break_minutes=minutes)
        return BookingFactory(order=order, substitute=emma, agreement=emma.agreements.first(), **fields)

    return make


def test_the_hours_are_of_the_week_the_month_and_the_year_without_breaks(works, counted):
    works("2026-05-13", "07:00", "16:00", minutes=60)  # this week
    works("2026-05-05", "07:00", "15:00")
    works("2026-01-07", "07:00", "12:00")
    works("2025-12-30", "07:00", "15:00")

    found = counted()

    assert (found.week, found.month, found.year) == (8 * HOUR, 16 * HOUR, 21 * HOUR)
    assert found.wish == 20 * HOUR


def test_a_night_over_the_end_of_the_week_counts_with_its_part(works, counted):
    works("2026-05-10", "22:00", "06:00", last="2026-05-11")

    assert counted().week == 6 * HOUR


def test_shifts_elsewhere_count_and_those_missed_or_ended_do_not(works, elsewhere, counted):
    works("2026-05-13", "07:00", "12:00", by=elsewhere)
    works("2026-05-11", "07:00", "12:00", no_show=True)
    works("2026-05-14", "07:00", "12:00", ended_at=NOW, end_reason="mistake")

    assert counted().week == 5 * HOUR


def test_the_caps_are_the_laws_and_the_policys(town, counted):
    assert counted().caps == Caps(40 * HOUR, 165 * HOUR)

    Policy.objects.create(area=town.area, month_cap=120)
    assert counted().caps == Caps(40 * HOUR, 120 * HOUR)

    Policy.objects.update(month_cap=0)
    assert counted().caps == Caps(40 * HOUR, None)


def test_of_several_agreements_the_lowest_cap_is_told_and_none_that_is_over_counts(town, emma, counted):
    half = RuleProfile.objects.create(name="Halvtid", weekly_hours=20, month_cap=80)
    none = RuleProfile.objects.create(name="Noll", weekly_hours=10)
    AgreementFactory(substitute=emma, area=None, workplace=town.workplace, rule_profile=half)
    AgreementFactory(substitute=emma, area=town.area, rule_profile=none, ends=at("2026-05-01 00:00"))

    assert counted().caps == Caps(20 * HOUR, 80 * HOUR)


def test_whoever_has_no_agreement_is_held_to_the_law(emma):
    assert workload.of(emma, [], now=NOW).caps == Caps(40 * HOUR, None)


def test_it_is_said_when_a_cap_is_passed(town, works, counted):
    assert not any([counted().week_is_over, counted().month_is_over])

    for day in range(11, 16):
        works(f"2026-05-{day}", "06:00", "16:00")
    Policy.objects.create(area=town.area, month_cap=49)

    assert counted().week_is_over
    assert counted().month_is_over
