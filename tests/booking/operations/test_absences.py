"""Time when a substitute is away."""

from datetime import timedelta

import pytest

from booking.models import Absence, Booking, Order, PlannerTask
from booking.operations import absences
from booking.period import Period
from people.models import HistoryEntry
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory

SICK, CARE = Absence.Kind.UNTIL_SAID, Absence.Kind.SET_DAYS


def days(first: int, last: int) -> Period:
    """Whole days of May 2026."""
    return Period(at(f"2026-05-{first:02} 00:00"), at(f"2026-05-{last + 1:02} 00:00"))


@pytest.fixture
def amira(town):
    return town.substitute()


@pytest.fixture
def away(town, amira):
    """`away(period)`: what the planner notes."""
    return lambda period, kind=SICK: absences.note(amira, period, kind=kind, by=town.planner, at=NOW)


@pytest.fixture
def shift(town, amira):
    """Thursday 14 May."""
    return BookingFactory(
        order=town.order("2026-05-14 07:00", "2026-05-14 16:00", status=Order.Status.BOOKED), substitute=amira
    )


def waiting():
    return PlannerTask.objects.waiting().filter(kind=PlannerTask.Kind.ABSENT_YET_BOOKED)


def spans():
    return sorted((row.kind, row.period) for row in Absence.objects.all())


def test_a_shift_under_an_absence_stands_and_is_a_task_for_its_planners(town, shift, away):
    noted = away(days(13, 15))

    assert noted.booked == [shift]
    assert Booking.objects.occupying().filter(pk=shift.pk).exists()
    task = waiting().get()
    assert (task.booking, task.area, task.order) == (shift, town.area, shift.order)


def test_the_same_absence_twice_is_one_with_one_task(shift, away):
    first, second = away(days(13, 15)), away(days(13, 15))

    assert first.absence == second.absence
    assert second.booked == [shift]
    assert waiting().count() == 1
    assert HistoryEntry.objects.filter(action="absence.note").count() == 1


def test_absences_of_one_kind_that_meet_are_one_and_of_two_kinds_are_two(away):
    away(days(13, 14))
    away(days(17, 18))
    away(days(15, 16))
    away(days(16, 17), kind=CARE)

    assert spans() == [(CARE, days(16, 17)), (SICK, days(13, 18))]


def test_an_absence_within_another_changes_nothing(away):
    away(days(13, 18))
    away(days(14, 15))

    assert spans() == [(SICK, days(13, 18))]


def test_the_history_does_not_say_why_she_is_away(away):
    away(days(13, 14))

    assert "sick" not in str(HistoryEntry.objects.get(action="absence.note").data)


def test_a_shift_that_is_over_is_nobodys_task(town, amira):
    BookingFactory(order=town.order("2026-05-11 07:00", "2026-05-11 16:00"), substitute=amira)

    assert absences.note(amira, days(11, 15), kind=SICK, by=town.planner, at=NOW).booked == []


def test_she_who_is_well_again_is_away_until_then_and_the_task_of_a_later_shift_is_done(town, shift, away):
    absence = away(days(12, 15)).absence

    absences.shorten(absence, at("2026-05-14 00:00"), by=town.planner, at=NOW)

    assert spans() == [(SICK, days(12, 13))]
    task = PlannerTask.objects.get()
    assert (task.done_at, task.done_by) == (NOW, town.planner)


def test_the_task_of_a_shift_that_is_still_under_an_absence_waits_on(town, shift, away):
    absence = away(days(12, 15)).absence

    absences.shorten(absence, at("2026-05-15 00:00"), by=town.planner, at=NOW)

    assert waiting().get().booking == shift


def test_an_absence_that_never_came_about_is_gone(town, shift, away):
    absence = away(days(13, 15)).absence

    assert absences.shorten(absence, NOW, by=town.planner, at=NOW) is None
    assert not Absence.objects.exists()
    assert not waiting().exists()
    assert absences.shorten(absence, NOW, by=town.planner, at=NOW) is None


def test_an_absence_is_not_made_longer_by_being_shortened(town, away):
    absence = away(days(13, 15)).absence

    assert absences.shorten(absence, absence.ends + timedelta(days=3), by=town.planner, at=NOW) == absence
    assert spans() == [(SICK, days(13, 15))]


def test_away_again_the_same_shift_is_a_task_again(town, shift, away):
    absences.shorten(away(days(13, 15)).absence, NOW, by=town.planner, at=NOW)

    away(days(13, 15))

    assert waiting().count() == 1
