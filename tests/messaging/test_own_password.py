"""The link to a password, and the word that one soon is too old."""

from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.db import transaction

from messaging import delivery, outbox, own_password
from messaging.models import Channel, Message, Silenced
from people.models import User
from people.operations import password_links, passwords
from people.operations.refusals import Refused
from tests.cast import NOW, at
from tests.factories.people import PASSWORD

PHONE = "+46701740605"
CHANGED = at("2026-01-01 12:00")  # holds to 30 June
FIVE_DAYS_BEFORE, THE_DAY, AFTER = at("2026-06-25 00:30"), at("2026-06-30 00:30"), at("2026-07-01 00:30")


@pytest.fixture
def emma(town):
    return town.substitute(user__phone=PHONE, user__password_changed_at=CHANGED).user


@pytest.fixture(autouse=True)
def _holds_for_half_a_year(settings):
    settings.PASSWORD_MAX_AGE, settings.PASSWORD_WARNING = 180, 5


@pytest.fixture(autouse=True)
def _asked_as_they_leave(_alone):
    for kind in (own_password.INVITATION, own_password.RESET):
        outbox.still_true(kind)(own_password.still_open)
    outbox.still_true(own_password.DUE)(own_password.still_old)


def links():
    return Message.objects.filter(kind=own_password.RESET).order_by("posted_at")


def warned():
    return list(Message.objects.filter(kind="password.due").order_by("posted_at"))


def test_the_link_goes_by_one_sms_to_her_alone(emma, town):
    link = password_links.send(emma, by=town.planner, at=NOW)

    sms = links().get()
    assert (sms.recipient, sms.channel, sms.address, sms.discreet) == (emma, Channel.SMS, PHONE, True)
    assert f"{django_settings.PORTAL_URL}/konto/lank/{link.token}/" in sms.body
    assert len(sms.body) <= 306, "two segments"
    assert not Message.objects.in_inbox(emma, now=NOW).filter(kind=own_password.RESET).exists()


def test_nothing_leaves_for_a_number_that_has_said_stop(emma, town):
    Silenced.objects.create(number=PHONE, since=NOW)

    with pytest.raises(Refused, match="stoppat sms"):
        password_links.send(emma, by=town.planner, at=NOW)
    assert not Message.objects.exists()
    assert not emma.password_links.exists()


def test_a_link_that_another_has_replaced_does_not_leave(emma, town, settings):
    settings.DEMO = False
    password_links.send(emma, by=town.planner, at=NOW)
    password_links.send(emma, by=town.planner, at=NOW + timedelta(minutes=2))

    first, second = links()
    for sms in (first, second):
        delivery.deliver(sms.pk, at=NOW + timedelta(minutes=3))
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, second.status) == (Message.Status.SUPPRESSED, Message.Status.DELIVERED)
    assert second.body == "", "the way in is in no table when it has left"


def test_she_is_told_five_days_before_and_on_the_day_and_never_twice(emma):
    for moment in (FIVE_DAYS_BEFORE - timedelta(days=1), FIVE_DAYS_BEFORE, FIVE_DAYS_BEFORE + timedelta(days=2)):
        own_password.warn(at=moment)
    assert len(warned()) == 1
    for moment in (THE_DAY, THE_DAY + timedelta(hours=5), AFTER):
        own_password.warn(at=moment)

    before, today = warned()
    assert "går ut om 5 dagar, 30 juni" in before.body
    assert "går ut i dag" in today.body
    assert (before.channel, before.address) == (Channel.SMS, PHONE)
    assert before.due_at == at("2026-06-25 09:00"), "nobody is woken by it"


def test_late_in_the_evening_what_can_wait_waits_and_what_is_over_at_midnight_does_not(emma):
    own_password.warn(at=at("2026-06-25 21:00"))
    assert warned() == []

    own_password.warn(at=at("2026-06-26 00:30"))
    own_password.warn(at=at("2026-06-30 21:30"))

    before, today = warned()
    assert "om 4 dagar, 30 juni" in before.body
    assert (before.due_at, today.due_at) == (at("2026-06-26 09:00"), at("2026-06-30 21:30"))


@pytest.mark.parametrize(
    ("chosen", "warned_on", "over"),
    [
        ("2025-10-05 23:30", "2026-03-29", "2026-04-03"),  # five days before is the night when the clock goes forward
        ("2026-05-03 00:30", "2026-10-25", "2026-10-30"),  # and back
    ],
)
def test_the_days_are_stockholms_also_when_the_clock_is_changed(emma, chosen, warned_on, over):
    User.objects.filter(pk=emma.pk).update(password_changed_at=at(chosen))

    for clock in ("00:10", "04:00", "23:50"):
        own_password.warn(at=at(f"{warned_on} {clock}"))

    (soon,) = warned()
    assert soon.due_at == at(f"{warned_on} 09:00")
    assert soon.facts == {"last_day": over}


def test_it_is_in_her_inbox_too(emma):
    own_password.warn(at=FIVE_DAYS_BEFORE)

    assert Message.objects.in_inbox(emma, now=at("2026-06-25 10:00")).count() == 1


def test_a_day_when_the_queue_stood_still_is_made_up_for(emma):
    own_password.warn(at=FIVE_DAYS_BEFORE + timedelta(days=1))

    assert "går ut om 4 dagar" in warned()[0].body


def test_whoever_has_changed_it_meanwhile_is_told_nothing(emma):
    own_password.warn(at=FIVE_DAYS_BEFORE)
    passwords.choose(emma, PASSWORD + "9", at=at("2026-06-25 08:00"))

    delivery.deliver(warned()[0].pk, at=at("2026-06-25 09:00"))

    assert warned()[0].status == Message.Status.SUPPRESSED


@pytest.mark.parametrize("how", [{"is_active": False}, {"password": "!"}, {"must_change_password": True}])
def test_nobody_is_told_of_a_password_that_lets_her_in_to_nothing(emma, how):
    User.objects.filter(pk=emma.pk).update(**how)

    own_password.warn(at=FIVE_DAYS_BEFORE)

    assert not warned()


def test_passwords_that_hold_for_ever_are_not_spoken_of(emma, settings):
    settings.PASSWORD_MAX_AGE = 0

    own_password.warn(at=FIVE_DAYS_BEFORE)

    assert not warned()


def test_a_change_that_does_not_stand_sends_nothing(emma, town):
    with transaction.atomic():
        password_links.send(emma, by=town.planner, at=NOW)
        transaction.set_rollback(True)

    assert not Message.objects.exists()
