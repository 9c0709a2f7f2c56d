"""What the engine tells, by more channels than one."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from booking import notifications
from booking.models import Enquiry, PlannerTask
from booking.notifications.catalogue import CATALOGUE
from booking.notifications.groups import GROUPS
from booking.operations import bookings, enquiries
from messaging import choices, delivery, inbound, vapid
from messaging.models import Channel, ChannelChoice, Message, PushSubscription
from messaging.segments import plain, segments
from tests.cast import at

MORNING = at("2026-05-12 09:00")


@pytest.fixture(autouse=True)
def _in_the_morning(time_machine):
    time_machine.move_to(MORNING, tick=False)


@pytest.fixture
def notices(settings):
    """Notices are on."""
    settings.PUSH = replace(settings.PUSH, private_key=vapid.in_one_line(vapid.made()))


@pytest.fixture
def amira(town):
    """She wants e-mail of what she is asked, beside the SMS."""
    substitute = town.substitute(user__phone="+46701740612", user__email="amira@alvsunda.example")
    ChannelChoice.objects.create(user=substitute.user, group="enquiries", channel=Channel.EMAIL, wanted=True)
    return substitute


@pytest.fixture
def ask(town):
    def one(substitute, day=13) -> Enquiry:
        order = town.order(f"2026-05-{day} 07:00", f"2026-05-{day} 16:00")
        by = MORNING + timedelta(hours=1)
        return enquiries.ask(order, [substitute], by=town.planner, at=MORNING, answer_by=by)[0]

    return one


def with_browser(user) -> PushSubscription:
    return PushSubscription.objects.create(
        user=user, endpoint=f"https://fcm.googleapis.com/{user.pk}", made_at=MORNING, p256dh="x", auth="x"
    )


def test_every_kind_belongs_to_one_group_and_no_group_has_another():
    kinds = [kind for group in GROUPS for kind in group.kinds]

    assert sorted(kinds) == sorted(CATALOGUE)


def test_what_must_reach_her_cannot_be_turned_off():
    assert {group.code for group in GROUPS if group.obligatory} == {"bookings", "desk"}


def test_each_is_asked_to_choose_among_what_concerns_her(town, amira, officer):
    def codes(user):
        return {group.code for group in choices.groups(user)}

    assert "jobs" in codes(amira.user)
    assert "orders" not in codes(amira.user)
    assert codes(town.planner) == {"orders", "assistant", "desk", "account", "stand_ins"}
    assert codes(town.manager) == {"orders", "unconfirmed", "desk", "account", "stand_ins"}
    assert codes(officer) == {"desk", "account"}


def test_an_enquiry_is_answered_by_the_sms_and_in_the_portal_from_the_mail_and_the_notice(amira, ask, notices):
    with_browser(amira.user)

    enquiry = ask(amira)

    told = {row.channel: row for row in Message.objects.filter(kind="enquiry.asked")}
    assert f"Svara JA {enquiry.code}" in told["sms"].body or "Svara JA" in told["sms"].body
    assert "Svara i portalen senast" in told["email"].body
    assert "http" in told["email"].body
    assert "Svara i portalen senast" in told["push"].body
    assert "http" not in told["push"].body
    assert {channel for channel, row in told.items() if row.answerable} == {"sms"}


def test_a_notice_of_a_booking_is_as_short_as_its_sms(town, amira, notices):
    with_browser(amira.user)
    town.workplace.address = "Storgatan 14, uppgång B, " * 6
    town.workplace.save()

    bookings.book(town.order(), amira, by=town.planner, at=MORNING)

    notice = Message.objects.get(kind="booking.booked", channel=Channel.PUSH)
    assert segments(plain(notice.body)) <= 2


def test_many_enquiries_at_once_are_one_message_by_each_channel(amira, ask, drain):
    for day in range(13, 18):
        ask(amira, day)

    drain()

    left = sorted(Message.objects.left().values_list("kind", "channel"))
    assert left == [("enquiry.asked_many", "email"), ("enquiry.asked_many", "sms")]
    assert not Message.objects.filter(status="pending").exists()


@pytest.mark.parametrize("number", [2, 3])
def test_it_is_enquiries_that_are_counted_and_not_copies(amira, ask, drain, number):
    for day in range(13, 13 + number):
        ask(amira, day)

    drain()

    kind = "enquiry.asked" if number == 2 else "enquiry.asked_many"
    assert set(Message.objects.left().values_list("kind", flat=True)) == {kind}


def test_a_copy_that_comes_first_does_as_the_message_would(amira, ask):
    for day in (13, 14, 15):
        ask(amira, day)

    for copy in Message.objects.filter(kind="enquiry.asked").exclude(copy_of=None):
        delivery.deliver(copy.pk, at=MORNING)

    assert set(Message.objects.filter(kind="enquiry.asked").values_list("status", flat=True)) == {"suppressed"}
    assert Message.objects.filter(kind="enquiry.asked_many").count() == 2


def test_a_copy_that_waits_when_its_message_has_left_leaves_by_itself(amira, ask, drain):
    ask(amira)
    drain()
    copy = Message.objects.exclude(copy_of=None).get()
    Message.objects.filter(pk=copy.pk).update(status="pending")
    ask(amira, 14), ask(amira, 15)

    delivery.deliver(copy.pk, at=MORNING)

    copy.refresh_from_db()
    assert copy.status == "accepted"


def test_whoever_has_mail_beside_her_silent_number_is_asked_there_and_no_planner_needs_to_call(amira, ask):
    enquiry = ask(amira)

    sms = inbound.receive(gateway="local", provider_id="1", sender=amira.user.phone, body="STOP", at=MORNING)
    inbound.understand(sms.pk, at=MORNING)
    later = ask(amira, 14)

    enquiry.refresh_from_db()
    assert (enquiry.status, later.status) == (Enquiry.Status.SENT, Enquiry.Status.SENT)
    assert not PlannerTask.objects.filter(kind=PlannerTask.Kind.NO_SMS).exists()


def test_whoever_wants_no_enquiries_but_in_her_inbox_is_one_to_call(town, ask):
    substitute = town.substitute()
    ChannelChoice.objects.create(user=substitute.user, group="enquiries", channel=Channel.SMS, wanted=False)

    enquiry = ask(substitute)

    assert enquiry.status == Enquiry.Status.UNDELIVERABLE
    assert PlannerTask.objects.filter(kind=PlannerTask.Kind.NO_SMS).exists()
    assert Message.objects.in_inbox(substitute.user, now=MORNING).exists()


def test_of_a_booking_the_mail_tells_whom_no_sms_reaches(town, amira):
    sms = inbound.receive(gateway="local", provider_id="1", sender=amira.user.phone, body="STOP", at=MORNING)
    inbound.understand(sms.pk, at=MORNING)

    bookings.book(town.order(), amira, by=town.planner, at=MORNING)

    channels = Message.objects.filter(kind="booking.booked").values_list("channel", flat=True)
    assert sorted(channels) == ["email", "sms"]


def test_what_a_planner_writes_is_answered_in_the_portal_from_the_mail(town, amira):
    ChannelChoice.objects.create(user=amira.user, group="desk", channel=Channel.EMAIL, wanted=True)
    with transaction.atomic():
        notifications.written(amira.user, body="Hämta nycklar.", by=town.planner, key="1", at=MORNING)

    told = {row.channel: row.body for row in Message.objects.filter(kind="desk.written")}
    assert "Kan inte besvaras." in told["sms"]
    assert "Svara i portalen." in told["email"]
    assert "/meddelanden/" in told["email"]


def test_thirty_who_are_asked_cost_no_more_each_than_one(town, ask, notices):
    def cost(number) -> int:
        people = [town.substitute() for _ in range(number)]
        order = town.order("2026-05-20 07:00", "2026-05-20 16:00")
        by = MORNING + timedelta(hours=1)
        with CaptureQueriesContext(connection) as asked:
            enquiries.ask(order, people, by=town.planner, at=MORNING, answer_by=by)
        about_channels = ("messaging_channelchoice", "messaging_pushsubscription", "messaging_silenced")
        return sum(any(table in one["sql"] for table in about_channels) for one in asked.captured_queries)

    assert cost(1) == cost(30) == 3
