"""Messages and their copies in many hands at once: nobody is told the same twice, and nobody waits for ever."""

from datetime import timedelta

import pytest

from booking.operations import enquiries
from messaging import browsers, delivery
from messaging.browsers import Offered
from messaging.models import Channel, ChannelChoice, Message, PushSubscription
from tests.cast import at
from tests.factories.people import UserFactory
from tests.standins.push import Browser

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
MORNING = at("2026-05-12 09:00")


@pytest.fixture
def asked(town):
    """Five enquiries to somebody who wants them by mail too; all are due."""
    amira = town.substitute(user__email="amira@alvsunda.example")
    ChannelChoice.objects.create(user=amira.user, group="enquiries", channel=Channel.EMAIL, wanted=True)
    for day in range(13, 18):
        order = town.order(f"2026-05-{day} 07:00", f"2026-05-{day} 16:00")
        by = MORNING + timedelta(hours=1)
        enquiries.ask(order, [amira], by=town.planner, at=MORNING, answer_by=by)
    return list(Message.objects.order_by("copy_of", "pk"))


def test_as_many_workers_as_there_are_messages_and_copies_tell_her_of_each_once(asked, at_once):
    results = at_once([lambda row=row: delivery.deliver(row.pk, at=MORNING) for row in asked])
    while late := Message.objects.filter(status="pending").first():  # whose row another had in hand: the sweep's
        delivery.deliver(late.pk, at=MORNING)

    assert not [one for one in results if isinstance(one, Exception)]
    assert not Message.objects.filter(status="pending").exists()
    for channel in (Channel.SMS, Channel.EMAIL):
        left = Message.objects.left().filter(channel=channel)
        alone = {row.facts["pk"] for row in left.filter(kind="enquiry.asked")}
        together = [key for row in left.filter(kind="enquiry.asked_many") for key in row.facts["enquiries"]]
        assert len(alone) + len(together) == 5
        assert not alone & set(together)


def test_one_browser_that_two_take_over_at_once_is_one_persons(db, settings, at_once):
    browser = Browser(type("Service", (), {"url": "https://fcm.googleapis.com"})(), 7)
    told = browser.told()
    people = [UserFactory() for _ in range(4)]
    offered = Offered(browser.endpoint, **told["keys"], device="Chrome")

    results = at_once([lambda user=user: browsers.subscribe(user, offered, at=MORNING) for user in people])

    assert not [one for one in results if isinstance(one, Exception)]
    assert PushSubscription.objects.count() == 1
