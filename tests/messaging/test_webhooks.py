"""What the gateways call."""

import base64

import pytest

from messaging.models import InboundMessage, Message, Receipt
from tests.fakes import SECRET

INBOUND, RECEIPT = "/sms/fake/inkommande/", "/sms/fake/kvitto/"
SMS = {"id": "s1", "from": "+46701740612", "message": "JA"}


def basic(secret: str) -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(f"portal:{secret}".encode()).decode()}


@pytest.fixture
def call(client, gateway):
    """`call(address, fields)`: as the gateway does, with its secret."""

    def post(address, fields, **headers):
        return client.post(address, fields, headers=headers or basic(SECRET))

    return post


def test_an_sms_is_taken_in_and_answered_with_nothing(call, db):
    answer = call(INBOUND, SMS)

    assert (answer.status_code, answer.content) == (204, b"")
    assert InboundMessage.objects.get().body == "JA"


def test_the_same_sms_twice_is_answered_alike_and_stored_once(call, db):
    assert [call(INBOUND, SMS).status_code for _ in range(2)] == [204, 204]
    assert InboundMessage.objects.count() == 1


def test_a_receipt_raises_the_message(call, amira, post):
    message = post(amira)
    Message.objects.update(status="accepted", gateway="fake", provider_id="m1")

    answer = call(RECEIPT, {"id": "m1", "status": "delivered"})

    message.refresh_from_db()
    assert (answer.status_code, answer.content, message.status) == (204, b"", "delivered")


@pytest.mark.parametrize(
    "headers",
    [
        {"X": "nothing"},
        basic("fel"),
        basic(""),
        {"Authorization": SECRET},
        {"Authorization": "Basic ÿ"},
        {"Authorization": "Basic AAA"},
        {"Authorization": "Basic " + base64.b64encode(b"\xff:\xff").decode()},
    ],
)
def test_a_caller_without_the_secret_changes_nothing(call, db, headers):
    assert call(INBOUND, SMS, **headers).status_code == 403
    assert call(RECEIPT, {"id": "m1", "status": "delivered"}, **headers).status_code == 403
    assert not InboundMessage.objects.exists()
    assert not Receipt.objects.exists()


def test_a_gateway_without_a_secret_in_the_settings_is_closed(call, db, settings):
    settings.SMS_WEBHOOK_SECRETS = {}

    assert call(INBOUND, SMS, **basic("")).status_code == 403


def test_an_unknown_gateway_does_not_exist(call, db):
    assert call("/sms/okand/inkommande/", SMS).status_code == 404
    assert call("/sms/okand/kvitto/", SMS).status_code == 404


def test_only_a_post_is_heard(client, gateway, db):
    assert client.get(INBOUND).status_code == 405


@pytest.mark.parametrize("fields", [{}, {"id": ""}, SMS | {"id": "x" * 81}, SMS | {"id": "a\x00b"}])
def test_what_cannot_be_read_is_a_bad_request(call, db, fields):
    assert call(INBOUND, fields).status_code == 400
    assert call(RECEIPT, fields).status_code == 400
    assert not InboundMessage.objects.exists()


@pytest.mark.parametrize("status", ["created", "x" * 200, "\x00"])
def test_a_receipt_of_a_status_we_do_not_know_is_a_bad_request(call, db, status):
    assert call(RECEIPT, {"id": "m1", "status": status}).status_code == 400


@pytest.mark.parametrize("odd", ["", "\x00", "👍" * 500, "ja\u0000ja", "\udcff".encode("utf-8", "surrogateescape")])
def test_any_text_and_any_sender_can_come_in(call, db, odd):
    assert call(INBOUND, {"id": "s1", "from": odd, "message": odd}).status_code == 204


def test_a_body_that_is_no_form_is_a_bad_request(client, gateway, db):
    answer = client.post(INBOUND, b'{"id": ', content_type="application/json", headers=basic(SECRET))

    assert answer.status_code == 400


def test_the_local_gateway_takes_the_same_fields(client, db, settings, post, amira):
    settings.SMS_WEBHOOK_SECRETS = {"local": SECRET}
    for number, status in [(204, "delivered"), (204, "sent")]:
        answer = client.post("/sms/local/kvitto/", {"id": "m1", "status": status}, headers=basic(SECRET))
        assert answer.status_code == number

    assert client.post("/sms/local/inkommande/", SMS, headers=basic(SECRET)).status_code == 204
    assert client.post("/sms/local/inkommande/", {"id": "s2"}, headers=basic(SECRET)).status_code == 400
    assert InboundMessage.objects.get().sender == "+46701740612"
