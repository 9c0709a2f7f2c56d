"""Inkorg: who wrote, what, what the portal made of it, and what waits for an answer from the number."""

import uuid

import pytest
from django.db import transaction
from django.urls import reverse

from messaging import inbound, outbox
from messaging.models import InboundMessage
from people.models import User
from tests.booking.desk.conftest import text
from tests.booking.desk.test_lists import cost
from tests.cast import NOW, with_role
from tests.factories.booking import EnquiryFactory
from tests.page_checks import assert_valid_html

PHONE, UNKNOWN = "+46701740612", "+46701740698"


@pytest.fixture
def amira(town):
    return town.substitute(user__first_name="Amira", user__last_name="Hassan", user__phone=PHONE)


@pytest.fixture
def received(db):
    """`received("Hej")`: an SMS that has come in and been read by the portal."""
    numbers = iter(range(100))

    def one(body="ja men bara till 14", sender=PHONE) -> InboundMessage:
        row = inbound.receive(gateway="local", provider_id=f"{next(numbers)}", sender=sender, body=body, at=NOW)
        inbound.understand(row.pk, at=NOW)
        return row

    return one


@pytest.fixture
def shown(planner):
    return lambda: text(planner.get(reverse("sms:index")))


def test_it_says_who_what_and_what_the_portal_made_of_it(town, amira, received, shown):
    enquiry = EnquiryFactory(order=town.order(), substitute=amira, code=7)
    sms = received()

    page = shown()

    for words in ("Amira Hassan", "070-174 06 12", "ja men bara till 14", "otydligt svar, inget är bokat",
                  "Hemtjänst Solgården, onsdag 13 maj 07.00–16.00", "kod 7, svar senast onsdag 13 maj 06.00",
                  reverse("order:inspect", args=[enquiry.order_id]),
                  f"{reverse('writing:to_one', args=[amira.pk])}?svar={sms.pk}"):  # fmt: skip
        assert words in page
    assert_valid_html(page)


def test_a_number_that_nobody_has_is_said_to_be_unknown_and_has_no_answer(town, received, shown):
    received("Vem är det här?", UNKNOWN)

    page = shown()

    assert "Okänt nummer" in page
    assert "070-174 06 98" in page
    assert "?svar=" not in page


def test_a_colleague_is_named_though_she_is_no_substitute(town, received, shown):
    manager = with_role("ordering_manager", workplace=town.workplace, first_name="Eva", last_name="Holm", phone=PHONE)
    received("Tack för hjälpen")

    assert manager.get_full_name() in shown()
    assert "?svar=" not in shown()


def test_of_a_shared_number_only_those_within_reach_are_named(town, elsewhere, amira, received, shown):
    town.substitute(user__first_name="Elin", user__last_name="Back", user__phone=PHONE)
    theirs = elsewhere.substitute(user__first_name="Yonas", user__last_name="Tesfaye", user__phone=PHONE)
    EnquiryFactory(order=elsewhere.order(), substitute=theirs)
    received("Kommer lite senare")

    page = shown()

    assert "Svara Amira Hassan" in page
    assert "Svara Elin Back" in page
    assert "Tesfaye" not in page
    assert "Förskola" not in page


def test_what_comes_from_another_areas_people_is_neither_seen_nor_settled(elsewhere, received, planner, shown):
    elsewhere.substitute(user__phone=PHONE)
    sms = received("Hemligt")

    assert "Inget att läsa" in shown()
    assert planner.post(reverse("sms:settle", args=[sms.pk])).status_code == 404
    assert InboundMessage.objects.waiting().exists()


def test_read_twice_is_read_once_and_gone_from_the_list(town, amira, received, planner, shown):
    sms = received()

    for _click in range(2):
        assert planner.post(reverse("sms:settle", args=[sms.pk])).url == reverse("sms:index")

    sms.refresh_from_db()
    assert sms.settled_by == town.planner
    waiting, _nyss, lately = shown().partition("Nyss läst")
    assert "ja men bara" not in waiting
    assert f"{town.planner} läste det tisdag 12 maj 05.45" in lately


def test_others_have_no_such_page(town, officer, signed_in):
    for user in (officer, town.manager):
        assert signed_in(user).get(reverse("sms:index")).status_code == 404


def test_the_menu_says_how_many_wait_and_nothing_when_none_does(town, amira, received, planner):
    assert '"Inkorg"' in text(planner.get(reverse("wagtailadmin_home")))

    received()

    home = text(planner.get(reverse("wagtailadmin_home")))
    assert "Inkorg (1)" in home
    assert "1 att läsa i inkorgen" in home


def test_the_page_asks_as_much_for_one_as_for_thirty(town, amira, received, planner):
    def one_more(number):
        substitute = town.substitute(user__phone=f"+467017406{number}")
        EnquiryFactory(order=town.order(), substitute=substitute)
        received(sender=substitute.user.phone)

    one_more(20)
    one = cost(planner, reverse("sms:index"))

    for number in range(21, 50):
        one_more(number)

    assert cost(planner, reverse("sms:index")) == one


@pytest.fixture
def written(town, amira):
    """Amira has answered in the portal what her planner wrote; she has no number."""
    User.objects.filter(pk=amira.user_id).update(phone="")
    with transaction.atomic():
        message = outbox.post(
            key="1", kind="desk.written", to=amira.user, body="Hämta nycklar.", at=NOW, written_by=town.planner
        )
    return inbound.write(message, "Jag kommer i morgon", by=amira.user, command=uuid.uuid4(), at=NOW)


def test_what_was_written_in_the_portal_says_who_and_what_it_answers(town, amira, written, shown):
    page = shown()

    for words in ("Amira Hassan", "Skrev i portalen", "Jag kommer i morgon", "Hämta nycklar.",
                  f"Svar på det som {town.planner} skrev",
                  f"{reverse('writing:to_one', args=[amira.pk])}?svar={written.pk}"):  # fmt: skip
        assert words in page
    assert "Okänt nummer" not in page
    assert_valid_html(page)


def test_it_is_answered_as_an_sms_is_and_is_then_read(amira, written, planner):
    address = f"{reverse('writing:to_one', args=[amira.pk])}?svar={written.pk}"
    assert planner.get(address).status_code == 200

    planner.post(address, {"body": "Bra.", "command": str(uuid.uuid4()), "when": "nu"})

    written.refresh_from_db()
    assert written.settled_at is not None


def test_what_the_people_of_another_area_write_is_not_seen(elsewhere, written, signed_in):
    page = text(signed_in(elsewhere.planner).get(reverse("sms:index")))

    assert "Jag kommer i morgon" not in page


def test_one_without_a_number_is_not_taken_for_who_wrote(town, amira, written, planner):
    other = town.substitute(user__phone="")

    assert planner.get(f"{reverse('writing:to_one', args=[other.pk])}?svar={written.pk}").status_code == 404


def test_many_who_wrote_in_the_portal_cost_no_more_than_one(town, amira, written, planner):
    one = cost(planner, reverse("sms:index"))

    for number in range(20):
        user = town.substitute(user__phone="").user
        inbound.write(written.in_answer_to, f"Hej {number}", by=user, command=uuid.uuid4(), at=NOW)

    assert cost(planner, reverse("sms:index")) == one
