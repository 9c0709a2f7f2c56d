"""The list and the order's page look after themselves: new only when something is, and a booking told once."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from booking.models import Enquiry, Order
from booking.operations import bookings, lateness, returning
from tests.booking.manager.reading import text
from tests.cast import NOW, at, ended
from tests.factories.booking import BookingFactory, EnquiryFactory
from tests.factories.people import CompetenceFactory
from tests.factories.standing import IntroductionFactory
from tests.page_checks import assert_valid_html

LIST = reverse("booking:orders")


@pytest.fixture
def order(town):
    return town.order()


@pytest.fixture
def pages(order):
    """The two pages that are live."""
    return {"list": LIST, "order": reverse("booking:order", args=[order.pk])}


def asks_again(browser, shown):
    """What the page's script does: ask for the address that it has been given."""
    address = re.search(r'id="laget" data-hx-get="([^"]+)"', shown) or re.search(r'data-hx-get="(/best[^"]+)"', shown)
    return browser.get(address[1].replace("&amp;", "&"), headers={"HX-Request": "true"})


@pytest.mark.parametrize("page", ["list", "order"])
def test_nothing_new_is_no_answer(manager, pages, page):
    answer = asks_again(manager, text(manager.get(pages[page])))

    assert (answer.status_code, answer.content) == (204, b"")


@pytest.mark.parametrize("page", ["list", "order"])
def test_how_it_goes_comes_as_a_part_of_the_page(manager, town, order, pages, page):
    shown = text(manager.get(pages[page]))
    EnquiryFactory(order=order, substitute=town.substitute(), status=Enquiry.Status.NO)

    answer = asks_again(manager, shown)

    assert "Frågat 1, 1 nej." in text(answer)
    assert "<html" not in text(answer)
    assert "kvittens" not in text(answer)
    assert asks_again(manager, text(answer)).status_code == 204


@pytest.mark.parametrize("page", ["list", "order"])
def test_whoever_is_booked_is_told_once(manager, town, order, pages, page):
    shown = text(manager.get(pages[page]))
    amira = town.substitute(user__first_name="Amira", user__last_name="Hassan")
    bookings.book(order, amira, by=town.planner, at=NOW)

    answer = text(asks_again(manager, shown))

    assert f"Amira Hassan är bokad: {town.workplace} i morgon 07.00." in answer
    assert 'data-hx-swap-oob="beforeend"' in answer
    returning.stop(town.order("2026-05-20 07:00", "2026-05-20 16:00"), by=town.manager, at=NOW)
    assert "är bokad:" not in text(asks_again(manager, answer))
    assert "är bokad:" not in text(manager.get(LIST)), "what has been told is not told on the next page"


def test_a_stop_by_a_colleague_is_seen(manager, town, order, pages):
    shown = text(manager.get(pages["order"]))
    returning.stop(order, by=town.planner, at=NOW)

    assert "Sökningen är stoppad" in text(asks_again(manager, shown))


def test_whose_session_has_ended_is_led_to_the_sign_in_and_back(town, signed_in, pages):
    browser = signed_in(town.manager)
    shown = text(browser.get(pages["order"]))

    answer = asks_again(ended(browser, town.manager), shown)

    assert answer["HX-Redirect"].startswith("/konto/login/?next=/bestallningar/")


def test_the_page_that_asks_again_takes_no_more_questions_for_thirty(manager, town):
    def questions():
        with CaptureQueriesContext(connection) as asked:
            assert manager.get(LIST, headers={"HX-Request": "true"}).status_code == 200
        return len(asked)

    BookingFactory(order=town.order(status=Order.Status.BOOKED), substitute=town.substitute())
    for_one = questions()
    for _seat in range(29):
        BookingFactory(order=town.order(status=Order.Status.BOOKED), substitute=town.substitute())

    assert questions() == for_one <= 15


@pytest.fixture
def comes(town, order):
    """Amira has the shift."""
    order.competences.add(competence := CompetenceFactory(name="Delegering"))
    amira = town.substitute(user__first_name="Amira", user__last_name="Hassan")
    amira.competences.create(competence=competence, starts=at("2026-01-01 00:00"))
    return bookings.book(order, amira, by=town.planner, at=NOW)


def test_who_comes_is_told_with_what_the_workplace_needs_to_know(manager, comes, pages):
    page = text(manager.get(pages["order"]))

    assert "Ny hos er. Visa var allt finns." in page
    assert "Har Delegering" in page
    assert "Kommer 07.00" in page
    assert "Ny hos er" in text(manager.get(LIST))
    assert_valid_html(page)


def test_whoever_has_been_there_is_no_stranger(manager, town, comes, pages):
    early = town.order("2026-05-04 07:00", "2026-05-04 16:00", status="completed")
    BookingFactory(order=early, substitute=comes.substitute, agreement=comes.agreement)
    assert "Har jobbat hos er 1 gång" in text(manager.get(pages["order"]))

    IntroductionFactory(substitute=comes.substitute, workplace=town.workplace)
    assert "Introducerad hos er" in text(manager.get(pages["order"]))
    assert "Ny hos er" not in text(manager.get(LIST))


def test_that_she_is_late_is_seen_on_both(manager, town, comes, pages):
    lateness.report(comes, at("2026-05-13 07:20"), by=comes.substitute.user, at=at("2026-05-13 06:50"))

    assert "Blir sen. Väntas 07.20 i stället för 07.00." in text(manager.get(pages["order"]))
    assert "Väntas 07.20" in text(manager.get(LIST))
