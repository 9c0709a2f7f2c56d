"""What the security log is told of codes, passwords that are tried, and sessions that grow, end and are disowned."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings as set_so
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from messaging import codes as budget
from messaging import devices, sign_in_notices
from messaging.models import Message
from people import limits
from people.models import SignIn
from portal.sign_in import SECOND_STEP_AREAS
from tests.cast import NOW
from tests.factories.people import PASSWORD, SubstituteFactory, UserFactory

NUMBER, PAGE, CONFIRM = "+46701740605", "/konto/login/code/", "/konto/login/code/confirm/"


@pytest.fixture
def emma(db):
    return SubstituteFactory(user__phone=NUMBER, user__phone_verified=True).user


def ask(client, phone: str = NUMBER):
    return client.post(PAGE, {"phone": phone})


def sign_in(user, password: str = PASSWORD, client: Client | None = None) -> Client:
    client = client or Client()
    client.post("/konto/login/", {"login": user.username, "password": password})
    return client


def code() -> str:
    return re.search(r"\d{6}", Message.objects.filter(kind="login.code").latest("posted_at").body)[0]


def other_than(right: str) -> str:
    return "111111" if right != "111111" else "222222"


def test_a_code_that_was_sent_and_one_that_was_wrong(client, emma, hears):
    with hears() as told:
        ask(client)
        client.post(CONFIRM, {"code": other_than(code())})

    assert [event["about"] for event in told.named("sign_in.code_sent")] == [f"user:{emma.pk}"]
    assert [event["user"] for event in told.named("sign_in.code_refused")] == [emma.pk]
    assert code() not in str(told)


@pytest.mark.parametrize(
    ("holders", "why"),
    [
        ([], "unknown"),
        ([{"phone_verified": True}] * 2, "shared"),
    ],
)
def test_a_code_that_is_sent_to_nobody_and_why(client, db, holders, why, hears):
    for account in holders:
        UserFactory(phone=NUMBER, **account)

    with hears() as told:
        ask(client)
        ask(Client())

    first, second = told.named("sign_in.code_not_sent")
    assert (first["facts"]["why"], second["facts"]) == (why, first["facts"])
    assert len(first["facts"]["tried"]) == 12
    assert NUMBER not in str(told)


def test_a_number_that_has_had_its_codes(client, emma, hears):
    with hears() as told:
        for _ in range(4):
            ask(Client())

    assert [event["facts"]["why"] for event in told.named("sign_in.code_not_sent")] == ["limit"]


def test_the_codes_of_a_day_are_spent(client, emma, settings, hears):
    settings.SMS_CODES_A_DAY = 1

    with hears() as told:
        ask(client)
        ask(Client())

    assert "codes_spent" in {event["facts"]["kind"] for event in told.named("alarm.sounded")}
    assert [event["facts"]["why"] for event in told.named("sign_in.code_not_sent")] == ["budget"]


def test_an_account_that_has_had_too_many_codes_by_whatever_way(emma, monkeypatch, hears):
    monkeypatch.setattr(budget, "OF_AN_ACCOUNT", limits.Limit("codes-of-an-account", most=0, seconds=60))

    with hears() as told:
        budget.take_one(emma, NUMBER, at=NOW)
        budget.take_one(emma, "+46701740699", at=NOW)

    assert [(event["about"], event["facts"]["why"]) for event in told.named("code.not_sent")] == [
        (f"user:{emma.pk}", "limit"),
        (f"user:{emma.pk}", "number"),
    ]


def test_whoever_guesses_is_stopped_and_many_who_do_sound_the_alarm(emma, monkeypatch, hears):
    with hears() as told:
        for _ in range(6):
            sign_in(emma, "fel")
    stopped, failed = told.named("sign_in.stopped"), told.named("sign_in.failed")
    assert len(stopped) == 1
    assert stopped[0]["facts"] == {"tried": failed[0]["facts"]["tried"], "at_home": False}

    monkeypatch.setattr(limits, "FAILED_SIGN_INS", limits.Limit("sign-ins", most=1, seconds=60))
    cache.clear()
    with hears() as told:
        sign_in(UserFactory(), "fel")
    assert [event["facts"]["kind"] for event in told.named("alarm.sounded")] == ["failed_sign_ins"]


def test_somebody_who_has_had_her_last_day_is_let_in_by_no_way(emma, monkeypatch, hears):
    client = Client()
    ask(client)
    emma.ends_on = timezone.localdate() - timedelta(days=1)
    emma.save()

    with hears() as told:
        client.post(CONFIRM, {"code": code()})

    assert [event["user"] for event in told.named("sign_in.closed_out")] == [emma.pk]
    assert not told.named("sign_in.done")


def test_a_session_that_is_asked_for_more_and_grows_stronger(emma, settings, hears):
    settings.SECOND_STEP_REQUIRED_FOR = SECOND_STEP_AREAS
    client = Client()
    ask(client)
    client.post(CONFIRM, {"code": code()})

    with hears() as told:
        client.get("/intyg/")
        client.post("/konto/reauthenticate/", {"password": PASSWORD})

    assert [event["facts"] for event in told.named("session.asked_for_more")] == [{"area": "certificates"}]
    grown = told.named("session.stronger")
    assert [(event["user"], event["facts"]["method"], event["facts"]["strength"]) for event in grown] == [
        (emma.pk, "password", "two_steps")
    ]


def test_a_wrong_code_where_she_confirms_that_it_is_she(emma, hears):
    client = sign_in(emma)
    asked = client.post("/konto/bekrafta/sms/", {"next": "/intyg/"})

    with hears() as told:
        client.post(asked.url, {"code": other_than(code()), "next": "/intyg/"})

    assert [event["user"] for event in told.named("session.code_refused")] == [emma.pk]


def test_a_password_that_is_too_old_leads_to_where_it_is_changed(emma, hears):
    emma.password_changed_at = timezone.now() - timedelta(days=2 * set_so.PASSWORD_MAX_AGE)
    emma.save()
    client = sign_in(emma)

    with hears() as told:
        client.get("/mer/")

    assert [event["user"] for event in told.named("password.due")] == [emma.pk]


@pytest.mark.usefixtures("sessions_end")
def test_a_session_that_ends_by_itself_says_why(town, hears):
    with time_machine.travel(NOW, tick=False) as clock:
        client = sign_in(town.planner)
        clock.shift(timedelta(minutes=61))
        with hears() as told:
            client.get("/admin/")

    assert [(event["user"], event["facts"]) for event in told.named("sign_in.ended")] == [
        (town.planner.pk, {"why": "idle"})
    ]


def test_a_new_browser_and_one_that_is_not_hers(emma, hears):
    with hears() as told:
        sign_in(emma)
        sign_in(emma)
    new = SignIn.objects.filter(user=emma).latest("began_at")
    assert len(told.named("sign_in.new_browser")) == 1

    with hears() as told:
        Client().post(f"/mina-enheter/inte-jag/{sign_in_notices.token(new.pk)}/")

    assert [event["about"] for event in told.named("session.disowned")] == [f"signin:{new.pk}"]
    assert sign_in_notices.token(new.pk) not in str(told)


def test_sessions_that_are_ended_from_elsewhere(town, emma, hears):
    for _ in range(3):
        sign_in(emma)
    first = SignIn.objects.filter(user=emma).first()

    with hears() as told:
        devices.end(first, at=NOW)
        devices.end_others(emma, besides="", here="", at=NOW)
        devices.end_everywhere(emma, by=town.planner, at=NOW)

    assert [(event["event"], event["user"]) for event in told] == [
        ("session.ended", emma.pk),
        ("sessions.ended_elsewhere", None),
        ("sessions.ended_everywhere", town.planner.pk),
    ]
    assert told[1]["facts"]["places"] >= 1
