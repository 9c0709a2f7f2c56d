"""The manager's list, and the page of one order."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from booking.models import Asking, EndReason, Enquiry, Order
from booking.operations import bookings, enquiries, orders
from portal.pages import frame
from tests.booking.manager.reading import text
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory, EnquiryFactory, InterestFactory
from tests.page_checks import assert_valid_html

LIST = reverse("booking:orders")


def page_of(order):
    return reverse("booking:order", args=[order.pk])


def test_she_sees_what_lacks_somebody_and_who_comes_to_the_rest(town, manager):
    town.order(status=Order.Status.OPEN)
    BookingFactory(order=town.order(status=Order.Status.BOOKED), substitute=town.substitute(user__last_name="Hassan"))

    shown = text(manager.get(LIST))

    assert "Saknar vikarie" in shown
    assert "Hassan kommer" in shown
    assert_valid_html(shown)


def test_what_has_been_is_listed_last_and_by_pages(town, manager):
    for day in range(1, 25):
        town.order(f"2026-04-{day:02} 07:00", f"2026-04-{day:02} 16:00", status=Order.Status.COMPLETED)

    town.order("2025-12-24 07:00", "2025-12-24 16:00", status=Order.Status.COMPLETED)

    assert "fredag 24 april</a>" in text(manager.get(LIST))
    last = text(manager.get(LIST, {"sida": 3}))
    assert "Sida 3 av 3" in last
    assert "onsdag 24 december 2025</a>" in last


def test_an_empty_list_says_what_will_stand_there(manager):
    assert "Alla pass har en vikarie" in text(manager.get(LIST))


def test_orders_of_other_workplaces_do_not_exist(town, elsewhere, manager):
    order = elsewhere.order()

    assert elsewhere.workplace.name not in text(manager.get(LIST))
    assert manager.get(page_of(order)).status_code == 404


@pytest.mark.parametrize("who", ["planner", "substitute"])
def test_the_pages_are_for_ordering_managers(town, signed_in, who):
    user = town.planner if who == "planner" else town.substitute().user

    assert signed_in(user).get(LIST).status_code == 404


def test_a_stranger_is_asked_to_sign_in(client, db):
    assert client.get(LIST)["Location"].startswith("/konto/login/")


def test_it_takes_as_many_questions_for_one_order_as_for_thirty(town, manager):
    def questions():
        frame.lately()  # as a process that has been up for a while
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert manager.get(LIST).status_code == 200
        return len(asked)

    def more():
        InterestFactory(order=town.order(), substitute=town.substitute())
        kept = town.order(wished=town.substitute(), wished_until=at("2026-05-12 08:00"))
        Asking.objects.create(order=kept, round=1, mode="best", wave_size=3, started_at=NOW, next_wave_at=NOW)
        EnquiryFactory(order=kept, substitute=kept.wished)
        town.order(returned_at=NOW, return_reason="Fel dag")
        BookingFactory(order=town.order(status=Order.Status.BOOKED), substitute=town.substitute())
        BookingFactory(order=town.order("2026-05-01 07:00", "2026-05-01 16:00", status=Order.Status.COMPLETED))

    more()
    for_one = questions()
    for _more in range(10):
        more()

    assert questions() == for_one <= 15


def test_how_it_goes_is_told_in_numbers_and_never_by_name(town, manager):
    order = town.order()
    EnquiryFactory(order=order, substitute=town.substitute(user__last_name="Nejsson"), status=Enquiry.Status.NO)
    EnquiryFactory(order=order, substitute=town.substitute())
    InterestFactory(order=order, substitute=town.substitute(user__last_name="Intresson"))

    shown = text(manager.get(page_of(order)))

    assert "Frågat 2, 1 nej, stänger i morgon 06.00." in shown
    assert "1 har anmält intresse." in shown
    assert "Nejsson" not in shown
    assert "Intresson" not in shown
    assert_valid_html(shown)


def test_answers_of_an_earlier_round_are_not_counted(town, manager):
    order = town.order(round=2)
    EnquiryFactory(order=order, round=1, substitute=town.substitute(), status=Enquiry.Status.NO)

    assert "Frågat" not in text(manager.get(page_of(order)))


def test_who_is_booked_is_named_and_her_number_kept(town, manager):
    substitute = town.substitute(user__last_name="Hassan", user__phone="+46701740699")
    order = town.order()
    bookings.book(order, substitute, by=town.planner, at=NOW)

    shown = text(manager.get(page_of(order)))

    assert f"Bokad: {substitute}" in shown
    assert "Bokad tisdag 12 maj 05.45" in shown
    assert "0701740699" not in shown.replace("-", "").replace(" ", "")
    assert "+46701740699" not in shown


def test_why_somebody_cannot_come_is_not_told(town, manager):
    order = town.order()
    booking = bookings.book(order, town.substitute(), by=town.planner, at=NOW)
    bookings.end(booking, by=town.planner, at=NOW, reason=EndReason.CALLED_OFF, note="Feber")

    shown = text(manager.get(page_of(order)))

    assert f"Avbokad: {booking.substitute}" in shown
    assert "sjuk" not in shown.split("Det som har hänt")[1].lower()
    assert "Feber" not in shown


def test_what_has_happened_is_told_in_words(town, manager):
    order = town.order()
    orders.advertise(order, by=town.planner, at=NOW)
    people = [town.substitute(), town.substitute()]
    enquiries.ask(order, people, by=town.planner, at=NOW, answer_by=at("2026-05-12 08:00"))

    shown = text(manager.get(page_of(order)))

    assert "Utlagd i Lediga jobb" in shown
    assert "Förfrågan skickad till 2 personer" in shown
