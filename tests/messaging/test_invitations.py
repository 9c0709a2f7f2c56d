"""Whoever gets an account is invited by the same SMS, however she came in; where none arrives it is said what to do."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core import mail
from django.urls import reverse

from messaging.models import Channel, Message, Silenced
from people.importing.staff import carrying_out
from people.importing.staff.wanted import Wanted, WantedRole
from people.models import HistoryEntry, PasswordLink, User
from people.operations import colleagues, password_links, substitutes
from people.operations.accounts import Person
from people.operations.papers import Terms
from tests.cast import NOW, at

PHONE, EMAIL = "+46701740605", "karin@alvsunda.example"
BORN = date(1976, 3, 17)
AT_NIGHT, IN_THE_MORNING = at("2026-05-12 02:10"), at("2026-05-12 09:00")


def karin(phone="070-174 06 05", email=EMAIL) -> Person:
    return Person("Karin", "Berg", phone, email)


def opened(owner, person=None):
    return colleagues.open_account(person or karin(), born=BORN, by=owner, at=NOW)


def taken_on(town, person=None):
    said = {"born": BORN, "employee_number": "V-1", "terms": Terms(town.area, town.occupation, NOW.date())}
    return substitutes.take_on(person or karin(), **said, invited=True, by=town.planner, at=NOW)


def from_a_table(town, by, *, moment=NOW, **said):
    role = WantedRole("ordering_manager", workplace=str(town.workplace.pk))
    told = {"first_name": "Karin", "last_name": "Berg", "phone": "0701740605", "email": EMAIL, "born": str(BORN)}
    run = carrying_out.read("p.csv", [Wanted(1, **(told | said), roles=(role,))], whole=False, by=by, at=moment)
    carrying_out.order(run, by=by, at=moment)
    while carrying_out.go_on(run, at=moment):
        pass
    return User.objects.get(last_name="Berg")


def from_the_register_at_night(town, _owner):
    return from_a_table(town, None, key="p1")


def from_a_form(_town, owner):
    return opened(owner)


def from_a_substitutes_form(town, _owner):
    return taken_on(town)


@pytest.mark.parametrize("way", [from_a_form, from_a_substitutes_form, from_a_table, from_the_register_at_night])
def test_by_whatever_way_she_is_sent_one_link_that_lasts_a_week(way, town, owner):
    way(town, owner)

    link, sms = PasswordLink.objects.get(), Message.objects.get(kind="password.invitation")
    assert (link.kind, link.expires_at - link.sent_at) == ("invitation", timedelta(days=7))
    assert (sms.channel, sms.address, sms.discreet) == (Channel.SMS, PHONE, True)
    assert link.token in sms.body
    assert HistoryEntry.objects.filter(action__endswith=".invite").count() == 1


def test_what_the_register_opens_at_night_is_told_in_the_morning_and_what_somebody_does_at_once(town, owner):
    from_a_table(town, None, moment=AT_NIGHT, key="p1")

    assert Message.objects.get(kind="password.invitation").due_at == IN_THE_MORNING


@pytest.mark.parametrize(
    ("moment", "due"),
    [
        ("2026-05-12 20:59", "2026-05-12 20:59"),
        ("2026-05-12 21:00", "2026-05-13 09:00"),
        ("2026-03-28 23:30", "2026-03-29 09:00"),  # the night when the clock goes forward
        ("2026-10-25 01:30", "2026-10-25 09:00"),  # and back
    ],
)
def test_nobody_is_woken_by_what_nobody_has_asked_for(town, moment, due):
    from_a_table(town, None, moment=at(moment), key="p1")

    assert Message.objects.get(kind="password.invitation").due_at == at(due)


@pytest.mark.parametrize(
    ("person", "said"),
    [
        (karin(phone=""), ["inget svenskt mobilnummer", "Jag har glömt mitt lösenord", EMAIL]),
        (karin(phone="0980-319 245"), ["inget svenskt mobilnummer", EMAIL]),
        (karin(phone="", email=""), ["Skriv ett mobilnummer eller en e-postadress"]),
    ],
)
def test_who_cannot_be_reached_gets_her_account_and_its_page_says_what_to_do(person, said, owner, signed_in):
    account = opened(owner, person)

    with time_machine.travel(NOW, tick=False):
        page = signed_in(owner).get(reverse("account:inspect", args=[account.pk])).content.decode()
        listed = signed_in(owner).get(reverse("account:index")).content.decode()
    assert not PasswordLink.objects.exists()
    assert [words for words in said if words not in page] == []
    assert "Väntar på lösenord, kan inte få sms" in listed


def test_a_number_that_has_said_stop_is_no_reason_to_take_nobody_on(town, signed_in):
    Silenced.objects.create(number=PHONE, since=NOW)

    substitute = taken_on(town)

    assert substitute.agreements.exists()
    assert not PasswordLink.objects.exists()
    assert not Message.objects.filter(kind="password.invitation").exists()
    assert "stoppat sms" in password_links.in_the_way(substitute.user, by=town.planner, at=NOW)


def test_whoever_is_protected_at_once_is_sent_nothing_and_nobody_is_told_her_address(town):
    said = {"born": BORN, "employee_number": "V-1", "terms": Terms(town.area, town.occupation, NOW.date())}

    hidden = substitutes.take_on(karin(), **said, protected=True, invited=True, by=town.planner, at=NOW)

    assert not PasswordLink.objects.exists()
    told = password_links.in_the_way(User.objects.get(pk=hidden.user_id), by=town.planner, at=NOW)
    assert "skyddade" in told
    assert EMAIL not in told


def test_the_other_way_leads_to_a_password_that_nobody_else_has_seen(owner, client, drain, settings):
    settings.DEMO = False
    account = opened(owner, karin(phone=""))

    with time_machine.travel(NOW, tick=False):
        client.post(reverse("account_reset_password"), {"email": EMAIL})
        drain()

    (letter,) = mail.outbox
    assert letter.to == [EMAIL]
    assert not User.objects.get(pk=account.pk).has_usable_password()


def test_whoever_is_known_already_is_sent_nothing_by_a_new_reading(town, owner):
    from_a_table(town, owner)
    from_a_table(town, owner)

    assert PasswordLink.objects.count() == 1
