"""The next paydays on a page: what is to be handed in, what is over, and that there is none yet."""

from datetime import date

import pytest

from portal.pages.models import Payday
from tests.cast import at
from tests.pages.in_force.conftest import shown

pytestmark = pytest.mark.usefixtures("morning")


@pytest.fixture
def payday(db) -> Payday:
    """The next one: that of April."""
    return Payday.objects.create(month=date(2026, 4, 1), hand_in_by=at("2026-05-13 12:00"), payday=date(2026, 5, 27))


def test_the_next_payday_is_told_with_the_last_day_to_hand_in(page, client, payday):
    html = shown(client, page(("paydays", {"count": 2})))

    assert "onsdag 27 maj" in html
    assert "För pass i april." in html
    assert "onsdag 13 maj 12.00" in html


def test_what_is_too_late_to_hand_in_is_not_asked_for(page, client, payday, time_machine):
    path = page(("paydays", {"count": 1}))
    assert "Lämna in dina tider senast <time" in shown(client, path)

    time_machine.move_to("2026-05-13T12:00:00+02:00", tick=False)

    html = shown(client, path)
    assert "Lämna in dina tider senast" not in html
    assert "Sista dag att lämna in tider var <time" in html


def test_a_payday_that_is_today_says_so(page, client, payday, time_machine):
    time_machine.move_to("2026-05-27T23:30:00+02:00", tick=False)

    html = shown(client, page(("paydays", {"count": 1})))

    assert "Löning i dag, <time" in html
    assert "Nästa löning:" not in html


def test_a_payday_of_another_year_has_its_year(page, client, payday):
    Payday.objects.create(month=date(2026, 12, 1), hand_in_by=at("2026-12-31 12:00"), payday=date(2027, 1, 27))

    html = shown(client, page(("paydays", {"count": 2})))

    assert ">Onsdag 27 januari 2027<" in html
    assert ">onsdag 27 maj<" in html


def test_that_no_payday_is_known_is_told(page, client):
    assert "Nästa lönedag är inte bestämd än." in shown(client, page(("paydays", {"count": 3})))
