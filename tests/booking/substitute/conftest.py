"""A substitute on her phone, on a morning that stands still."""

import pytest
import time_machine
from django.urls import reverse

from booking.models import Booking, CalendarFeed
from booking.operations import calendar_feeds
from tests.cast import NOW
from tests.factories.booking import BookingFactory


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


@pytest.fixture
def yesterdays(town, amira) -> Booking:
    """A shift of yesterday's, 07.00–16.00."""
    order = town.order("2026-05-11 07:00", "2026-05-11 16:00", status="completed")
    return BookingFactory(order=order, substitute=amira, break_minutes=45)


@pytest.fixture
def page(yesterdays) -> str:
    return reverse("booking:booking", args=[yesterdays.pk])


@pytest.fixture
def does(phone, yesterdays):
    """`does("say_time", **form)`: what her browser sends, and the page that she comes to."""

    def send(deed, **form):
        return phone.post(reverse(f"booking:{deed}", args=[yesterdays.pk]), form, follow=True)

    return send
