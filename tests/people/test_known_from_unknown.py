"""Nobody learns at the door who has an account: the same page, status and headers, and as many questions, in their order."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from people.models import PasswordLink, User
from people.operations import password_links
from tests.cast import NOW
from tests.factories.people import SubstituteFactory, UserFactory
from tests.people.test_sign_in_by_code import CONFIRM, PAGE

NUMBER, STRANGERS = "+46701740605", "+46701740699"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
RANDOM = {"Set-Cookie", "Content-Security-Policy", "Content-Length", "Expires", "X-Request-Id"}
"""Of each answer by itself, whoever asks."""


@dataclass(frozen=True)
class Seen:
    """All that a stranger sees of an answer."""

    status: int
    body: str
    headers: dict[str, str]
    cookies: list[str]


def seen(answer: HttpResponse, typed: list[str]) -> Seen:
    body = TOKEN.sub("", answer.content.decode())
    for word in typed:
        body = body.replace(word, "…")
    headers = {name: value for name, value in answer.headers.items() if name not in RANDOM}
    headers["Portal-Person"] = headers.get("Portal-Person", "")
    return Seen(answer.status_code, re.sub(r"070-••• •• \d\d", "…", body), headers, sorted(answer.cookies))


def asked(form: Callable[[Client, str], HttpResponse], who: str) -> tuple[list[Seen], list[str]]:
    """What is seen of three tries in a new browser, and what the database was asked at the first."""
    client = Client()
    with CaptureQueriesContext(connection) as questions:
        answers = [form(client, who)]
    answers += [form(client, who) for _ in range(2)]
    return [seen(one, [who]) for one in answers], [one["sql"].split()[0] for one in questions.captured_queries]


FORMS: dict[str, Callable[[Client, str], HttpResponse]] = {
    "password": lambda client, who: client.post("/konto/login/", {"login": who, "password": "Fel-och-2-lingon"}),
    "reset": lambda client, who: client.post("/konto/password/reset/", {"email": who}),
    "code": lambda client, who: client.post(PAGE, {"phone": who}),
}
KNOWN = {
    "password": ("kand0101", "okan0101"),
    "reset": ("kand0101@alvsunda.example", "okan0101@alvsunda.example"),
    "code": (NUMBER, STRANGERS),
}


@pytest.fixture
def her(db):
    return SubstituteFactory(
        user__username="kand0101",
        user__email="kand0101@alvsunda.example",
        user__phone=NUMBER,
        user__phone_verified=True,
    ).user


@pytest.fixture(params=["open", "closed", "without a password", "unconfirmed", "shared"])
def account(request, her):
    """Each kind of account that may be known."""
    changes = {"closed": {"is_active": False}, "unconfirmed": {"phone_verified": False}}
    User.objects.filter(pk=her.pk).update(**changes.get(request.param, {"is_active": True}))
    if request.param == "without a password":
        her.set_unusable_password()
        her.save()
    if request.param == "shared":
        UserFactory(phone=NUMBER, phone_verified=True)
    return request.param


@pytest.mark.parametrize("form", FORMS)
def test_what_is_answered_is_the_same(form, account):
    known, unknown = KNOWN[form]

    assert asked(FORMS[form], known)[0] == asked(FORMS[form], unknown)[0]


def test_the_password_asks_the_same_questions_in_the_same_order(account):
    known, unknown = KNOWN["password"]
    Client().get("/konto/login/")

    assert asked(FORMS["password"], known)[1] == asked(FORMS["password"], unknown)[1]


MESSAGE = 14
"""Questions at most that a message costs more, when it is written down: some five milliseconds of forty."""


@pytest.mark.parametrize("form", ["reset", "code"])
def test_where_something_is_sent_no_more_is_asked_than_to_write_it_down(form, her):
    known, unknown = KNOWN[form]
    asked(FORMS[form], "ingen@alvsunda.example")

    hers, nobodys = (asked(FORMS[form], who)[1] for who in (known, unknown))

    assert 0 <= len(hers) - len(nobodys) <= MESSAGE


def test_the_page_for_the_code_is_the_same_and_so_is_each_wrong_code(account):
    def whole(number: str) -> list[Seen]:
        client = Client()
        client.post(PAGE, {"phone": number})
        pages = [client.get(CONFIRM), *(client.post(CONFIRM, {"code": "12345"}) for _ in range(6))]
        return [seen(page, [number]) for page in pages]

    assert whole(NUMBER) == whole(STRANGERS)


def test_a_link_that_nobody_was_sent_is_answered_as_one_that_is_over(her, town):
    over = password_links.send(her, by=town.planner, at=NOW)
    PasswordLink.objects.update(closed_at=NOW)
    made_up = f"{over.token[:-4]}{'AAAA' if not over.token.endswith('AAAA') else 'BBBB'}"

    def said(token: str) -> Seen:
        return seen(Client().get(f"/konto/lank/{token}/"), [token])

    assert said(over.token) == said(made_up)
