"""Whoever comes to more than her session is enough for is asked there and then, and comes back with all she wrote."""

import re

import pytest

from messaging.models import Message
from tests.factories.people import PASSWORD, SubstituteFactory

METHODS = "account_authentication_methods"
NUMBER, NEW = "+46701740605", "070-174 06 90"
CONFIRM = "/konto/bekrafta/?next=/intyg/"


@pytest.fixture
def emma(db):
    return SubstituteFactory(user__phone=NUMBER, user__phone_verified=True).user


def write_password(browser, page: str):
    """As the page's own form sends it."""
    back = re.search(r'name="next" value="([^"]+)"', browser.get(page).content.decode())[1]
    return browser.post("/konto/bekrafta/", {"password": PASSWORD, "next": back.replace("&amp;", "&")}, follow=True)


@pytest.mark.parametrize("page", ["/min-sida/", "/forfragningar/", "/kalender/", "/bokningar/", "/profil/"])
def test_a_code_opens_what_is_answered_booked_and_read(emma, having_shown, page):
    assert having_shown(emma, "code").get(page).status_code == 200


@pytest.mark.parametrize("page", ["/intyg/", "/intyg/ny/", "/profil/e-post/", "/profil/mobilnummer/"])
def test_a_code_does_not_open_certificates_or_the_account(emma, having_shown, page):
    assert having_shown(emma, "code").get(page).url == f"/konto/bekrafta/?next={page}"


def test_a_code_hands_nobodys_role_to_another(town, having_shown):
    by_code, page = having_shown(town.manager, "code"), "/mer/ersattare/"

    answers = [by_code.get(page), by_code.post(page, {"who": town.planner.username})]

    assert [answer.url.partition("?")[0] for answer in answers] == ["/konto/bekrafta/"] * 2
    assert having_shown(town.manager, "password").get(page).status_code == 200


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


def test_a_wrong_password_is_said_there_with_her_other_ways_and_the_right_one_is_still_right(
    emma, having_shown, by_provider
):
    browser = having_shown(emma, "code")

    wrong = browser.post("/konto/bekrafta/", {"password": "fel", "next": "/intyg/"})

    page = wrong.content.decode()
    assert wrong.status_code == 422
    assert "<h1>Bekräfta att det är du</h1>" in page
    assert '<a href="#id_password">Ditt lösenord</a>' in page
    assert "/konto/via/eid/" in page
    assert browser.get("/intyg/").url == CONFIRM
    assert write_password(browser, CONFIRM).request["PATH_INFO"] == "/intyg/"


def test_passwords_are_not_tried_there_without_end(emma, having_shown, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"reauthenticate": "3/m/user"}
    browser = having_shown(emma, "code")

    said = [browser.post("/konto/bekrafta/", {"password": "fel", "next": "/intyg/"}).status_code for _ in range(4)]

    assert said == [422, 422, 422, 429]
    assert write_password(browser, CONFIRM).status_code == 429
    assert browser.get("/intyg/").url == CONFIRM


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


def test_a_code_and_a_password_are_two_steps_in_either_order(emma, having_shown, strict):
    assert having_shown(emma, "code", "password").get("/intyg/").status_code == 200
    assert having_shown(emma, "password", "code").get("/intyg/").status_code == 200


def test_e_id_is_enough_by_itself_if_the_provider_is_sure_enough(emma, having_shown, strict, by_provider):
    assert by_provider(having_shown(emma), acr="urn:bankid").get("/intyg/").status_code == 200
    assert by_provider(having_shown(emma), acr="urn:password").get("/intyg/").url == CONFIRM
    assert by_provider(having_shown(emma)).get("/intyg/").url == CONFIRM


def test_who_has_nothing_more_to_show_is_told_how_to_get_it(town, emma, having_shown, strict):
    emma.phone_verified = False
    emma.save()

    hers = having_shown(emma, "password").get(CONFIRM).content.decode()
    planners = having_shown(town.planner, "password").get("/admin/", follow=True).content.decode()

    assert 'href="/konto/sakerhet/"' in hers
    assert 'href="/konto/sakerhet/"' in planners
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


@pytest.mark.parametrize("word", ["intyg", "home:my_page", "%00", "/intyg\n/", "?", "/konto/bekrafta/"])
def test_a_word_that_is_no_address_breaks_nothing(emma, having_shown, word):
    assert having_shown(emma, "password").get("/konto/bekrafta/", {"next": word}).status_code == 302


def test_a_stranger_signs_in_first(client, db):
    assert client.get("/intyg/").url == "/konto/login/?next=/intyg/"
    assert client.get(CONFIRM).url.startswith("/konto/login/?next=")
    assert client.post("/konto/bekrafta/sms/").url.startswith("/konto/login/")
