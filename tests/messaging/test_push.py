"""Notices in browsers, as a browser reads them and a push service answers."""

from dataclasses import replace
from datetime import timedelta

import pytest

from messaging import browsers, choices, delivery, looks, vapid
from messaging.channels import push
from messaging.models import Channel, ChannelChoice, Message, PushSubscription
from people.models import User
from tests.messaging.conftest import NOW
from tests.standins.server import Mood

LATER = NOW + timedelta(minutes=1)


@pytest.fixture
def notice(group, post, amira):
    """`notice(…)`: posted and handed over by the browsers alone; the last row."""

    def one(at=NOW, **fields) -> Message:
        post(amira, **fields)
        for message in Message.objects.filter(channel=Channel.PUSH, status="pending"):
            delivery.deliver(message.pk, at=at)
        return Message.objects.filter(channel=Channel.PUSH).latest("posted_at")

    return one


def test_the_browser_reads_what_was_said_and_where_it_leads(subscribed, service, notice, monkeypatch):
    monkeypatch.setattr(looks, "_looks", {"thing.happened": looks.Looks(link=lambda _message: "/saker/7/")})
    browser = subscribed()

    message = notice(subject="Kan du jobba?", body="Onsdag 13 maj. http://localhost:8000/saker/7/", about="thing:7")

    (told,) = browser.notices
    assert (told["title"], told["body"], told["url"]) == ("Kan du jobba?", "Onsdag 13 maj.", "/saker/7/")
    assert sorted(told) == ["body", "lang", "tag", "title", "url"]
    assert told["lang"] == "sv"
    assert (message.status, message.attempts) == ("accepted", 1)


def test_a_notice_is_read_aloud_in_the_language_of_whom_it_is_for():
    told = push.payload(Message(recipient=User(language="en"), subject="Can you work?", body="Wednesday 13 May."))

    assert told["lang"] == "en"


def test_the_service_sees_who_sends_and_how_urgent_it_is_and_nothing_of_what(subscribed, service, notice):
    subscribed()

    notice(subject="Hemligt", about="thing:7")

    (taken,) = service.taken
    assert taken.sender == vapid.public_key()
    assert taken.claims["sub"] == "mailto:bemanningen@alvsunda.example"
    assert (taken.headers["urgency"], taken.headers["ttl"]) == ("high", "14400")
    assert taken.headers["content-encoding"] == "aes128gcm"
    assert len(taken.headers["topic"]) == 32
    assert "Hemligt" not in str(taken.headers)


def test_what_is_not_urgent_waits_a_day_for_a_phone_that_is_off(subscribed, service, notice, group, monkeypatch):
    monkeypatch.setitem(choices._groups, group.code, replace(group, urgent=False))
    subscribed()

    notice()

    assert (service.taken[0].headers["urgency"], service.taken[0].headers["ttl"]) == ("normal", "86400")


def test_news_of_the_same_thing_takes_the_place_of_the_old_and_other_things_stand_beside(subscribed, notice):
    browser = subscribed()

    for about in ("thing:7", "thing:7", "thing:8", "", ""):
        notice(about=about)

    tags = [one["tag"] for one in browser.notices]
    assert tags[0] == tags[1]
    assert len(set(tags)) == 4


def test_each_browser_of_hers_is_told_the_same_and_nobody_elses(subscribed, notice, db):
    phone, computer = subscribed(), subscribed()

    notice(subject="Hej")

    assert [one["title"] for one in phone.notices + computer.notices] == ["Hej", "Hej"]
    assert phone.notices[0]["tag"] == computer.notices[0]["tag"]


def test_a_long_text_is_cut_to_what_every_service_takes(subscribed, notice):
    browser = subscribed()

    notice(subject="Å" * 119, body="€" * 3000)

    assert len(browser.notices[0]["body"]) == 500


@pytest.mark.parametrize("status", [404, 410])
def test_a_browser_that_is_gone_is_forgotten_and_not_tried_again(subscribed, service, notice, status):
    subscribed()
    service.next_will(status)

    message = notice()

    assert (message.status, message.status_reason, message.attempts) == ("failed", push.GONE, 1)
    assert not PushSubscription.objects.exists()
    assert Message.objects.get(copy_of=None).status == "pending"


@pytest.mark.parametrize("mood", [429, 500, 503, Mood.SLOW_AND_LOST, Mood.RESET_AND_LOST])
def test_a_service_that_is_busy_or_silent_is_tried_again(subscribed, service, notice, mood):
    browser = subscribed()
    service.next_will(mood)
    message = notice()
    assert (message.status, message.due_at) == ("pending", NOW + timedelta(minutes=1))

    delivery.deliver(message.pk, at=LATER)

    message.refresh_from_db()
    assert (message.status, message.attempts) == ("accepted", 2)
    assert browser.notices


@pytest.mark.parametrize("status", [301, 307, 400, 403, 413])
def test_a_service_that_will_not_is_not_asked_again_nor_followed(subscribed, service, notice, status):
    subscribed()
    service.next_will(status)

    message = notice()

    assert (message.status, message.status_reason) == ("failed", push.NOT_TAKEN)
    assert service.refused == []
    assert PushSubscription.objects.exists()


def test_one_that_nobody_answers_at_is_tried_again(subscribed, service, notice):
    subscribed()
    service.go_down()

    assert notice().status_reason == push.OUT_OF_REACH


def test_after_an_unknown_outcome_it_is_safe_to_send_again(subscribed, notice, group):
    subscribed()
    message = notice()

    assert push.Push().find(message) is None


def test_a_browser_that_was_let_go_while_it_waited_gets_nothing(subscribed, service, post, amira, group):
    browser = subscribed()
    post(amira)
    message = Message.objects.get(channel=Channel.PUSH)
    browsers.let_go(amira, endpoint=browser.endpoint)

    delivery.deliver(message.pk, at=NOW)

    message.refresh_from_db()
    assert (message.status, message.status_reason) == ("failed", push.GONE)
    assert not browser.notices


def test_a_service_that_we_no_longer_know_is_not_called(subscribed, notice, settings, service, post, amira, group):
    subscribed()
    settings.PUSH = replace(settings.PUSH, services=("fcm.googleapis.com",))

    assert notice().status == "failed"
    assert not service.taken


def test_without_a_key_what_waits_for_a_browser_fails_and_nothing_new_goes_there(
    subscribed, post, amira, group, settings
):
    subscribed()
    post(amira)
    settings.PUSH = replace(settings.PUSH, private_key="")
    message = Message.objects.get(channel=Channel.PUSH)

    delivery.deliver(message.pk, at=NOW)
    post(amira)

    message.refresh_from_db()
    assert (message.status, message.status_reason) == ("failed", push.OFF)
    assert Message.objects.filter(channel=Channel.PUSH).count() == 1


def test_one_who_wants_it_in_the_browser_alone_reads_it_there(subscribed, post, amira, group):
    ChannelChoice.objects.create(user=amira, group=group.code, channel=Channel.SMS, wanted=False)
    browser, _other = subscribed(), subscribed(minute=1)

    first = post(amira, body=lambda channel: f"Sagt med {channel}")
    for message in Message.objects.all():
        delivery.deliver(message.pk, at=NOW)

    assert (first.channel, first.copy_of) == (Channel.PUSH, None)
    assert browser.notices[0]["url"] == f"/meddelanden/{first.pk}/"
    assert browser.notices[0]["body"] == "Sagt med push"
    assert Message.objects.exclude(copy_of=None).count() == 1
