"""An area's forecast is counted and kept, once a day, and weighed against who has time."""

from datetime import date

import pytest
import time_machine

from booking import tasks
from booking.models import Forecast, ForecastDay
from booking.operations import forecasting
from people.models import HistoryEntry
from portal.schedules import SCHEDULES
from tests.booking.forecast.ordered import a_past
from tests.cast import NOW, at
from tests.factories.booking import AvailabilityFactory
from tests.factories.people import OccupationFactory

DAY = date(2026, 5, 13)


def of_area(town, day=DAY):
    return ForecastDay.objects.of_areas().get(area=town.area, day=day)


def test_each_of_the_coming_four_weeks_is_kept_by_occupation_and_in_all(town):
    a_past(town)

    forecast = forecasting.count(town.area, at=NOW)

    assert forecast.days.count() == 2 * 28
    row = of_area(town)
    assert row.expected == pytest.approx(2, abs=0.2)
    assert (row.low, row.high, row.short) == (2, 2, 2)
    assert row.why["lately"] == [2, 2, 2, 2]
    assert forecast.accuracy["error"] < 0.2


def test_twice_is_once_and_says_the_same(town):
    a_past(town)

    first, second = (forecasting.count(town.area, at=at(f"2026-05-12 {hour}:00")) for hour in ("06", "18"))

    assert first.pk == second.pk
    assert ForecastDay.objects.count() == 2 * 28
    assert of_area(town).expected == pytest.approx(2, abs=0.2)


def test_the_next_day_it_has_moved_on(town):
    a_past(town)
    for moment in ("2026-05-12 06:00", "2026-05-13 06:00"):
        forecasting.count(town.area, at=at(moment))

    days = ForecastDay.objects.of_areas().order_by("day").values_list("day", flat=True)

    assert (days[0], len(days)) == (DAY, 28)


def test_of_an_area_with_little_history_it_is_said_of_what_there_is_too_little(town):
    a_past(town, weeks=3)

    forecast = forecasting.count(town.area, at=NOW)

    assert forecast.too_little == [str(town.occupation.pk)]
    assert not forecast.days.exists()


def test_time_that_comes_in_makes_it_less_short_within_the_hour(town):
    a_past(town)
    forecasting.keep_up(town.area, at=NOW)
    AvailabilityFactory(
        substitute=town.substitute(), starts=at("2026-05-13 07:00"), ends=at("2026-05-13 16:00")
    )  # fmt: skip

    forecasting.keep_up(town.area, at=at("2026-05-12 07:00"))

    assert of_area(town).short == 1
    assert Forecast.objects.get().weighed_at == at("2026-05-12 07:00")
    assert Forecast.objects.get().counted_at == NOW


@time_machine.travel(NOW, tick=False)
def test_the_queue_counts_every_area_and_goes_on_past_one_that_it_cannot(town, elsewhere, monkeypatch):
    a_past(town)
    a_past(elsewhere)
    count = forecasting.count

    def stops_at_one(area, *, at):
        if area == elsewhere.area:
            raise RuntimeError
        return count(area, at=at)

    monkeypatch.setattr(forecasting, "count", stops_at_one)
    tasks.foresee()
    monkeypatch.undo()
    tasks.foresee()

    assert {row.area for row in Forecast.objects.all()} == {town.area, elsewhere.area}


def test_the_queue_is_told_to_every_hour():
    assert [each.minutes for each in SCHEDULES if each.task == "booking.tasks.foresee"] == [60]


def test_that_a_planner_had_it_counted_is_recorded(town):
    forecasting.count(town.area, at=NOW, by=town.planner)
    forecasting.count(town.area, at=NOW)

    assert HistoryEntry.objects.get(action="forecast.count").user == town.planner


def test_what_is_read_of_more_occupations_takes_few_queries(town, django_assert_max_num_queries):
    a_past(town)
    a_past(town, occupation=OccupationFactory(name="barnskötare"))

    with django_assert_max_num_queries(24):
        forecasting.count(town.area, at=NOW)

    assert ForecastDay.objects.count() == 3 * 28
