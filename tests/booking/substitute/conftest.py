"""A substitute on her phone, on a morning that stands still."""

import pytest
import time_machine

from booking.models import CalendarFeed
from booking.operations import calendar_feeds
from tests.cast import NOW


@pytest.fixture(autouse=True)
def _morning():
    """The pages read the clock: Tuesday 12 May 2026, 05.45."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def amira(town):
    """A substitute of the town."""
    return town.substitute(user__first_name="Amira", user__last_name="Hassan", user__phone="+46701740612")


@pytest.fixture
def phone(amira, signed_in):
    """Her browser."""
    return signed_in(amira.user)


@pytest.fixture
def feed(amira) -> CalendarFeed:
    """Her subscription to her own shifts."""
    return calendar_feeds.open_to(amira, by=amira.user, at=NOW)
