"""How Twilio proves that a call is its own, and what it refuses."""

import pytest
from django.test import RequestFactory

from messaging import gateways
from messaging.gateways.twilio import NO_SUCH_PHONE, REFUSALS
from tests.messaging.conftest import NOW
from tests.standins.chosen import chosen
from tests.standins.server import Mood, by_client

FIELDS = {
    "CallSid": "CA1234567890ABCDE",
    "Caller": "+14158675309",
    "Digits": "1234",
    "From": "+14158675309",
    "To": "+18005551212",
}
SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8="
"""Of the fields above, sent to the address below, with the token 12345: the example of Twilio's own library."""


@pytest.fixture
def twilio(db, client, settings, monkeypatch):
    with chosen("twilio", by_client(client), settings, monkeypatch) as stand_in:
        stand_in.now = NOW
        yield stand_in


@pytest.fixture
def authentic(settings):
    """`authentic(fields, signature)`: whether a call with them is believed."""
    settings.PORTAL_URL, settings.SMS_TWILIO_TOKEN = "https://mycompany.com", "12345"

    def ask(fields=FIELDS, signature=SIGNATURE, path="/myapp.php?foo=1&bar=2") -> bool:
        # Behind a proxy: the portal itself is called by another name, and without TLS.
        request = RequestFactory().post(path, fields, headers={"X-Twilio-Signature": signature, "Host": "10.0.0.7"})
        return gateways.get("twilio").authentic(request)

    return ask


def test_the_signature_is_of_the_public_address_and_every_field(authentic):
    assert authentic()


@pytest.mark.parametrize(
    "changed",
    [
        {"fields": FIELDS | {"Digits": "1235"}},
        {"fields": FIELDS | {"More": ""}},
        {"path": "/myapp.php?foo=1&bar=3"},
        {"signature": "RSOYDt4T1cUTdK1PDd93/VVr8B9="},
        {"signature": ""},
        {"signature": "å"},
    ],
)
def test_whatever_is_changed_is_not_believed(authentic, changed):
    assert not authentic(**changed)


def test_without_a_token_nobody_is_believed(authentic, settings):
    settings.SMS_TWILIO_TOKEN = ""

    assert not authentic()


def test_a_field_that_comes_twice_is_signed_once_for_each_value(authentic):
    fields = FIELDS | {"MediaUrl": ["b", "a", "b"]}

    assert authentic(fields, "PqNmSrMcHODVe7scfhGC+zYKSA4=")


def test_who_said_stop_to_twilio_is_refused_with_the_reason(twilio, hand_over, amira):
    twilio.unsubscribed = frozenset({amira.phone})

    message = hand_over()

    assert (message.status, message.status_reason) == ("failed", REFUSALS[21610])


def test_a_number_that_no_telephone_has_is_said_to_be_so(twilio, hand_over):
    twilio.next_will(Mood.REFUSE)

    assert hand_over().status_reason == NO_SUCH_PHONE


def test_an_account_that_does_not_exist_is_not_the_messages_fault(twilio, hand_over, settings):
    settings.SMS_TWILIO_API += "/elsewhere"

    assert hand_over().status == "pending"
