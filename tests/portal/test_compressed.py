"""Which pages are sent in fewer bytes, and which are not."""

import pytest

from booking.operations import calendar_feeds
from tests.cast import NOW
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

    for address in ("/kalender/prenumerera/?a=kalender", f"/bokningar/{booking.pk}/", "/bokningar/utan-nat/"):
        answer = browser.get(address, **SMALL)
        assert answer.status_code == 200, address
        assert "Content-Encoding" not in answer, address
