"""The code that confirms who sits there: to her own number, once, for ten minutes."""

import re
from datetime import timedelta

import pytest
import time_machine

from messaging.models import Message
from people.operations import identity
from tests.cast import NOW
from tests.factories.people import SubstituteFactory

NUMBER = "+46701740605"


@pytest.fixture
def emma(db):
    return SubstituteFactory(user__phone=NUMBER, user__phone_verified=True).user


def code() -> str:
    return re.search(r"\d{6}", Message.objects.filter(kind="login.code").latest("posted_at").body)[0]


def test_where_a_second_step_is_asked_for_a_code_comes_to_her_number(emma, having_shown, strict):
    browser = having_shown(emma, "password")
    page = browser.get(browser.get("/intyg/").url).content.decode()
    assert "Vi skickar en kod till 070-••• •• 05" in page
    assert 'type="password"' not in page

    asked = browser.post("/konto/bekrafta/sms/", {"next": "/intyg/"})
    answer = browser.post(asked.url, {"code": code(), "next": "/intyg/"}, follow=True)

    assert (answer.status_code, answer.request["PATH_INFO"]) == (200, "/intyg/")


def test_a_protected_person_gets_the_code_to_her_hidden_number(emma, town, having_shown, strict):
    identity.mark(emma.substitute, by=town.planner, at=NOW)
    emma.refresh_from_db()

    having_shown(emma, "password").post("/konto/bekrafta/sms/", {"next": "/intyg/"})

    assert Message.objects.get(kind="login.code").address == NUMBER


def test_pressed_twice_it_is_one_code(emma, having_shown, strict):
    browser = having_shown(emma, "password")

    for _ in range(2):
        browser.post("/konto/bekrafta/sms/", {"next": "/intyg/"})

    assert Message.objects.filter(kind="login.code").count() == 1


def test_a_wrong_code_says_so_and_the_right_one_is_still_right(emma, having_shown, strict):
    browser = having_shown(emma, "password")
    asked = browser.post("/konto/bekrafta/sms/", {"next": "/intyg/"}).url
    right = code()

    answer = browser.post(asked, {"code": "000000" if right != "000000" else "111111", "next": "/intyg/"})

    assert (answer.status_code, "Koden stämmer inte." in answer.content.decode()) == (422, True)
    assert browser.post(asked, {"code": right, "next": "/intyg/"}).url == "/konto/bekrafta/?next=%2Fintyg%2F"


def test_after_ten_minutes_the_code_is_no_code(emma, having_shown, strict):
    browser = having_shown(emma, "password")
    with time_machine.travel(NOW, tick=False) as clock:
        asked = browser.post("/konto/bekrafta/sms/", {"next": "/intyg/"}).url
        right = code()
        clock.shift(timedelta(minutes=10))

        browser.post(asked, {"code": right, "next": "/intyg/"})

        assert browser.get("/intyg/").status_code == 302


def test_the_fourth_code_in_ten_minutes_is_not_sent(emma, having_shown, strict):
    browser = having_shown(emma, "password")
    for minute in range(4):
        with time_machine.travel(NOW + timedelta(minutes=minute)):
            answer = browser.post("/konto/bekrafta/sms/", {"next": "/intyg/"})

    assert answer.status_code == 429
    assert "Numret har fått många koder." in answer.content.decode()
    assert Message.objects.filter(kind="login.code").count() == 3
