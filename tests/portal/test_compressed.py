"""Which pages are sent in fewer bytes, and which are not."""

import pytest
import time_machine

from booking.operations import calendar_feeds
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory

SMALL = {"headers": {"accept-encoding": "gzip"}}


@pytest.fixture
def amira(town):
    return town.substitute()


@pytest.mark.parametrize("address", ["/min-sida/", "/kalender/", "/meddelanden/"])
def test_her_pages_are_compressed(address, signed_in, amira):
    assert signed_in(amira.user).get(address, **SMALL)["Content-Encoding"] == "gzip"


def test_pages_with_a_secret_that_lasts_are_not(signed_in, amira, town):
    booking = BookingFactory(order=town.order(status="booked"), substitute=amira)
    calendar_feeds.open_to(amira, by=amira.user, at=NOW)
    browser = signed_in(amira.user)

    for address in ("/kalender/prenumerera/?a=kalender", f"/bokningar/{booking.pk}/"):
        answer = browser.get(address, **SMALL)
        assert answer.status_code == 200, address
        assert "Content-Encoding" not in answer, address


@pytest.mark.parametrize(("now", "is_compressed"), [("2026-05-11 07:00", True), ("2026-05-12 12:00", False)])
def test_what_a_phone_keeps_is_compressed_until_it_holds_a_code(now, is_compressed, signed_in, amira, town):
    town.workplace.way_in = "Kod 4711"
    town.workplace.save()
    BookingFactory(order=town.order(status="booked"), substitute=amira)

    with time_machine.travel(at(now), tick=False):
        answer = signed_in(amira.user).get("/bokningar/utan-nat/", **SMALL)

    assert ("Content-Encoding" in answer) is is_compressed
