"""Whether SMS get away and arrive, as the sweep sees it."""

from datetime import timedelta

import pytest

from messaging import carriers
from messaging.carriers import Kind, Lately, verdict
from messaging.models import Channel, Heartbeat, Message
from tests.cast import NOW
from tests.factories.people import UserFactory

MINUTE = timedelta(minutes=1)
Status = Message.Status


@pytest.mark.parametrize(
    ("lately", "kind"),
    [
        (Lately(), None),
        (Lately(tried=40, missed=4), None),
        (Lately(tried=4, missed=4), None),
        (Lately(tried=11, missed=5), None),
        (Lately(tried=10, missed=5), Kind.REFUSED),
        (Lately(tried=6, missed=6, overdue=9), Kind.REFUSED),
        (Lately(overdue=4), None),
        (Lately(overdue=5), Kind.SLOW),
        (Lately(left=9, confirmed=4), None),
        (Lately(left=9, confirmed=4, confirms=True), Kind.UNCONFIRMED),
        (Lately(left=8, confirmed=4, confirms=True), None),
        (Lately(left=4, confirms=True), None),
    ],
)
def test_what_the_figures_mean(lately, kind):
    assert verdict(lately) == kind


@pytest.fixture
def sms(db):
    """`sms(5, "failed", claimed_at=…)`: so many."""
    recipient, number = UserFactory(), iter(range(1000))

    def make(many, status, **fields):
        told = {"channel": Channel.SMS, "posted_at": NOW - 2 * MINUTE, "due_at": NOW - 2 * MINUTE} | fields
        for _ in range(many):
            Message.objects.create(
                key=f"sms {next(number)}", kind="enquiry.asked", recipient=recipient, status=status, **told
            )

    return make


def test_tries_that_went_wrong_lately_are_the_gateways(sms):
    sms(4, Status.ACCEPTED, claimed_at=NOW - MINUTE)
    sms(2, Status.FAILED, claimed_at=NOW - MINUTE)
    sms(2, Status.PENDING, claimed_at=NOW - MINUTE, due_at=NOW + MINUTE)
    sms(1, Status.SENDING, claimed_at=NOW - 6 * MINUTE)
    sms(3, Status.SENDING, claimed_at=NOW - MINUTE)
    sms(9, Status.FAILED, claimed_at=NOW - 20 * MINUTE)
    sms(9, Status.FAILED, claimed_at=NOW - MINUTE, channel=Channel.EMAIL)

    found = carriers.lately(now=NOW)

    assert (found.tried, found.missed, found.overdue) == (12, 5, 0)


def test_what_is_due_and_waits_and_what_left_without_a_receipt(sms):
    sms(3, Status.PENDING, due_at=NOW - 6 * MINUTE)
    sms(2, Status.PENDING, due_at=NOW - 4 * MINUTE)
    sms(5, Status.ACCEPTED, sent_at=NOW - 15 * MINUTE)
    sms(1, Status.DELIVERED, sent_at=NOW - 15 * MINUTE)
    sms(5, Status.ACCEPTED, sent_at=NOW - 5 * MINUTE)
    sms(5, Status.ACCEPTED, sent_at=NOW - 90 * MINUTE)

    found = carriers.lately(now=NOW)

    assert (found.overdue, found.left, found.confirmed, found.confirms) == (3, 6, 1, True)


def test_what_goes_on_keeps_its_since_and_goes_when_it_is_over(sms):
    sms(5, Status.PENDING, due_at=NOW - 6 * MINUTE)
    Heartbeat.objects.create(name="sweep", beat_at=NOW)

    assert carriers.note(now=NOW) == Kind.SLOW
    carriers.note(now=NOW + MINUTE)
    assert carriers.trouble() == carriers.Trouble(Kind.SLOW, NOW)

    Message.objects.update(status=Status.ACCEPTED)
    assert carriers.note(now=NOW + 2 * MINUTE) is None
    assert carriers.trouble() is None
    assert Heartbeat.objects.get().name == "sweep"


def test_one_trouble_gives_way_to_another(sms):
    Heartbeat.objects.create(name=Kind.REFUSED, beat_at=NOW - MINUTE)
    sms(5, Status.PENDING, due_at=NOW - 6 * MINUTE)

    carriers.note(now=NOW)

    assert carriers.trouble() == carriers.Trouble(Kind.SLOW, NOW)
