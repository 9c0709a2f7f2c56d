"""The page that her phone keeps."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.booking.substitute.reading import text
from tests.cast import at
from tests.factories.booking import BookingFactory

KEPT = "/bokningar/utan-nat/"


@pytest.fixture
def booking(town, amira):
    """Tomorrow 07–16, at a workplace with a code."""
    order = town.order("2026-05-13 07:00", "2026-05-13 16:00", contact="Jonas Berg", reference="Gun Sjöstrand")
    order.workplace.way_in, order.workplace.clothes = "Kod 4711", "Arbetskläder finns"
    order.workplace.save()
    return BookingFactory(order=order, substitute=amira)


def test_it_says_all_that_she_needs_on_the_day_and_when_that_was_so(phone, booking):
    page = text(phone.get(KEPT))

    for words in ("Sparad i telefonen kl 05.45 · utan nät", "tisdag 12 maj", "Onsdag 13 maj", "07.00–16.00",
                  booking.order.workplace.name, "Storgatan 14", "Jonas Berg", "Ring 0980-319 245",
                  "Arbetskläder finns"):  # fmt: skip
        assert words in page
    assert "Sjöstrand" not in page


def test_codes_are_in_it_only_from_24_hours_before(phone, booking):
    assert "4711" not in text(phone.get(KEPT))
    with time_machine.travel(at("2026-05-12 07:00"), tick=False):
        assert "Kod 4711" in text(phone.get(KEPT))


def test_it_says_until_when_each_shift_may_be_shown(phone, booking):
    assert f"<!--until {int(booking.ends.timestamp())}-->" in phone.get(KEPT).content.decode()


def test_only_the_two_weeks_to_come_are_in_it(phone, town, amira):
    for day in ("2026-05-11", "2026-05-25", "2026-05-27"):
        BookingFactory(order=town.order(f"{day} 07:00", f"{day} 16:00"), substitute=amira)

    page = text(phone.get(KEPT))

    assert "Måndag 25 maj" in page
    assert "11 maj" not in page
    assert "27 maj" not in page


def test_nobody_elses_shifts_are_in_it(phone, town):
    BookingFactory(order=town.order(), substitute=town.substitute())

    assert "Du hade inga pass" in text(phone.get(KEPT))


def test_it_has_no_form_that_could_not_be_sent_anyway(phone, booking):
    assert "<form" not in phone.get(KEPT).content.decode()


def test_a_colleague_has_no_such_page(signed_in, town, client):
    assert signed_in(town.planner).get(KEPT).status_code == 302
    assert client.get(KEPT).url == f"/konto/login/?next={KEPT}"


def test_more_shifts_cost_no_more_queries(phone, town, amira, booking):
    with CaptureQueriesContext(
        connection,
    ) as few:
        phone.get(KEPT)
    for day in range(14, 24):
        BookingFactory(order=town.order(f"2026-05-{day} 07:00", f"2026-05-{day} 16:00"), substitute=amira)
    with CaptureQueriesContext(connection) as many:
        phone.get(KEPT)

    assert len(many) == len(few) <= 6
