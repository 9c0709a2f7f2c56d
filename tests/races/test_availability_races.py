"""One person's time and standing, from many hands at once. Proved on PostgreSQL, with real connections."""

from datetime import date, time
from functools import partial

import pytest

from booking.models import Absence, Availability, AvailabilityPattern, Kind, PlannerTask
from booking.operations import absences, availability, bookings, patterns, standing
from booking.period import Period, Weekly
from people.models import Block
from tests.cast import NOW, a_town, at
from tests.factories.booking import AvailabilityFactory

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

EIGHT = 8
DAY = Period(at("2026-05-13 06:00"), at("2026-05-13 18:00"))
WEDNESDAYS = Weekly(frozenset({2}), time(7), time(16), date(2026, 5, 13))


@pytest.fixture
def town(transactional_db):
    return a_town("Hemtjänst")


@pytest.fixture
def amira(town):
    return town.substitute()


def saying(amira, kind=Kind.AVAILABLE):
    return partial(availability.put_in, amira, [DAY], kind=kind, by=amira.user, at=NOW)


def test_the_same_time_put_in_many_times_at_once_is_one_row(amira, at_once):
    at_once([saying(amira)] * EIGHT)

    assert Availability.objects.get().period == DAY


def test_without_the_lock_the_same_time_would_be_there_many_times(amira, at_once, without_locks):
    at_once([saying(amira)] * EIGHT)

    assert Availability.objects.count() > 1


def test_yes_and_no_to_the_same_time_at_once_leave_one_of_them(amira, at_once):
    at_once([saying(amira), saying(amira, Kind.NOT_AVAILABLE)] * (EIGHT // 2))

    assert Availability.objects.get().period == DAY


def test_the_same_pattern_laid_out_many_times_at_once_is_one(amira, at_once):
    told = {"kind": Kind.AVAILABLE, "by": amira.user, "at": NOW}

    at_once([partial(patterns.lay_out, amira, WEDNESDAYS, **told)] * EIGHT)

    assert AvailabilityPattern.objects.get().rows.count() == Availability.objects.count()


def test_time_taken_away_as_it_is_booked_stands_or_is_gone_before_the_booking(town, amira, at_once):
    AvailabilityFactory(substitute=amira, kind=Kind.AVAILABLE, starts=DAY.starts, ends=DAY.ends)
    order = town.order()

    booking, stood = at_once(
        [
            partial(bookings.book, order, amira, by=town.planner, at=NOW),
            partial(availability.take_away, amira, DAY, by=amira.user, at=NOW),
        ]
    )

    left = [row.period for row in Availability.objects.all()]
    assert (stood, left) in [([booking], [order.period]), ([], [])]


@pytest.mark.parametrize("deed", ["absence", "block"])
def test_she_who_is_booked_as_she_is_stopped_is_a_task_or_not_booked(town, amira, at_once, deed):
    stopping = {
        "absence": partial(absences.note, amira, DAY, kind=Absence.Kind.SICK, by=town.planner, at=NOW),
        "block": partial(
            standing.block, amira, town.workplace, asked_by=Block.AskedBy.WORKPLACE, reason="x", by=town.planner, at=NOW
        ),
    }
    booked, _stopped = at_once([partial(bookings.book, town.order(), amira, by=town.planner, at=NOW), stopping[deed]])

    assert isinstance(booked, Exception) != PlannerTask.objects.exists()
