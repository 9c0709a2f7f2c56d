"""What the rows of Fyll först say, and what their buttons do."""

import re
from datetime import time

import pytest
from django.urls import reverse

from booking.models import Asking, Booking, Enquiry, Order
from booking.operations import changing
from people.models import User
from tests.booking.desk.conftest import text
from tests.cast import NOW
from tests.factories.booking import AvailabilityFactory, BookingFactory, EnquiryFactory, InterestFactory
from tests.factories.people import UserFactory
from tests.factories.standing import PolicyFactory

BOARD = "/admin/tavla/"


def ready(town, order, name="Lars-Erik"):
    """Somebody who has put in time for it."""
    substitute = town.substitute(user=UserFactory(first_name=name, last_name="Sundin"))
    AvailabilityFactory(substitute=substitute, starts=order.starts, ends=order.ends)
    return substitute


@pytest.fixture
def row(planner):
    """`row(order)`: its row in Fyll först, as HTML."""

    def of(order, address=BOARD):
        found = re.search(rf'<tr id="rad-{order.pk}".*?</tr>', text(planner.get(address)), re.DOTALL)
        return found[0] if found else ""

    return of


@pytest.fixture
def presses(planner, row):
    """`presses(order)`: sends the form of its row as it stands, or as it stood in `html`."""

    def send(order, html="", **instead):
        html = html or row(order)
        action = re.search(r'action="([^"]+)"', html)[1].replace("&amp;", "&")
        fields = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', html))
        return planner.post(action, fields | instead)

    return send


def test_the_one_who_has_put_in_time_is_booked_with_one_press(town, row, presses, planner):
    order = town.order()
    substitute = ready(town, order)
    assert all(words in row(order) for words in ("Boka Lars-Erik", "Lars-Erik Sundin", "Har lagt in tid"))

    answer = presses(order, back="/admin/")

    assert answer["Location"] == "/admin/"
    assert Booking.objects.get(order=order).substitute == substitute
    assert "Lars-Erik Sundin är bokad och får besked." in text(planner.get("/admin/"))
    assert row(order) == ""


def test_the_same_press_twice_is_one_booking(town, row, presses):
    order = town.order()
    ready(town, order)
    html = row(order)

    assert [presses(order, html).status_code for _ in range(2)] == [302, 302]
    assert Booking.objects.count() == 1


def test_a_refusal_stands_in_the_row(town, row, presses):
    order = town.order()
    substitute = ready(town, order)
    html = row(order)
    BookingFactory(order=town.order("2026-05-13 08:00", "2026-05-13 12:00"), substitute=substitute)

    answer = presses(order, html)

    found = re.search(rf'<tr id="rad-{order.pk}".*?</tr>', text(answer), re.DOTALL)[0]
    assert answer.status_code == 409
    assert "Det gick inte" in found
    assert "Redan bokad" in found
    assert "data-keep" in found


def test_what_somebody_else_has_filled_meanwhile_is_said_though_its_row_is_gone(town, row, presses):
    order = town.order()
    ready(town, order)
    html = row(order)
    BookingFactory(order=order, substitute=town.substitute())
    Order.objects.filter(pk=order.pk).update(status=Order.Status.BOOKED)

    answer = presses(order, html)

    assert answer.status_code == 409
    assert f"{town.workplace}: " in text(answer)
    assert Booking.objects.count() == 1


def test_what_was_changed_since_the_board_was_read_is_not_booked(town, row, presses):
    order = town.order()
    ready(town, order)
    html = row(order)
    changing.change(order, {"contact": "Mona"}, by=town.manager, at=NOW)

    answer = presses(order, html)

    assert answer.status_code == 409
    assert "ändrade passet 05.45" in text(answer)
    assert not Booking.objects.exists()


