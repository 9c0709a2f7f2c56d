"""What the model is given of an area."""

from datetime import date

import pytest

from booking.forecast import reading
from booking.forecast.sorts import Sort
from booking.models import CalendarDay, Order
from tests.booking.forecast.ordered import TODAY, a_past
from tests.cast import at

pytestmark = pytest.mark.django_db


def test_an_order_is_of_the_day_when_it_begins_by_the_clock_in_stockholm(town):
    town.order("2026-05-10 00:30", "2026-05-10 07:00", placed_at=at("2026-05-08 23:30"))

    (history,) = reading.histories(town.area.pk, on=TODAY).values()

    assert history.days == {date(2026, 5, 10): {2: 1}}


@pytest.mark.parametrize(
    ("status", "number"),
    [("open", 1), ("booked", 1), ("completed", 1), ("lapsed", 1), ("cancelled", 0), ("draft", 0)],
)
def test_what_needed_somebody_is_counted(town, status, number):
    town.order("2026-05-10 07:00", "2026-05-10 16:00", status=status)

    assert len(reading.histories(town.area.pk, on=TODAY)) == number


def test_each_occupation_of_the_area_alone_in_one_query(town, elsewhere, django_assert_num_queries):
    a_past(town, weeks=2)
    a_past(elsewhere, weeks=2)

    with django_assert_num_queries(1):
        found = reading.histories(town.area.pk, on=TODAY)

    assert {key: history.since(date(2026, 4, 1), TODAY) for key, history in found.items()} == {town.occupation.pk: 28}
    assert Order.objects.count() == 56


def test_the_municipalitys_own_day_is_red_here():
    day = date(2026, 5, 20)
    CalendarDay.objects.create(day=day, name="Kommunens dag", kind=CalendarDay.Kind.RED)

    assert reading.calendar(on=TODAY)(day) is Sort.RED


def test_ascension_day_is_red_and_the_day_after_a_bridge():
    calendar = reading.calendar(on=TODAY)

    assert [calendar(date(2026, 5, day)) for day in (14, 15)] == [Sort.RED, Sort.BRIDGE]
    assert calendar(date(2026, 6, 19)) is Sort.EVE
