"""An order's page keeps itself fresh: what another planner did is told within seconds."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from booking.operations import answering, bookings, enquiries, interests, returning
from tests.booking.desk.conftest import text
from tests.cast import NOW, at, with_role
from tests.factories.booking import AdvertFactory


@pytest.fixture
def karin(town):
    return with_role("planner", area=town.area, first_name="Karin", last_name="Öberg")


@pytest.fixture
def asks(planner):
    """`asks(order, version)`: what the open page hears when it asks again."""
    return lambda order, version: planner.get(
        reverse("order:inspect", args=[order.pk]), headers={"if-none-match": version}
    )


@pytest.fixture
def version(planner):
    """`version(order)`: what the page has."""
    return lambda order: planner.get(reverse("order:inspect", args=[order.pk])).headers["ETag"]


def test_nothing_is_sent_to_a_page_that_has_it_all(town, version, asks):
    order = town.order()

    assert asks(order, version(order)).status_code == 304


def booked(order, town, karin):
    bookings.book(order, town.substitute(), by=karin, at=NOW)


def stopped(order, town, karin):
    returning.stop(order, by=karin, at=NOW)


def asked(order, town, karin):
    enquiries.ask(order, [town.substitute()], by=karin, at=NOW, answer_by=at("2026-05-12 12:00"))


@pytest.mark.parametrize(
    ("deed", "news"),
    [
        (booked, "Karin Öberg bokade"),
        (stopped, "Karin Öberg stoppade passet 05.45."),
        (asked, "Karin Öberg skickade förfrågan 05.45."),
    ],
)
def test_what_another_planner_did_comes_with_words_to_be_read_out(town, version, asks, karin, deed, news):
    order = town.order()
    had = version(order)
    deed(order, town, karin)

    answer = asks(order, had)

    assert answer.status_code == 200
    assert f'data-news="{news}' in text(answer)


def test_an_interest_and_a_no_are_news_too(town, version, asks, karin):
    order, her = town.order(), town.substitute()
    AdvertFactory(order=order)
    asked(order, town, karin)
    enquiry = order.enquiries.get()
    had = version(order)
    answering.answer(enquiry, yes=False, by=enquiry.substitute.user, at=NOW)
    interests.register(order, her, by=her.user, at=NOW)

    shown = text(asks(order, had))
    assert f'data-news="{her} anmälde intresse 05.45."' in shown
    assert f'data-news="{enquiry.substitute} svarade på förfrågan 05.45."' in shown


def test_what_she_did_herself_is_no_news(town, version, asks):
    order = town.order()
    had = version(order)
    returning.stop(order, by=town.planner, at=NOW)

    assert "data-news=" not in text(asks(order, had)).replace("data-fresh-news", "")


def test_after_a_minute_it_is_said_anew_how_near_the_shift_is(town, version, asks):
    order = town.order()
    had = version(order)

    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        assert asks(order, had).status_code == 200
