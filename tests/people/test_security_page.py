"""Inloggning och säkerhet: what she has, what she adds, and what she removes."""

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people.operations import second_steps
from tests.cast import NOW
from tests.factories.people import SubstituteFactory
from tests.people.second_step_world import (
    APP,
    CODES,
    KEY,
    SECURITY,
    add_app,
    add_key,
    by_password,
    code_of,
    is_in,
    opened,
    paper_of,
    proven,
)
from tests.people.soft_key import SoftKey

pytestmark = pytest.mark.django_db
Type = Authenticator.Type


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as travelled:
        yield travelled


@pytest.fixture
def her():
    return SubstituteFactory().user


def test_strangers_are_led_to_the_sign_in(client, her):
    for page in (SECURITY, APP, KEY, CODES):
        assert client.get(page)["Location"].startswith("/konto/login/")


@pytest.mark.parametrize("page", [APP, KEY, CODES])
def test_before_a_change_she_shows_once_more_that_it_is_she(client, her, page):
    client.force_login(her)

    assert client.get(page)["Location"].startswith("/konto/reauthenticate/?next=")


def test_that_she_has_signed_in_just_now_is_not_enough(client, her):
    by_password(client, her)

    assert client.get(APP).status_code == 302


def test_that_she_showed_it_an_hour_ago_is_not_enough(client, her, clock):
    proven(client, her)
    clock.shift(3600)

    assert client.get(APP).status_code == 302


def test_an_app_is_added_by_the_code_it_shows(client, her):
    secret, answer = add_app(proven(client, her))

    assert answer["Location"] == CODES
    assert opened(her) == secret
    assert "Säkerhetskod i app" in client.get(SECURITY).content.decode()


def test_a_wrong_code_adds_no_app_and_the_square_stays_the_same(client, her):
    proven(client, her)
    before = client.get(APP).context["secret"]

    page = client.post(APP, {"code": "000000"})

    assert page.status_code == 422
    assert "Koden stämmer inte" in page.content.decode()
    assert page.context["secret"] == before
    assert not second_steps.of(her).exists()


def test_the_code_that_added_the_app_does_not_let_anybody_in(client, her):
    secret, _answer = add_app(proven(client, her))
    client.logout()
    by_password(client, her)

    client.post("/konto/login/kod/", {"code": code_of(secret, NOW)})

    assert not is_in(client)


def test_an_app_that_is_there_is_not_added_over(client, her):
    secret, _answer = add_app(proven(client, her))

    assert client.get(APP)["Location"] == SECURITY
    assert client.post(APP, {"code": "1"})["Location"] == SECURITY
    assert opened(her) == secret


def test_no_secret_stands_in_the_database_as_it_is(client, her):
    secret = proven(client, her).get(APP).context["secret"].replace(" ", "")
    waiting = Session.objects.get(pk=client.session.session_key).get_decoded()
    client.post(APP, {"code": code_of(secret, NOW)})
    seed = second_steps.of(her).get(type=Type.RECOVERY_CODES).wrap()
    codes, rows = seed.generate_codes(), str(list(Authenticator.objects.values()))

    assert len(codes) == 10
    assert not [one for one in (secret, *codes) if one in rows or one in str(waiting)]
    assert "gAAAA" in rows  # it is there, sealed


def test_the_codes_on_paper_are_shown_once_and_said_to_be(client, her):
    add_app(proven(client, her))

    first, again = client.get(CODES), client.get(CODES)

    assert first.context["codes"] == paper_of(her)
    assert "bara den här gången" in first.content.decode()
    assert again.context["codes"] is None
    assert not any(code in again.content.decode() for code in paper_of(her))


def test_new_codes_take_the_place_of_the_old(client, her):
    add_app(proven(client, her))
    old = client.get(CODES).context["codes"]

    assert client.post(f"{CODES}nya/")["Location"] == CODES

    new = client.get(CODES).context["codes"]
    assert not set(old) & set(new)


def test_pages_with_secrets_are_not_compressed(client, her):
    proven(client, her)

    answer = client.get(APP, headers={"Accept-Encoding": "gzip"})

    assert "Content-Encoding" not in answer
    assert "no-store" in answer["Cache-Control"]


def test_the_square_is_drawn_without_style(client, her):
    page = proven(client, her).get(APP).content.decode()

    square = page[page.index('class="qr"') : page.index("Går det inte")]
    assert "<svg" in square
    assert "style" not in square


def test_the_list_asks_as_much_for_many_keys_as_for_one(client, her):
    add_key(proven(client, her), SoftKey())
    asked = count(client)
    for _ in range(4):
        add_key(client, SoftKey())

    assert count(client) == asked


def count(client) -> int:
    with CaptureQueriesContext(connection) as queries:
        client.get(SECURITY)
    return len(queries)
