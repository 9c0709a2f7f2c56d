"""The page that the link leads to: without an account, without a script, and saying nothing of who is known."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from people.models import PasswordLink, User
from people.operations import password_links
from tests.cast import NOW

NEW = "Blabar-och-4-hjortron"


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        yield


@pytest.fixture
def emma(town):
    user = town.substitute(user__username="ekem9001", user__phone="+46701740605").user
    user.set_unusable_password()
    user.save()
    return user


@pytest.fixture
def link(emma, town):
    return password_links.send(emma, by=town.planner, at=NOW)


def page_of(link):
    return f"/konto/lank/{link.token}/"


def chosen(client, link, first=NEW, second=NEW, **how):
    return client.post(page_of(link), {"password1": first, "password2": second}, **how)


def test_she_chooses_a_password_and_signs_in_with_it(client, emma, link):
    assert "ekem9001" in client.get(page_of(link)).content.decode()

    after = chosen(client, link, follow=True)

    assert "Lösenordet är sparat. Logga in med användarnamnet ekem9001." in after.content.decode()
    assert "_auth_user_id" not in client.session, "the link lets nobody in"
    client.post("/konto/login/", {"login": "ekem9001", "password": NEW})
    assert client.session["_auth_user_id"] == str(emma.pk)
    assert client.get("/min-sida/").status_code == 200


def test_to_look_at_it_changes_nothing(client, link):
    for _ in range(3):
        client.get(page_of(link))
        client.head(page_of(link))

    assert PasswordLink.objects.get(pk=link.pk).closed_at is None


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("Kort-1", "Kort-1", "12 tecken"),
        ("Sommaren-2026!", "Sommaren-2026!", "lätt att gissa"),
        (NEW, NEW + "x", "samma lösenord"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_the_link_is_good_still(client, link, first, second, said):
    answer = chosen(client, link, first, second)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert re.search('href="#id_password[12]">(Nytt lösenord|Samma lösenord igen)</a>', answer.content.decode())
    assert chosen(client, link).status_code == 302


def test_the_form_sent_twice_answers_the_same(client, link):
    first, second = chosen(client, link), chosen(client, link)

    assert (first.status_code, first["Location"]) == (second.status_code, second["Location"])


def test_every_link_that_leads_nowhere_says_the_same(client, emma, link, town):
    chosen(client, link)
    client = Client()  # which has nothing to say of what was done before
    used = client.get(page_of(link))
    withdrawn = password_links.send(emma, by=town.planner, at=NOW + timedelta(minutes=2))
    password_links.withdraw(emma, by=town.planner, at=NOW + timedelta(minutes=2))
    others = [client.get(page_of(withdrawn)), client.get("/konto/lank/hittepa/"), client.post("/konto/lank/x/")]

    assert {answer.status_code for answer in [used, *others]} == {410}
    said = {re.sub(r"/konto/lank/[^/]*/", "", answer.content.decode()) for answer in [used, *others[:-1]]}
    assert len(said) == 1, "but for its own address"
    assert "Länken gäller inte längre" in used.content.decode()


def test_the_address_is_kept_by_nobody_and_sent_on_to_nobody(client, link):
    answer = client.get(page_of(link))

    assert answer["Referrer-Policy"] == "same-origin"
    assert "no-store" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]


def test_somebody_else_who_is_signed_in_there_keeps_her_session_and_her_password(link, town, signed_in):
    browser = signed_in(town.planner)
    before = User.objects.get(pk=town.planner.pk).password

    chosen(browser, link)

    assert browser.session["_auth_user_id"] == str(town.planner.pk)
    assert User.objects.get(pk=town.planner.pk).password == before


def test_the_form_asks_for_a_token_of_ours(link):
    assert chosen(Client(enforce_csrf_checks=True), link).status_code == 403


def test_the_form_is_taken_from_a_browser_as_strict_as_they_are(link):
    browser = Client(enforce_csrf_checks=True)
    page = browser.get(page_of(link))
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.content.decode())[1]
    origin = "null" if page["Referrer-Policy"] == "no-referrer" else "http://testserver"

    form = {"password1": NEW, "password2": NEW, "csrfmiddlewaretoken": token}
    answer = browser.post(page_of(link), form, headers={"Origin": origin})

    assert answer.status_code == 302
