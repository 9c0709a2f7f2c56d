"""Each person's own language, in whatever browser."""

import pytest
from django.conf import settings
from django.utils.translation import override

from messaging.models import Message
from people.models import User
from portal.templatetags.times import clock
from tests.cast import at

GUIDE = "http://testserver/en/guides/"
ENGLISH, SWEDISH = '<html lang="en"', '<html lang="sv"'


@pytest.fixture
def amira(town, signed_in):
    """A substitute's browser, which prefers Swedish."""
    client = signed_in(town.substitute().user)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "sv"
    return client


def page(client, address: str = "/mer/") -> str:
    return client.get(address).content.decode()


def test_who_has_chosen_nothing_reads_as_the_browser_prefers(amira):
    assert SWEDISH in page(amira)


def test_a_chosen_language_leads_back_to_the_page(amira):
    answer = amira.post("/sprak/", {"sprak": "en", "next": "/profil/"})

    assert answer["Location"] == "/profil/"
    assert ENGLISH in page(amira)


def test_it_is_hers_in_another_browser_too(amira, town, signed_in):
    amira.post("/sprak/", {"sprak": "en"})
    me = User.objects.get(language="en")

    assert ENGLISH in page(signed_in(me), "/mer/")


def test_who_is_not_signed_in_chooses_for_the_browser(client, db):
    client.post("/sprak/", {"sprak": "en"})

    assert ENGLISH in page(client, "/konto/login/")


def test_a_colleague_at_the_same_browser_reads_her_own(amira, town, signed_in):
    amira.post("/sprak/", {"sprak": "en"})
    User.objects.filter(pk=town.planner.pk).update(language="sv")
    amira.force_login(User.objects.get(pk=town.planner.pk))

    assert amira.get("/admin/")["Content-Language"] == "sv"


@pytest.mark.parametrize("language", ["", "fi", "sv-se; drop"])
def test_a_language_that_the_portal_does_not_speak_is_refused(amira, language):
    assert amira.post("/sprak/", {"sprak": language}).status_code == 400


def test_a_link_cannot_change_the_language(amira):
    assert amira.get("/sprak/").status_code == 405


@pytest.mark.parametrize(("language", "written"), [("sv", "07.00"), ("en", "07:00")])
def test_a_clock_is_written_as_the_language_does(language, written):
    with override(language):
        assert clock(at("2026-05-13 07:00")) == written


@pytest.mark.parametrize("address", ["/profil/", "/mer/", "/min-sida/", "/konto/password/change/"])
def test_there_is_one_place_to_choose_it_on_each_page(amira, address):
    assert page(amira, address).count('action="/sprak/"') == 1


def test_a_choice_on_the_answer_to_a_form_leads_back_to_where_the_form_stood(amira):
    stood = "http://testserver/profil/mobilnummer/"
    answer = amira.post("/profil/mobilnummer/", {}, headers={"referer": stood}).content.decode()

    assert f'name="next" value="{stood}"' in answer
    assert amira.post("/sprak/", {"sprak": "en", "next": stood})["Location"] == stood


def test_a_choice_leads_nowhere_else(amira):
    assert amira.post("/sprak/", {"sprak": "en", "next": "https://elsewhere.example/"})["Location"] == "/en/"


@pytest.mark.parametrize("address", ["/konto/login/", "/app.webmanifest"])
def test_whoever_keeps_a_page_is_told_that_it_depends_on_the_choice(client, db, address):
    answer = client.get(address, headers={"accept-language": "en"})

    assert answer["Content-Language"] == "en"
    assert {"Accept-Language", "Cookie"} <= set(answer["Vary"].split(", "))


def test_a_way_to_a_new_password_is_written_in_the_language_of_the_account(client, town):
    User.objects.filter(pk=town.planner.pk).update(language="en")

    client.post("/konto/password/reset/", {"email": town.planner.email}, headers={"accept-language": "sv"})

    assert Message.objects.get(kind="account.mail").subject == "Change your password in Vikarieportalen"


def followed(client, address: str, before: str = GUIDE):
    """A link that is followed in a browser that prefers Swedish."""
    return client.get(address, headers={"Referer": before, "Accept": "text/html", "Accept-Language": "sv"})


def test_from_an_english_guide_one_goes_on_in_english_whatever_the_browser_prefers(client, db):
    assert ENGLISH in followed(client, "/sok/").content.decode()
    assert ENGLISH in page(client, "/konto/login/")


@pytest.mark.parametrize(
    "before", ["http://testserver/guider/", "http://elsewhere.example/en/guides/", "http://[/en/", ""]
)
def test_from_a_swedish_page_or_somewhere_else_the_browser_decides(client, db, before):
    assert SWEDISH in followed(client, "/sok/", before).content.decode()
    assert SWEDISH in page(client, "/konto/login/")


def test_a_language_that_was_chosen_outlasts_the_page_that_she_comes_from(client, db):
    client.post("/sprak/", {"sprak": "sv"})

    assert SWEDISH in followed(client, "/sok/").content.decode()


def test_what_the_browser_fetches_beside_a_page_keeps_no_language(client, db):
    client.get("/app.webmanifest", headers={"Referer": GUIDE, "Accept": "*/*"})

    assert settings.LANGUAGE_COOKIE_NAME not in client.cookies
