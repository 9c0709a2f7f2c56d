"""What must be set for messages to leave."""

import pytest

from messaging.checks import gateway_is_ready, sender_can_be_shown
from tests.fakes import SECRET


def test_the_gateway_of_the_settings_is_ready():
    assert gateway_is_ready() == []
    assert sender_can_be_shown() == []


def test_a_gateway_that_nobody_has_written_stops_the_start(settings):
    settings.SMS_GATEWAY = "46elk"

    (problem,) = gateway_is_ready()

    assert problem.id == "messaging.E001"
    assert "46elk" in problem.msg


@pytest.mark.parametrize(
    ("gateway", "needs"),
    [
        ("elks", "SMS_ELKS_USERNAME, SMS_ELKS_PASSWORD, SMS_WEBHOOK_SECRETS (elks=…)"),
        ("twilio", "SMS_TWILIO_SID, SMS_TWILIO_TOKEN"),
    ],
)
def test_a_gateway_without_its_values_stops_the_start_and_names_them(settings, gateway, needs):
    settings.SMS_GATEWAY = gateway

    (problem,) = gateway_is_ready()

    assert problem.id == "messaging.E002"
    assert f"without {needs}." in problem.msg


def test_a_gateway_that_has_what_it_needs_is_ready(settings):
    settings.SMS_ELKS_USERNAME, settings.SMS_ELKS_PASSWORD = "u1", "hemligt"
    settings.SMS_TWILIO_SID, settings.SMS_TWILIO_TOKEN = "AC1", "hemligt"
    settings.SMS_WEBHOOK_SECRETS = {"elks": SECRET}

    for settings.SMS_GATEWAY in ("elks", "twilio"):
        assert gateway_is_ready() == []


@pytest.mark.parametrize(
    ("sender", "found"),
    [
        ("+46701740699", []),
        ("Vikarie", ["messaging.W001"]),
        ("0701740699", ["messaging.E003"]),
        ("", ["messaging.E003"]),
        ("Bemanningsenheten", ["messaging.E003"]),
    ],
)
def test_a_sender_is_a_number_that_can_be_answered(settings, sender, found):
    settings.SMS_GATEWAY, settings.SMS_SENDER = "elks", sender

    assert [problem.id for problem in sender_can_be_shown()] == found
