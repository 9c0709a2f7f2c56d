"""Whoever comes to more than her session is enough for is asked there and then, and comes back with all she wrote."""

import re
from datetime import timedelta
from urllib.parse import quote

import pytest
import time_machine
from django.test import Client

from messaging.models import Message
from people.operations import identity
from tests.cast import NOW
from tests.factories.people import PASSWORD, SubstituteFactory

METHODS = "account_authentication_methods"
NUMBER, NEW = "+46701740605", "070-174 06 90"
CONFIRM, CODE = "/konto/bekrafta/?next=/intyg/", "/konto/bekrafta/kod/"


@pytest.fixture
def emma(db):
    return SubstituteFactory(user__phone=NUMBER, user__phone_verified=True).user


@pytest.fixture
def having_shown():
    """`having_shown(user, "code")`: a browser where she came in so."""

    def client_of(user, *methods: str) -> Client:
        client = Client()
        client.force_login(user)
        session = client.session
        session[METHODS] = [{"method": method, "phone": True} for method in methods]
        session.save()
        return client

    return client_of


@pytest.fixture
def strict(settings):
    """Where a password alone will not do, as in production."""
    settings.SECOND_STEP_REQUIRED_FOR = ["desk", "certificates", "own_data", "account"]


def write_password(browser, page: str):
    """As the page's own form sends it."""
    back = re.search(r'name="next" value="([^"]+)"', browser.get(page).content.decode())[1]
    return browser.post(
        "/konto/reauthenticate/", {"password": PASSWORD, "next": back.replace("&amp;", "&")}, follow=True
    )


def code() -> str:
    return re.search(r"\d{6}", Message.objects.filter(kind="login.code").latest("posted_at").body)[0]


@pytest.mark.parametrize("page", ["/min-sida/", "/forfragningar/", "/kalender/", "/bokningar/", "/profil/"])
def test_a_code_opens_what_is_answered_booked_and_read(emma, having_shown, page):
    assert having_shown(emma, "code").get(page).status_code == 200


@pytest.mark.parametrize("page", ["/intyg/", "/intyg/ny/", "/profil/e-post/", "/profil/mobilnummer/"])
def test_a_code_does_not_open_certificates_or_the_account(emma, having_shown, page):
    assert having_shown(emma, "code").get(page).url == f"/konto/bekrafta/?next={page}"


def test_a_code_does_not_open_the_desk(town, having_shown):
    assert having_shown(town.planner, "code").get("/admin/").url == "/konto/bekrafta/?next=/admin/"


def test_to_those_who_have_no_desk_there_is_still_none(town, having_shown):
    assert having_shown(town.manager, "code").get("/admin/").status_code == 404


def test_a_session_that_says_nothing_is_as_weak_as_a_code(emma, having_shown):
    assert having_shown(emma).get("/intyg/").url == CONFIRM


def test_with_the_password_she_comes_to_where_she_was_going(emma, having_shown):
    browser = having_shown(emma, "code")

    page = write_password(browser, CONFIRM)

    assert (page.status_code, page.request["PATH_INFO"]) == (200, "/intyg/")


def test_what_she_had_typed_stands_in_the_form_afterwards(emma, having_shown):
    browser = having_shown(emma, "code")
    asked = browser.post("/profil/mobilnummer/", {"phone": NEW})

    page = write_password(browser, asked.url)

    assert page.request["PATH_INFO"] == "/profil/mobilnummer/"
    assert f'value="{NEW}"' in page.content.decode()
    assert not Message.objects.exists()


def test_a_script_is_told_to_go_there(emma, having_shown):
    answer = having_shown(emma, "code").get("/intyg/", headers={"HX-Request": "true"})

    assert answer["HX-Redirect"] == CONFIRM


def test_a_password_is_enough_where_no_second_step_is_asked_for(emma, town, having_shown):
    assert having_shown(emma, "password").get("/intyg/").status_code == 200
    assert having_shown(town.planner, "password").get("/admin/").status_code == 200


def test_where_a_second_step_is_asked_for_a_code_comes_to_her_number(emma, having_shown, strict):
    browser = having_shown(emma, "password")
    page = browser.get(browser.get("/intyg/").url).content.decode()
    assert "Vi skickar en kod till 070-••• •• 05" in page
    assert 'type="password"' not in page

    asked = browser.post("/konto/bekrafta/sms/", {"next": "/intyg/"})
    answer = browser.post(asked.url, {"code": code(), "next": "/intyg/"}, follow=True)

    assert (answer.status_code, answer.request["PATH_INFO"]) == (200, "/intyg/")


def test_a_code_and_a_password_are_two_steps_in_either_order(emma, having_shown, strict):
    assert having_shown(emma, "code", "password").get("/intyg/").status_code == 200
    assert having_shown(emma, "password", "code").get("/intyg/").status_code == 200


def test_e_id_is_enough_by_itself(emma, having_shown, strict):
    assert having_shown(emma, "socialaccount").get("/intyg/").status_code == 200


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
    assert browser.post(asked, {"code": right, "next": "/intyg/"}).url == CONFIRM.replace(
        "/intyg/", quote("/intyg/", "")
    )


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


def test_who_has_nothing_more_to_show_is_told_how_to_get_it(town, emma, having_shown, strict):
    emma.phone_verified = False
    emma.save()

    hers = having_shown(emma, "password").get(CONFIRM).content.decode()
    planners = having_shown(town.planner, "password").get("/admin/", follow=True).content.decode()

    assert 'href="/profil/mobilnummer/"' in hers
    assert "Ring Bemanningen" in planners or "Lägg till" in planners
    assert having_shown(emma, "password").get("/profil/mobilnummer/").status_code == 200


def test_a_code_and_no_password_leads_to_a_first_password_by_mail(emma, having_shown):
    emma.set_unusable_password()
    emma.save()
    browser = having_shown(emma, "code")

    assert 'href="/konto/password/reset/"' in browser.get(CONFIRM).content.decode()
    assert browser.get("/konto/password/set/").url == "/konto/bekrafta/?next=/konto/password/set/"


def test_a_stronger_session_has_another_key(emma, having_shown):
    browser = having_shown(emma, "code")
    before = browser.session.session_key

    write_password(browser, CONFIRM)

    assert browser.session.session_key != before
    assert len(browser.session[METHODS]) == 2


def test_what_another_has_shown_is_not_hers(emma, having_shown):
    browser = having_shown(SubstituteFactory().user, "password")
    session = browser.session
    session["_auth_user_id"] = str(emma.pk)
    session["_auth_user_hash"] = emma.get_session_auth_hash()
    session.save()

    assert browser.get("/intyg/").url == CONFIRM


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_it_leads_to_no_other_house(emma, having_shown, elsewhere):
    answer = having_shown(emma, "password").get("/konto/bekrafta/", {"next": elsewhere})

    assert answer.url == "/min-sida/"


def test_a_stranger_signs_in_first(client, db):
    assert client.get("/intyg/").url == "/konto/login/?next=/intyg/"
    assert client.get(CONFIRM).url.startswith("/konto/login/?next=")
    assert client.post("/konto/bekrafta/sms/").url.startswith("/konto/login/")
