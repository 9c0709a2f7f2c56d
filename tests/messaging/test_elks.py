"""What is 46elks' own."""

from datetime import UTC, datetime

import pytest

from messaging.gateways.line import NOT_TAKEN
from messaging.gateways.traces import utc
from tests.messaging.conftest import NOW
from tests.standins import elks
from tests.standins.chosen import chosen
from tests.standins.server import by_client


@pytest.fixture
def elks_api(db, client, settings, monkeypatch):
    with chosen("elks", by_client(client), settings, monkeypatch) as stand_in:
        stand_in.now = NOW
        yield stand_in


def test_its_receipts_come_with_the_secret_written_so_that_any_sign_survives(elks_api, hand_over):
    hand_over()

    assert elks_api.taken[0].receipts.startswith(
        "https://portal:hjortron%2Foch%3Abl%C3%A5b%C3%A4r@vikarie.alvsunda.example/sms/elks/kvitto/"
    )
    assert "/" in elks.SECRET


def test_a_sender_that_it_does_not_allow_is_refused(elks_api, hand_over, settings):
    settings.SMS_SENDER = "Bemanningsenheten"

    message = hand_over()

    assert (message.status, message.status_reason) == ("failed", NOT_TAKEN)


@pytest.mark.parametrize("written", ["2026-05-12T03:45:00", "2026-05-12T03:45:00Z", "2026-05-12T05:45:00+02:00"])
def test_its_times_are_in_utc_unless_they_say_otherwise(written):
    assert utc(written) == datetime(2026, 5, 12, 3, 45, tzinfo=UTC)
