"""She changes her e-mail address."""

import re

import pytest

from messaging.models import Message
from people.models import User
from tests.booking.substitute.reading import text
from tests.factories.people import PASSWORD, UserFactory

FORM, NEW = "/profil/e-post/", "amira.ny@alvsunda.example"


@pytest.fixture
def at_home(phone):
    """Her browser, when she has just written her password."""
    phone.post("/konto/reauthenticate/", {"password": PASSWORD})
    return phone


def link() -> str:
    return re.search(r"http://localhost:8000(/profil/e-post/\S+)", Message.objects.get(kind="email.link").body)[1]


def address_of(amira) -> str:
    return User.objects.get(pk=amira.user_id).email


def test_her_password_is_asked_for_and_what_she_typed_is_not_lost(amira, phone):
    asked = phone.post(FORM, {"email": NEW})
    assert asked["location"].startswith("/konto/reauthenticate/")

    phone.post(asked["location"], {"password": PASSWORD, "next": FORM})

    assert Message.objects.get(kind="email.link").address == NEW


def test_the_link_shows_a_button_and_the_button_changes_the_address(amira, at_home):
    at_home.post(FORM, {"email": NEW})
    was = address_of(amira)

    page = at_home.get(link())
    assert (page.status_code, NEW in text(page), address_of(amira)) == (200, True, was)
    answer = at_home.post(link(), follow=True)

    assert NEW in text(answer)
    assert address_of(amira) == NEW


def test_a_link_opened_by_somebody_else_or_changed_on_the_way_does_nothing(amira, town, at_home, signed_in):
    at_home.post(FORM, {"email": NEW})
    stranger = signed_in(town.substitute().user)

    assert stranger.get(link()).status_code == 404
    assert stranger.post(link()).status_code == 409
    assert at_home.get("/profil/e-post/abc/").status_code == 404
    assert address_of(amira) != NEW


def test_an_address_that_somebody_has_is_answered_as_any_other(at_home):
    UserFactory(email="tagen@alvsunda.example")

    pages = [at_home.post(FORM, {"email": f"{name}@alvsunda.example"}, follow=True) for name in ("tagen", "ledig")]

    assert [page.redirect_chain for page in pages] == [[("/profil/", 302)]] * 2
    assert Message.objects.filter(kind="email.link").count() == 1


def test_what_is_no_address_is_told_beside_it_and_kept(at_home):
    answer = at_home.post(FORM, {"email": "amira"})

    assert answer.status_code == 422
    assert "som namn@exempel.se" in text(answer)
    assert 'value="amira"' in answer.content.decode()


def test_an_address_longer_than_mail_allows_is_told_beside_it(at_home):
    answer = at_home.post(FORM, {"email": f"{'y' * 64}@{'.'.join(['a' * 60] * 3)}.example.se"})

    assert answer.status_code == 422
    assert "Adressen är för lång. Skriv högst 254 tecken." in answer.content.decode()
