"""The system owner says what a day is here."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse, reverse_lazy

from booking.models import CalendarDay
from tests.cast import NOW

CALENDAR = reverse_lazy("calendarday:index")


@pytest.fixture(autouse=True)
def _morning():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def browser(owner, signed_in):
    return signed_in(owner)


def text(answer):
    return answer.content.decode()


def test_the_year_shows_its_red_days_and_their_eves(browser):
    shown = text(browser.get(CALENDAR))

    assert "Kalender 2026" in shown
    assert "Kristi himmelsfärdsdag" in shown
    assert "Dag före röd dag" in shown


@pytest.mark.parametrize(("asked", "year"), [("2027", "2027"), ("x", "2026"), ("99999", "2026"), ("1999", "2026")])
def test_another_year_is_shown_if_it_is_one(asked, year, browser):
    assert f"Kalender {year}" in text(browser.get(CALENDAR, {"ar": asked}))


def test_a_day_is_counted_in_another_way_and_the_history_says_who(browser, owner):
    shown = text(browser.get(reverse("calendarday:add"), {"day": "2026-05-15", "name": "Klämdag"}))
    assert 'value="2026-05-15"' in shown
    assert 'value="Klämdag"' in shown

    browser.post(reverse("calendarday:add"), {"day": "2026-05-15", "name": "Klämdag", "kind": "red"})

    row = CalendarDay.objects.get()
    assert (row.day, row.kind) == (date(2026, 5, 15), "red")
    assert "Klämdag" in text(browser.get(CALENDAR))
    assert str(owner) in text(browser.get(reverse("calendarday:history", args=[row.pk])))


def test_a_day_that_is_there_already_is_refused_beside_its_field(browser):
    CalendarDay.objects.create(day=date(2026, 5, 15), name="Klämdag", kind="red")

    answer = browser.post(reverse("calendarday:add"), {"day": "2026-05-15", "name": "En gång till", "kind": "eve"})

    assert "finns redan" in text(answer)
    assert 'value="En gång till"' in text(answer)


def test_only_the_system_owner_sees_it(town, signed_in):
    assert signed_in(town.planner).get(CALENDAR).status_code == 404
