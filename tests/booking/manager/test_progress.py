"""How the search goes, told to the manager in live words."""

from datetime import timedelta

import pytest
from django.urls import reverse

from booking.models import Asking, Enquiry, Policy
from booking.operations import returning
from tests.booking.manager.reading import text
from tests.cast import NOW, at
from tests.factories.booking import EnquiryFactory
from tests.page_checks import assert_valid_html

LIST = reverse("booking:orders")


@pytest.fixture
def order(town):
    return town.order()


@pytest.fixture
def told(manager, order):
    """`told()`: her order's page, and the same of the list."""

    def read():
        page = text(manager.get(reverse("booking:order", args=[order.pk])))
        assert_valid_html(page)
        return page, text(manager.get(LIST))

    return read


def asking(order, **fields):
    return Asking.objects.create(
        order=order, round=1, mode=Policy.Mode.FIRST_YES, wave_size=3, started_at=NOW, **fields
    )


def test_how_many_are_asked_and_when_it_closes(town, order, told):
    for number in range(6):
        status = Enquiry.Status.NO if number == 0 else Enquiry.Status.SENT
        asked = {"substitute": town.substitute(), "status": status, "answer_by": at("2026-05-12 07:10")}
        EnquiryFactory(order=order, **asked)
    EnquiryFactory(order=order, substitute=town.substitute(), status=Enquiry.Status.QUEUED, wave=0)

    for page in told():
        assert "Frågat 6, 1 nej, stänger 07.10." in page


def test_when_all_have_answered_nothing_closes(town, order, told):
    EnquiryFactory(order=order, substitute=town.substitute(), status=Enquiry.Status.NO)

    assert "Frågat 1, 1 nej." in told()[0]


def test_for_whom_it_is_kept_and_until_when(town, order, told):
    order.wished, order.wished_until = town.substitute(user__last_name="Hassan"), NOW + timedelta(hours=1)
    order.save()

    for page in told():
        assert "Hassan till 06.45. Sedan får andra se passet." in page


def test_that_asking_waits_for_the_morning(order, told):
    asking(order, next_wave_at=at("2026-05-12 06:00"))

    assert "Vikarier frågas från 06.00." in told()[0]


def test_that_nobody_is_left_to_ask(order, told):
    asking(order, waves=2, ended_at=NOW, exhausted_at=NOW)

    assert "Alla som kan ta passet är tillfrågade. Bemanningen söker vidare." in told()[0]


def test_that_it_is_stopped(town, order, told):
    returning.stop(order, by=town.planner, at=NOW)

    for page in told():
        assert "Stoppad 05.45. Inget går ut, och inget ja bokar." in page


def test_a_returned_order_stands_first_with_the_planners_reason(town, order, told):
    town.order("2026-05-12 10:00", "2026-05-12 16:00")
    returning.send_back(order, by=town.planner, at=NOW, reason="Vem ska öppna?")

    page, listed = told()

    assert "Vem ska öppna?" in page
    assert listed.index("Vem ska öppna?") < listed.index('id="saknar"')
    assert "Begär igen" in page
