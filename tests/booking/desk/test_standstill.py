"""A queue that stands still, as the planners see it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from booking.models import Order
from messaging.models import Heartbeat
from tests.booking.desk.conftest import text
from tests.cast import NOW
from tests.factories.booking import BookingFactory

WORDS = "Svar tas emot, men inga sms går ut."


@pytest.fixture
def beat(db):
    """`beat(minutes=5)`: the queue was last seen that long ago."""
    return lambda **ago: Heartbeat.objects.create(name="sweep", beat_at=NOW - timedelta(**ago))


@pytest.fixture
def first_page(planner):
    """`first_page()`: what stands on it."""
    return lambda: text(planner.get(reverse("wagtailadmin_home")))


def test_scenario_49_a_dead_worker_is_red_to_the_machine_and_a_banner_to_the_planners(town, beat, first_page, page):
    beat(minutes=5)

    assert "Utskick står stilla sedan 05.40" in first_page()
    assert "Utskick står stilla sedan 05.40" in page(town.order())


def test_scenario_49_health_is_red_at_the_same_time(beat, client):
    beat(minutes=5)

    assert client.get("/halsa/").status_code == 503


def test_a_queue_that_moves_is_not_spoken_of(town, beat, first_page, page, client):
    beat(minutes=3)

    assert WORDS not in first_page()
    assert WORDS not in page(town.order())
    assert client.get("/halsa/").status_code == 200


def test_a_queue_that_stopped_on_another_day_says_which(beat, first_page):
    beat(days=1)

    assert "Utskick står stilla sedan måndag 11 maj 05.45" in first_page()


def test_a_queue_that_was_never_started_is_seen(first_page):
    assert "Utskick har inte kommit igång" in first_page()


def test_an_order_of_which_nothing_is_sent_any_more_does_not_speak_of_it(town, beat, page):
    beat(minutes=5)

    assert WORDS not in page(town.order("2026-05-11 07:00", "2026-05-11 16:00"))
    assert WORDS not in page(town.order(status=Order.Status.CANCELLED))


def test_whoever_has_the_shift_could_not_be_told_either(town, beat, page):
    beat(minutes=5)
    held = BookingFactory(order=town.order(status=Order.Status.BOOKED), substitute=town.substitute())

    assert WORDS in page(held.order)


def test_those_without_orders_are_not_told(town, owner, beat, signed_in):
    beat(minutes=5)

    assert WORDS not in text(signed_in(owner).get(reverse("wagtailadmin_home")))