def test_those_who_fit_are_asked_some_at_a_time(town, row, presses):
    PolicyFactory(area=town.area, quiet_to=time(5))
    order = town.order()
    for _ in range(4):
        town.substitute()
    assert all(words in row(order) for words in ("Fråga i omgångar", "4 passar", "står först"))

    presses(order)

    assert Asking.objects.get(order=order).wave_size == 3
    assert "Väntar på 3 svar" in row(order)


def test_in_quiet_hours_the_row_says_when_they_are_asked(town, row, presses):
    order = town.order()
    town.substitute()

    presses(order)

    assert all(words in row(order) for words in ("Frågas senare", "Ingen är frågad än", "Sms går ut 06.00"))


def test_all_are_asked_at_once_when_there_is_no_time_for_waves(town, row, presses):
    PolicyFactory(area=town.area, wave_size=1)
    order = town.order("2026-05-12 07:50", "2026-05-12 16:00")
    for _ in range(6):
        town.substitute()
    assert all(words in row(order) for words in ("Fråga alla 6", "6 passar", "Kort varsel: fråga eller ring"))

    presses(order)

    assert Enquiry.objects.filter(order=order, status=Enquiry.Status.SENT).count() == 6
    assert "Visa svar" in row(order)


def test_a_stopped_order_is_not_asked_about(town, row, presses):
    order = town.order()
    town.substitute()
    html = row(order)
    Order.objects.filter(pk=order.pk).update(stopped_at=NOW)

    assert "Det gick inte" in text(presses(order, html, seen=""))
    assert not Enquiry.objects.exists()


def test_a_press_without_anybody_is_told(town, presses):
    order = town.order()
    ready(town, order)

    assert presses(order, substitute="").status_code == 409


def test_the_way_back_leads_nowhere_else(town, presses):
    order = town.order()
    ready(town, order)

    assert presses(order, back="https://exempel.example/").headers["Location"] == BOARD


@pytest.mark.parametrize("deed", ["book", "ask"])
def test_another_areas_order_does_not_exist(deed, elsewhere, planner):
    address = reverse(f"board:{deed}", args=[elsewhere.order().pk])

    assert planner.post(address).status_code == 404


def test_the_other_states_in_words(town, row):
    wanted, several = town.order(), town.order("2026-05-14 07:00", "2026-05-14 16:00")
    waiting = town.order("2026-05-15 07:00", "2026-05-15 16:00")
    for order, number in ((wanted, 1), (several, 2)):
        for _ in range(number):
            InterestFactory(order=order, substitute=town.substitute(user=UserFactory(first_name="Hanna")))
    for status in ("no", "sent"):
        EnquiryFactory(order=waiting, substitute=town.substitute(), status=status)

    assert all(words in row(wanted) for words in ("1 har anmält intresse", "Boka Hanna", "Har avtal här"))
    assert all(words in row(several) for words in ("2 har anmält intresse", "Välj", "#kandidater"))
    assert all(words in row(waiting) for words in ("1 av 2 har svarat nej", "1 väntar", "Sista svar", "Visa svar"))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"stopped_at": NOW}, ["Stoppad", "Inget går ut", "Öppna"]),
        ({}, ["Ingen passar", "Se varför på beställningen", "Öppna"]),
    ],
)
def test_what_there_is_to_think_of(fields, words, town, row):
    order = town.order(**fields)

    assert all(each in row(order) for each in words)


def test_a_shift_that_is_near_leads_to_the_phone_list(town, row):
    order = town.order("2026-05-12 07:00", "2026-05-12 16:00")
    town.substitute()

    html = row(order)

    assert all(words in html for words in ("Ska ringas", "1 passar", "Kort varsel: ring", "visa=ring#ring"))
    assert "saknar vikarie från 07.00." in html  # read out, if it comes while she looks


def test_whoever_is_protected_is_named_by_her_alias(town, row):
    order = town.order()
    substitute = ready(town, order)
    told = {"protected": True, "first_name": "", "last_name": "4F2A", "email": "", "phone": ""}
    User.objects.filter(pk=substitute.user_id).update(**told)

    assert "Boka Vikarie 4F2A" in row(order)
