"""What is typed in a form outlives the session, and is never sent by itself."""

import re
from urllib.parse import unquote

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.test import Client

from booking.models import Availability, Order
from tests.cast import NOW, at, ended, with_role
from tests.factories.booking import OrderReasonFactory

NEW = "/bestallningar/ny/"
TYPED = {"text": "Ta med inneskor", "csrfmiddlewaretoken": "x", "command": "8a8f1f6e-6a59-4a0e-9f0e-6a8f5f6c1f10"}
STALE = "Sidan hade varit öppen länge"
FINDS_IT = "Det du skrev finns kvar"


def way_to_sign_in(client: Client, address: str = NEW, **extra: object) -> str:
    """Send the form without a session, and answer with where one gets to after signing in."""
    answer = client.post(address, TYPED, **extra)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/konto/login/?next=")
    return client.get(answer["Location"]).context["redirect_field_value"]


def test_what_a_stranger_typed_is_there_after_signing_in(town, client):
    there = way_to_sign_in(ended(client, town.manager))
    client.force_login(town.manager)

    page = client.get(there).content.decode()

    assert "Ta med inneskor" in page
    assert FINDS_IT in page
    assert not Order.objects.exists()


def test_it_is_shown_once(town, client):
    there = way_to_sign_in(ended(client, town.manager))
    client.force_login(town.manager)
    client.get(there)

    assert "Ta med inneskor" not in client.get(there).content.decode()


def test_without_its_key_it_is_not_shown(town, client):
    way_to_sign_in(ended(client, town.manager))
    client.force_login(town.manager)

    assert "Ta med inneskor" not in client.get(NEW).content.decode()
    for guess in ("gissning", "gissning-på-svenska", ""):
        assert "Ta med inneskor" not in client.get(NEW, {"kvar": guess}).content.decode()


def test_another_who_signs_in_at_the_same_computer_reads_nothing_of_it(town, client):
    there = way_to_sign_in(ended(client, town.manager))
    client.force_login(with_role("ordering_manager", workplace=town.workplace))

    assert "Ta med inneskor" not in client.get(there).content.decode()
    assert "typed" not in client.session


@pytest.mark.parametrize("cookie", ["", "hittepå", "0" * 24, "0123:abc"])
def test_of_a_browser_where_nobody_was_signed_in_nothing_is_kept(cookie, db, client):
    client.cookies["vem"] = cookie

    client.post(NEW, TYPED)

    assert not Session.objects.exists()


def test_who_was_signed_in_is_told_to_no_script_and_names_nobody(town, client):
    cookie = ended(client, town.manager).cookies["vem"]

    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert str(town.manager.pk) != cookie.value.partition(":")[0]
    assert len(cookie.value.partition(":")[0]) == 24


def test_what_is_too_old_goes_when_she_opens_any_form(town, client):
    with time_machine.travel(NOW, tick=False):
        way_to_sign_in(ended(client, town.manager))
    with time_machine.travel(at("2026-05-12 06:16"), tick=False):
        client.force_login(town.manager)
        client.get(NEW)

    assert "typed" not in client.session


def test_it_is_forgotten_after_half_an_hour(town, client):
    with time_machine.travel(NOW, tick=False):
        there = way_to_sign_in(ended(client, town.manager))
    client.force_login(town.manager)

    with time_machine.travel(at("2026-05-12 06:16"), tick=False):
        assert "Ta med inneskor" not in client.get(there).content.decode()


def test_neither_token_nor_password_is_kept(town, client):
    ended(client, town.manager).post(NEW, TYPED | {"password": "demo-Vikarie-2026"})

    assert "csrf" not in client.session["typed"]["typed"]
    assert "demo-Vikarie" not in client.session["typed"]["typed"]


def test_more_than_a_form_holds_is_not_kept(town, client):
    ended(client, town.manager).post(NEW, {"text": "x" * 30_000})

    assert "typed" not in client.session


def test_after_a_lone_button_she_comes_back_to_its_page(town, client):
    order = town.order()

    answer = client.post(
        f"/lediga-jobb/{order.pk}/intresse/", headers={"referer": "http://testserver/lediga-jobb/?tid=dag"}
    )

    assert answer["Location"] == "/konto/login/?next=/lediga-jobb/%3Ftid%3Ddag"


def test_a_button_on_nobody_knows_what_page_leads_to_the_start(town, client):
    elsewhere = ("", "https://example.com/lediga-jobb/", "http://testserver.example.com/", "http://[/")
    for referer in elsewhere:
        answer = client.post(f"/lediga-jobb/{town.order().pk}/intresse/", headers={"referer": referer})

        assert answer["Location"] == "/konto/login/?next=/min-sida/"


@pytest.mark.parametrize("path", ["//example.com/", "///example.com/", "//example.com/?a=b"])
def test_a_button_leads_to_no_other_site(path, town):
    client = old_form(town)

    answer = client.post(
        "/lediga-jobb/6f1c2f0e-2b8a-4f53-9d36-1b2f0c1a7e55/intresse/",
        TYPED,
        headers={"referer": f"http://testserver{path}"},
    )

    assert answer["Location"].startswith("/%2Fexample.com/") or answer["Location"].startswith("/%2F/example.com/")


def old_form(town) -> Client:
    """A browser where a form was opened before she signed in anew."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(town.manager)
    client.get(NEW)
    return client


def test_a_form_from_before_she_signed_in_anew_is_shown_again_as_filled_in(town):
    OrderReasonFactory()
    client = old_form(town)

    answer = client.post(NEW, TYPED, headers={"referer": f"http://testserver{NEW}"}, follow=True)

    page = answer.content.decode()
    assert answer.redirect_chain[0][0].startswith(f"{NEW}?kvar=")
    assert STALE in page
    assert "Ta med inneskor" in page


def test_what_another_site_sends_is_not_shown(town):
    client = old_form(town)

    for headers in ({"origin": "https://example.com"}, {"referer": "https://example.com/"}, {}):
        assert client.post(NEW, TYPED, headers=headers).status_code == 403
    assert "typed" not in client.session


def test_a_browser_that_keeps_no_cookies_is_told_so(db):
    client = Client(enforce_csrf_checks=True)

    assert client.post(NEW, TYPED, headers={"referer": f"http://testserver{NEW}"}).status_code == 403


@pytest.mark.parametrize("number", ["1", "3"])
def test_the_time_that_she_was_putting_in_is_there_too(town, client, number):
    amira = town.substitute().user
    typed = {"vecka": "2026-W21", "dag": ["1", "3"], "tid": "kvall", "slag": "available"}
    sign_in = ended(client, amira).post("/kalender/lagg-tid/", typed)["Location"]
    client.force_login(amira)

    page = client.get(unquote(sign_in.partition("next=")[2])).content.decode()

    assert FINDS_IT in page
    assert re.search(rf'name="dag" value="{number}"[^>]* checked', page)
    assert not Availability.objects.exists()
