"""What the gateways with a network before them must do besides."""

import logging
from datetime import timedelta

import pytest

from messaging import gateways
from messaging.gateways import line
from messaging.models import Message
from tests.messaging.conftest import NOW
from tests.standins import elks, twilio
from tests.standins.chosen import OUR_NUMBER
from tests.standins.server import Mood

LATER = NOW + timedelta(minutes=3)
SECRETS = (elks.PASSWORD, elks.SECRET, twilio.TOKEN)


@pytest.fixture(autouse=True)
def _quiet(caplog):
    caplog.set_level(logging.CRITICAL)


def test_an_sms_comes_from_our_number_and_its_receipts_go_to_the_public_address(over_http, hand_over):
    message = hand_over()

    (sms,) = over_http.taken
    assert sms.sender == OUR_NUMBER
    assert sms.receipts.endswith(f"vikarie.alvsunda.example/sms/{over_http.name}/kvitto/?ref={message.pk}")


def test_a_receipt_tells_whose_it_is_when_the_answer_was_lost(over_http, hand_over):
    over_http.next_will(Mood.SLOW)
    message = hand_over()

    over_http.report(over_http.taken[0].provider_id, "delivered")

    message.refresh_from_db()
    assert (message.status, message.provider_id) == ("delivered", over_http.taken[0].provider_id)


def test_a_receipt_of_something_else_is_nobodys(over_http, hand_over):
    message = hand_over()
    ours = over_http.taken[0].receipts
    over_http.taken[0] = over_http.taken[0].__class__("other", "", "", "", ours.replace(str(message.pk), "7"), NOW)

    assert over_http.report("other", "delivered") == [204]

    message.refresh_from_db()
    assert message.status == Message.Status.ACCEPTED


def test_what_says_nothing_new_is_heard_and_forgotten(over_http, hand_over):
    message = hand_over()

    assert over_http.report(message.provider_id, "queued") == [204]


def test_a_gateway_that_is_out_of_reach_is_tried_again(over_http, hand_over):
    over_http.close()

    message = hand_over()

    assert (message.status, message.status_reason) == ("pending", line.OUT_OF_REACH)


def test_a_connection_that_cannot_be_made_safe_carries_nothing(over_http, hand_over, settings):
    settings.SMS_ELKS_API, settings.SMS_TWILIO_API = [
        over_http.url.replace("http:", "https:") + path for path in ("/a1", "")
    ]

    message = hand_over()

    assert (message.status, message.status_reason) == ("pending", line.OUT_OF_REACH)


def test_a_gateway_that_does_not_know_us_is_tried_again(over_http, hand_over, settings):
    settings.SMS_ELKS_PASSWORD = settings.SMS_TWILIO_TOKEN = "fel"

    message = hand_over()

    assert (message.status, message.status_reason) == ("pending", line.SHUT_OUT)


def test_an_address_that_leads_elsewhere_is_not_followed(over_http, hand_over):
    over_http.next_will(302)

    message = hand_over()

    assert (message.status, message.status_reason) == ("pending", line.SHUT_OUT)


@pytest.mark.parametrize("status", [200, 502, 504])
def test_an_answer_that_tells_nothing_is_looked_up(over_http, hand_over, sweep, status):
    over_http.next_will(status)
    message = hand_over()
    assert message.status == Message.Status.SENDING

    sweep(LATER)

    message.refresh_from_db()
    assert message.status == Message.Status.PENDING


def test_a_look_up_that_fails_changes_nothing_and_is_made_again(over_http, hand_over, sweep):
    over_http.next_will(Mood.SLOW, 503)
    message = hand_over()

    sweep(LATER)
    message.refresh_from_db()
    assert message.status == Message.Status.SENDING
    sweep(LATER + timedelta(minutes=1))

    message.refresh_from_db()
    assert message.status == Message.Status.ACCEPTED


def test_the_same_words_sent_before_are_not_taken_for_this_one(over_http, hand_over, sweep):
    hand_over(body="Kan du jobba?")
    over_http.next_will(Mood.SLOW_AND_LOST)
    message = hand_over(body="Kan du jobba?")

    sweep(LATER)

    message.refresh_from_db()
    assert message.status == Message.Status.PENDING


def test_the_same_words_of_yesterday_are_not_taken_for_this_one(over_http, hand_over, sweep):
    over_http.now = NOW - timedelta(days=1)
    hand_over(body="Kan du jobba?")
    Message.objects.update(provider_id="forgotten")
    over_http.now = NOW
    over_http.next_will(Mood.SLOW_AND_LOST)
    message = hand_over(body="Kan du jobba?")

    sweep(LATER)

    message.refresh_from_db()
    assert message.status == Message.Status.PENDING


def test_a_list_that_ends_too_soon_cannot_tell(over_http, hand_over, sweep):
    over_http.next_will(Mood.SLOW)
    message = hand_over(body="Kan du jobba?")
    over_http.taken.extend(
        over_http.taken[0].__class__(f"o{n}", amiras(message), "", "Hej", "", NOW) for n in range(100)
    )

    sweep(LATER)

    message.refresh_from_db()
    assert (message.status, len(over_http.taken)) == ("failed", 101)


def test_a_gateway_that_keeps_no_texts_cannot_tell(over_http, hand_over, sweep):
    over_http.next_will(Mood.SLOW)
    message = hand_over()
    over_http.taken[0] = over_http.taken[0].__class__("s", amiras(message), "", "", "", NOW)

    sweep(LATER)

    message.refresh_from_db()
    assert message.status == Message.Status.FAILED


@pytest.mark.parametrize("mood", [Mood.SLOW, Mood.RESET, Mood.REFUSE, 401, 503])
def test_the_log_has_no_secret_no_number_and_no_text(over_http, hand_over, sweep, caplog, mood):
    caplog.set_level(logging.DEBUG, logger="messaging")
    over_http.next_will(mood, mood)
    message = hand_over(body="Du är bokad")

    sweep(LATER)

    assert caplog.text
    for secret in (*SECRETS, message.address, message.body, "127.0.0.1"):
        assert secret not in caplog.text


def test_the_connection_is_kept(over_http, hand_over):
    for _ in range(3):
        hand_over()

    (pool,) = gateways.get(over_http.name).line._session().adapters["http://"].poolmanager.pools._container.values()
    assert (pool.num_connections, pool.num_requests) == (1, 3)


def amiras(message: Message) -> str:
    return message.address
