"""No page asks another host for anything, and no cookie is set that is not in the list."""

import re

import pytest
from django.test import Client

from portal import cookies
from scripts import privacy
from tests.factories.people import PASSWORD

FETCHED = re.compile(r"""<(?:script|img|link|iframe|source|video|audio|use|object|embed|form)\b[^>]*?
    \b(?:src|href|srcset|data|action|poster)=["'](?P<where>[^"']*)""", re.IGNORECASE | re.VERBOSE)  # fmt: skip
OTHERS = re.compile(r"^(?:https?:)?//(?!localhost(?::8000)?/|testserver/)", re.IGNORECASE)
NOT_FETCHED = re.compile(r"""<link\b[^>]*rel=["'](?:canonical|alternate)["'][^>]*>""", re.IGNORECASE)
PUBLIC = (
    "/",
    "/guider/",
    "/kontakt/",
    "/nyheter/",
    "/sok/?q=sjuk",
    "/konto/login/",
    "/konto/password/reset/",
    "/finns-inte/",
)
SUBSTITUTE = ("/min-sida/", "/kalender/", "/kalender/vecka/", "/lediga-jobb/", "/profil/", "/mina-uppgifter/", "/mer/")
DESK = ("/admin/", "/admin/vikarier/", "/admin/bestallningar/", "/admin/inkorg/")


def fetched(html: str) -> list[str]:
    """What a browser would ask other hosts for."""
    found = FETCHED.finditer(NOT_FETCHED.sub("", html))
    return [where["where"] for where in found if OTHERS.match(where["where"])]


def seen(browser: Client, addresses: tuple[str, ...]) -> dict[str, list[str]]:
    answers = {address: browser.get(address, follow=True) for address in addresses}
    return {address: there for address, answer in answers.items() if (there := fetched(answer.text))}


def test_the_search_for_other_hosts_finds_one():
    assert fetched('<script src="https://cdn.example/x.js"></script><img src="//a.example/p.gif">') == [
        "https://cdn.example/x.js", "//a.example/p.gif",
    ]  # fmt: skip


def test_no_public_page_asks_another_host(alvsunda, client):
    assert seen(client, PUBLIC) == {}


def test_nor_does_a_page_of_somebody_who_is_signed_in(town, signed_in):
    assert seen(signed_in(town.substitute().user), SUBSTITUTE) == {}
    assert seen(signed_in(town.planner), DESK) == {}
    assert seen(signed_in(town.manager), ("/bestallningar/", "/mer/")) == {}


def test_no_cookie_is_set_that_is_not_in_the_list(town):
    named = {each.name for each in cookies.all_of_ours()}
    her, browser = town.substitute().user, Client()
    browser.post("/konto/login/", {"login": her.username, "password": PASSWORD})
    for address in (*SUBSTITUTE, *PUBLIC):
        browser.get(address, follow=True)
    browser.post("/utseende/", {"theme": "dark", "next": "/"})
    browser.post("/sprak/", {"language": "en", "next": "/"})

    assert browser.cookies.keys() - named == set()


def test_a_stranger_who_only_reads_gets_none(alvsunda, client):
    client.get("/")
    client.get("/guider/")

    assert client.cookies.keys() == set()


@pytest.mark.parametrize("name", [each.name for each in cookies.all_of_ours()])
def test_each_cookie_is_told_of(name):
    assert f"`{name}`" in privacy.FILE.read_text()


def test_what_is_said_of_what_is_kept_is_what_the_map_says():
    assert privacy.FILE.read_text() == privacy.written(), "write it anew: python -m scripts.privacy"
