"""A day is as in the country's calendar, unless the municipality says otherwise."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from booking import calendar_days
from booking.calendar_days import kind_of, red_days
from booking.inconvenient import DayKind
from booking.models import CalendarDay
from people.operations import organisation
from tests.cast import NOW
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)
ASCENSION, EVE = date(2026, 5, 14), date(2026, 5, 13)


def says(day, kind, name="Lokal helg"):
    row = CalendarDay(day=day, kind=kind, name=name)
    organisation.keep(row, by=UserFactory(), at=NOW)
    return row


def test_a_day_that_nobody_has_said_anything_of_is_as_by_law():
    assert red_days(2026)[ASCENSION] == "Kristi himmelsfärdsdag"
    assert (kind_of(ASCENSION), kind_of(EVE), kind_of(date(2026, 5, 12))) == (
        DayKind.RED,
        DayKind.EVE,
        DayKind.ORDINARY,
    )


@pytest.mark.parametrize("kind", ["red", "major"])
def test_a_day_can_be_made_red(kind):
    says(date(2026, 5, 15), kind, "Klämdag")

    assert red_days(2026)[date(2026, 5, 15)] == "Klämdag"
    assert kind_of(date(2026, 5, 15)) is DayKind(kind)


@pytest.mark.parametrize("kind", ["ordinary", "eve"])
def test_a_red_day_can_be_made_a_working_day(kind):
    says(ASCENSION, kind)

    assert ASCENSION not in red_days(2026)
    assert kind_of(ASCENSION) is DayKind(kind)


def test_what_is_said_again_counts_at_once():
    row = says(ASCENSION, "ordinary")
    assert ASCENSION not in red_days(2026)

    row.kind = "red"
    organisation.keep(row, by=UserFactory(), at=NOW)
    assert red_days(2026)[ASCENSION] == "Lokal helg"

    organisation.remove(row, by=UserFactory(), at=NOW)
    assert red_days(2026)[ASCENSION] == "Kristi himmelsfärdsdag"


def test_days_of_other_years_are_theirs_alone():
    says(date(2027, 5, 15), "red")

    assert set(red_days(2026)) & {date(2027, 5, 15)} == set()


def test_the_table_is_read_once_and_not_for_each_day():
    says(ASCENSION, "ordinary")

    with CaptureQueriesContext(connection) as asked:
        for day in range(1, 29):
            kind_of(date(2026, 5, day))
        red_days(2026)

    assert len(asked) == 1
    assert calendar_days.own()
