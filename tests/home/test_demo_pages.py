"""`/demo/`: in by one click, and every substitute's phone."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from booking.operations import enquiries
from home.demo.cast import SUBSTITUTES
from messaging.models import InboundMessage
from tests.cast import at, with_role
from tests.factories.people import AgreementFactory, SubstituteFactory, UserFactory
from tests.page_checks import assert_valid_html

DEMO = reverse("home:demo")
NUMBER = "+46701740605"
MORNING = at("2026-05-12 09:00")


@pytest.fixture
def amira(town):
    """One of the demo's own people, with a phone."""
    substitute = SubstituteFactory(
        user=UserFactory(username=SUBSTITUTES[0].username, first_name="Amira", last_name="Hassan", phone=NUMBER)
    )
    AgreementFactory(substitute=substitute, area=town.area, occupation=town.occupation)
    return substitute


@pytest.fixture
def asked(amira, town, drain):
    """She is asked, and the SMS is on her phone."""
    [enquiry] = enquiries.ask(
        town.order("2098-05-13 07:00", "2098-05-13 16:00"), [amira], by=town.planner, at=MORNING,
        answer_by=at("2098-05-12 12:00"),
    )  # fmt: skip
    drain()
    return enquiry


def page(name, substitute):
    return reverse(f"home:{name}", args=[substitute.user.pk])


def text(answer):
    return answer.content.decode()


@pytest.mark.parametrize("name", ["demo_phone", "demo_conversation", "demo_enter", "demo_answer"])
def test_nothing_of_it_exists_where_the_demo_is_off(client, amira, settings, name):
    settings.DEMO = False

    assert client.get(DEMO).status_code == 404
    assert client.get(page(name, amira)).status_code == 404
    assert client.post(page(name, amira), {"text": "JA"}).status_code == 404
    assert not InboundMessage.objects.exists()
    assert "_auth_user_id" not in client.session


def test_the_accounts_and_the_phones_are_listed(client, amira):
    shown = text(client.get(DEMO))

    assert "Amira Hassan" in shown
    assert "070-174 06 05" in shown
    assert_valid_html(shown)


def test_an_empty_demo_says_how_it_is_filled(client, db):
    assert "manage.py demo" in text(client.get(DEMO))


def test_one_click_and_one_is_in(client, amira):
    answer = client.post(page("demo_enter", amira))

    assert answer["Location"] == "/min-sida/"
    assert client.session["_auth_user_id"] == str(amira.user.pk)


def test_a_link_lets_nobody_in(client, amira):
    assert client.get(page("demo_enter", amira)).status_code == 405


def test_a_form_from_elsewhere_lets_nobody_in(amira):
    assert Client(enforce_csrf_checks=True).post(page("demo_enter", amira)).status_code == 403


def test_only_the_demos_own_accounts_can_be_entered(client, town, owner):
    for user in (owner, town.planner, with_role("editor")):
        assert client.post(reverse("home:demo_enter", args=[user.pk])).status_code == 404


def test_the_phone_shows_the_sms_that_arrived(client, amira, asked):
    shown = text(client.get(page("demo_phone", amira)))

    assert "Kan du jobba" in shown
    assert_valid_html(shown)


def test_the_page_fetches_the_conversation_alone(client, amira, asked):
    shown = text(client.get(page("demo_conversation", amira)))

    assert "Kan du jobba" in shown
    assert "<html" not in shown


def test_an_answer_is_read_by_the_portal(client, amira, asked, drain):
    client.post(page("demo_answer", amira), {"text": "JA", "key": "1"})
    drain()

    asked.refresh_from_db()
    assert asked.status == asked.Status.WON
    shown = text(client.get(page("demo_phone", amira)))
    assert "Tolkades:" in shown
    assert "Bokad:" in shown


def test_the_same_form_twice_is_one_sms(client, amira):
    for _again in range(2):
        client.post(page("demo_answer", amira), {"text": "JA", "key": "1"})

    assert InboundMessage.objects.count() == 1


def test_an_answer_whose_key_nobody_made_comes_in_all_the_same(client, amira):
    assert client.post(page("demo_answer", amira), {"text": "JA", "key": "a\x00b"}).status_code == 302

    assert InboundMessage.objects.get().provider_id == "demo-ab"


def test_an_empty_answer_is_none(client, amira):
    client.post(page("demo_answer", amira), {"text": "  ", "key": "1"})

    assert not InboundMessage.objects.exists()


def test_a_number_that_two_share_is_one_phone(client, amira):
    brother = SubstituteFactory(user__first_name="Nils", user__phone=NUMBER)

    for holder in (amira, brother):
        shown = text(client.get(page("demo_phone", holder)))
        assert "De delar den." in shown
    assert text(client.get(DEMO)).count("070-174 06 05") == 1


def test_who_has_no_phone_has_no_page_of_one_but_the_letters_are_shown(client, town, drain):
    substitute = town.substitute(user__phone="")
    enquiries.ask(
        town.order("2098-05-13 07:00", "2098-05-13 16:00"), [substitute], by=town.planner, at=MORNING,
        answer_by=at("2098-05-12 12:00"),
    )  # fmt: skip
    drain()

    assert client.get(page("demo_phone", substitute)).status_code == 404
    shown = text(client.get(DEMO))
    assert str(substitute) in shown
    assert "Kan du jobba" in shown
    assert_valid_html(shown)


def test_a_phone_takes_as_many_questions_for_one_sms_as_for_many(client, amira, asked, town, drain):
    def questions():
        with CaptureQueriesContext(connection) as counted:
            client.get(page("demo_phone", amira))
        return len(counted)

    questions()  # what is asked once per process has been asked
    for_one = questions()
    for day in range(14, 24):
        order = town.order(f"2098-05-{day} 07:00", f"2098-05-{day} 16:00")
        enquiries.ask(order, [amira], by=town.planner, at=MORNING, answer_by=at("2098-05-12 12:00"))
    drain()

    assert questions() == for_one
