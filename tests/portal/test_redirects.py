"""Nobody is led out of the portal by an address that somebody else has written."""

import re
from collections.abc import Iterator
from random import Random
from urllib.parse import urlencode, urljoin, urlsplit

import pytest
import time_machine
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from portal.pages.origin import is_ours
from tests.cast import NOW
from tests.factories.people import PASSWORD, UserFactory
from tests.fuzz import parameters
from tests.matrix import forms, table
from tests.matrix.test_matrix import LINES, WAGTAILS, address_of
from tests.matrix.world import World, a_world
from tests.test_leaks import everything_in

EVIL = [
    "https://ond.example/",
    "//ond.example/",
    "///ond.example/",
    "/\\ond.example/",
    "\\\\ond.example/",
    "http:ond.example",
    "https:/ond.example",
    "/%09/ond.example/",
    "\t//ond.example/",
    "//testserver@ond.example/",
    "javascript:alert(1)",
    "data:text/html,x",
    "https://testserver.ond.example/",
]
STAYS = {"/%09/ond.example/", "http:ond.example"}
"""What only a careless reader would take for another host."""

NAMES = ("next", "redirect", "redirect_to", "url", "return", "return_to", "tillbaka", "back", "kvar", "success_url")


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker) -> Iterator[World]:
    with django_db_blocker.unblock(), time_machine.travel(NOW, tick=False), transaction.atomic():
        yield a_world()
        transaction.set_rollback(True)


def leads_out(answer: HttpResponse) -> bool:
    """Where a browser would go: it takes a backslash for a slash, and leaves out tabs and line breaks."""
    said = [answer.headers.get(name, "") for name in ("Location", "HX-Redirect", "HX-Location", "Refresh")]
    as_read = ["".join(one.split()).replace("\\", "/") for one in said if one]
    as_read = [re.sub("^/{2,}", "//", one) for one in as_read]  # a host follows, however many there are
    parts = [urlsplit(urljoin("http://testserver/x/", one)) for one in as_read]
    return any(one.scheme not in {"http", "https"} or one.hostname != "testserver" for one in parts)


def test_the_test_sees_what_leads_out():
    assert all(leads_out(HttpResponse(headers={"Location": evil})) for evil in EVIL if evil not in STAYS)
    assert not leads_out(HttpResponse(headers={"Location": "/min-sida/?x=//ond.example/"}))


@pytest.mark.parametrize("role", "ASMPO")
def test_no_route_of_ours_leads_out(role, world):
    client = Client(raise_request_exception=False)
    if reader := world.reader(role):
        client.force_login(reader)
    out = []

    for line in LINES.values():
        for method in line.ways:
            if line.route == "account_logout":
                continue  # below: it would end the session
            form = forms.of(line.route, world.own)
            answer = asked(client, line.route, address_of(line, world.own), method, form)
            out += [f"{method} {line.route}"] * leads_out(answer)

    assert out == []


@pytest.mark.parametrize("role", "AEO")
def test_no_route_of_wagtails_leads_out(role, world):
    client = Client(raise_request_exception=False)
    if reader := world.reader(role):
        client.force_login(reader)

    paths = {route: "/" + table.filled(shape) for route, shape in WAGTAILS.items()}
    out = [f"{method} {path}" for route, path in paths.items() for method in ("get", "post")
           if leads_out(asked(client, route, path, method, {}))]  # fmt: skip

    assert out == []


def asked(client: Client, route: str, address: str, method: str, form: dict[str, object]) -> HttpResponse:
    """With an evil in each parameter that the route could read, others for each route, and as where one comes from."""
    chance = Random(f"{method} {route}")
    named = {name: chance.choice(EVIL) for name in (*parameters.of(route), *NAMES)}
    form = named | form | {name: named[name] for name in NAMES}
    address = f"{address}{'&' if '?' in address else '?'}{urlencode(named)}"
    with transaction.atomic():
        answer: HttpResponse = getattr(client, method)(
            address, form if method == "post" else {}, headers={"referer": chance.choice(EVIL)}
        )
        everything_in(answer)
        transaction.set_rollback(True)
    return answer


@pytest.mark.parametrize("evil", EVIL)
def test_whoever_signs_in_or_out_stays_here(evil, db):
    user, client = UserFactory(), Client()
    address = f"/konto/login/?{urlencode({'next': evil})}"

    signed_in = client.post(address, {"login": user.username, "password": PASSWORD, "next": evil})
    there = client.get(address)
    signed_out = client.post("/konto/logout/", {"next": evil})

    assert signed_in.status_code == 302
    assert [leads_out(one) for one in (signed_in, there, signed_out)] == [False, False, False]


@pytest.mark.parametrize("evil", EVIL)
@pytest.mark.parametrize(("address", "said"), [("/utseende/", {"tema": "dark"}), ("/sprak/", {"sprak": "en"})])
def test_a_choice_of_looks_or_language_stays_here(address, said, evil, client, db):
    assert not leads_out(client.post(address, said | {"next": evil}))


@pytest.mark.parametrize("broken", ["http://[::1", "http://[x]", "//[::1", "http://[", "\\\\[x"])
@pytest.mark.parametrize("page", ["/konto/login/", "/konto/login/code/", "/konto/confirm-email/", "/konto/bekrafta/"])
def test_what_is_no_address_at_all_leads_nowhere(page, broken, signed_in, db):
    for browser in (Client(), signed_in(UserFactory())):
        answer = browser.get(page, {"next": broken})

        assert answer.status_code in {200, 302}
        assert broken not in answer.headers.get("Location", "")


@pytest.mark.parametrize("name", ["\\d+", "account_logout", "x" * 3000, "en sida"])
def test_what_may_be_the_name_of_a_view_leads_nowhere(name, db):
    user, client = UserFactory(), Client()
    client.post("/konto/login/", {"login": user.username, "password": PASSWORD, "next": name})

    assert client.post("/konto/logout/", {"next": name}).headers["Location"] == "/"


@pytest.mark.parametrize("name", ["Origin", "Referer"])
def test_what_is_no_address_at_all_is_no_page_of_ours(name, rf):
    assert not is_ours(rf.post("/", headers={name: "http://[::1"}))


@pytest.mark.parametrize("path", ["//[::1/", "/%5B::1/", "//[x]/"])
def test_an_address_that_looks_like_a_host_is_not_found(path, client, db):
    assert client.get("/", PATH_INFO=path).status_code in {301, 404}
