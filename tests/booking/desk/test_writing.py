"""Skriv meddelande: from where she is, to whom she may, in what fits."""

import uuid
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from booking import notifications
from messaging import inbound
from messaging.models import InboundMessage, Message, Silenced
from people.models import HistoryEntry
from tests.booking.desk.conftest import text
from tests.cast import NOW, at, with_role
from tests.factories.booking import BookingFactory
from tests.page_checks import assert_valid_html


@pytest.fixture
def amira(town):
    return town.substitute(user__first_name="Amira", user__last_name="Hassan", user__phone="+46701740612")


@pytest.fixture
def address(amira):
    return reverse("writing:to_one", args=[amira.pk])


@pytest.fixture
def sends(planner, address):
    """`sends("Hej")`: what the form sends."""

    def send(body="Ta med nyckeln.", where="", **form):
        return planner.post(address + where, {"body": body, "command": uuid.uuid4()} | form)

    return send


@pytest.fixture
def _day():
    with time_machine.travel(at("2026-05-12 09:00"), tick=False):
        yield


@pytest.mark.usefixtures("_day")
def test_the_form_sent_twice_is_one_message_and_leads_back_to_her_page(town, amira, planner, sends):
    command = uuid.uuid4()

    answers = [sends(command=command) for _click in range(2)]

    assert {answer.url for answer in answers} == {reverse("substitute:inspect", args=[amira.pk])}
    message = Message.objects.get()
    assert message.body == "Ta med nyckeln.\nBemanningen, Hemtjänst. Kan inte besvaras."
    assert (message.written_by, message.due_at) == (town.planner, at("2026-05-12 09:00"))
    assert "Meddelandet till Amira Hassan är skickat." in text(planner.get(answers[0].url))
    assert HistoryEntry.objects.filter(action="substitute.write").count() == 1


@pytest.mark.usefixtures("_day")
def test_by_day_nobody_is_asked_when(planner, address):
    page = text(planner.get(address))

    assert "När ska det skickas?" not in page
    assert "kan inte besvaras" in page or "inte kan besvaras" in page
    assert_valid_html(page)


def test_at_night_it_waits_for_the_morning_unless_she_says_otherwise(planner, address, sends):
    page = text(planner.get(address))
    assert "Klockan 06.00" in page

    answer = sends()
    sends(when="nu")

    assert "skickas 06.00." in text(planner.get(answer.url))
    assert [message.due_at for message in Message.objects.order_by("due_at")] == [NOW, NOW + timedelta(minutes=15)]


@pytest.mark.parametrize(
    ("body", "said"), [("", "Skriv ett meddelande."), ("Hej du. " * 40, "Texten ryms inte i två sms.")]
)
def test_what_is_wrong_is_said_beside_it_and_nothing_typed_is_lost(body, said, sends):
    answer = sends(body, when="nu")

    assert answer.status_code == 422
    assert f"<span>{said}" in text(answer)
    assert body.strip() in text(answer)
    assert 'value="nu"' in text(answer)
    assert not Message.objects.exists()
    assert_valid_html(text(answer))


def test_the_form_says_how_much_fits(town, planner, address):
    assert f"Ungefär {notifications.room(by=town.planner)} tecken får plats" in text(planner.get(address))


def test_whoever_is_protected_is_not_written_to(town, amira, planner, address, sends):
    type(amira).objects.update(by_hand_only=True)

    assert "Amira Hassan har skyddade uppgifter" in text(planner.get(address))
    assert "<textarea" not in text(planner.get(address))
    assert "Amira Hassan har skyddade uppgifter" in text(sends())
    assert not Message.objects.exists()


def test_it_is_said_that_an_sms_does_not_reach_her(planner, address):
    Silenced.objects.create(number="+46701740612", since=NOW)

    assert "har stoppat sms" in text(planner.get(address))


def test_an_answer_shows_what_it_answers_settles_it_and_leads_back_to_the_inbox(town, amira, planner, address, sends):
    sms = inbound.receive(gateway="local", provider_id="1", sender="+46701740612", body="Vilken dörr?", at=NOW)
    inbound.understand(sms.pk, at=NOW)
    where = f"?svar={sms.pk}"
    assert "Vilken dörr?" in text(planner.get(address + where))

    assert sends("Den gröna.", where).url == reverse("sms:index")

    assert not InboundMessage.objects.waiting().exists()


def test_an_answer_goes_to_nobody_but_its_sender(town, planner, address):
    sms = inbound.receive(gateway="local", provider_id="1", sender="+46701740698", body="Hej", at=NOW)

    assert planner.get(f"{address}?svar={sms.pk}").status_code == 404


def test_from_an_order_it_leads_back_to_the_order(town, planner, address, sends):
    order = town.order()
    where = f"?pass={order.pk}"

    assert "Onsdag 13 maj 07.00–16.00" in text(planner.get(address + where))
    assert sends(where=where).url == reverse("order:inspect", args=[order.pk])


def test_several_are_written_to_at_once(town, amira, planner):
    elin = town.substitute()
    where = f"{reverse('writing:to_several')}?chosen={amira.pk}&chosen={elin.pk}"
    assert "Amira Hassan" in text(planner.get(where))

    answer = planner.post(where, {"body": "Möte torsdag.", "command": uuid.uuid4()}, follow=True)

    assert "Meddelandet till 2 vikarier skickas 06.00." in text(answer)
    assert Message.objects.count() == 2


def test_whoever_is_not_hers_to_write_to_does_not_exist(town, elsewhere, amira, planner):
    theirs = elsewhere.substitute()
    several, order = reverse("writing:to_several"), elsewhere.order()
    sms = inbound.receive(gateway="local", provider_id="1", sender=theirs.user.phone, body="Hej", at=NOW)

    for address in (
        reverse("writing:to_one", args=[theirs.pk]),
        f"{several}?chosen={amira.pk}&chosen={theirs.pk}",
        several,
        f"{several}?chosen=x",
        f"{reverse('writing:to_one', args=[amira.pk])}?svar={sms.pk}",
        f"{reverse('writing:to_one', args=[amira.pk])}?pass={order.pk}",
    ):
        assert planner.get(address).status_code == 404
        assert planner.post(address, {"body": "Hej", "command": uuid.uuid4()}).status_code == 404
    assert not Message.objects.exists()


def test_whoever_sees_everybody_as_an_officer_writes_only_where_she_plans(town, elsewhere, amira, signed_in, officer):
    theirs = elsewhere.substitute()
    officer.role_assignments.create(role="planner", area=town.area)
    browser = signed_in(officer)

    seen = [browser.get(reverse("writing:to_one", args=[each.pk])).status_code for each in (amira, theirs)]

    assert seen == [200, 404]
    assert (
        signed_in(with_role("certificate_officer")).get(reverse("writing:to_one", args=[amira.pk])).status_code == 404
    )


def test_her_page_and_her_booked_shift_lead_here(town, amira, planner, address):
    booking = BookingFactory(order=town.order(status="booked"), substitute=amira)

    assert address in text(planner.get(reverse("substitute:inspect", args=[amira.pk])))
    assert f"{address}?pass={booking.order_id}" in text(planner.get(reverse("order:inspect", args=[booking.order_id])))
