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


def test_the_page_with_her_calendars_address_is_not(signed_in, amira):
    calendar_feeds.open_to(amira, by=amira.user, at=NOW)

    answer = signed_in(amira.user).get("/kalender/prenumerera/?a=kalender", **SMALL)

    assert answer.status_code == 200
    assert "Content-Encoding" not in answer


@pytest.mark.parametrize("page", ["/bokningar/{}/", "/bokningar/utan-nat/"])
@pytest.mark.parametrize(("now", "is_compressed"), [("2026-05-11 07:00", True), ("2026-05-12 12:00", False)])
def test_a_shift_is_compressed_until_its_page_holds_a_code(page, now, is_compressed, signed_in, amira, town):
    town.workplace.way_in = "Kod 4711"
    town.workplace.save()
    booking = BookingFactory(order=town.order(status="booked"), substitute=amira)

    with time_machine.travel(at(now), tick=False):
        answer = signed_in(amira.user).get(page.format(booking.pk), **SMALL)

    assert ("Content-Encoding" in answer) is is_compressed
