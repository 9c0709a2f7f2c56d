"""Every route as every role who gets in there, with a session of one step: what asks for more asks, and does nothing.

Needs are those of portal/confirming/needs.py; the routes and keys those of the matrix.
"""

import copy
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
import time_machine
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client

from people.models import User
from portal.confirming import needs
from portal.sign_in import SECOND_STEP_AREAS
from tests.cast import NOW
from tests.let_go import let_go
from tests.matrix import editors_rows, forms, table, wagtails
from tests.matrix.table import ROLES
from tests.matrix.test_matrix import LINES, address_of
from tests.matrix.world import World, a_world

OF_WAGTAIL = wagtails.lines()
SHAPES = table.routes()
CONFIRM = "/konto/bekrafta/"
OWN_DOORS = {"confirm", "confirm_send", "confirm_code"}
"""What is done there is to become surer; they lead to each other."""

KEPT_OF_EVERY_REQUEST = ('"django_session"', '"people_signin"')
"""Where what is written is the session's own."""


class Asking(NamedTuple):
    """One request."""

    route: str
    method: str
    address: str
    form: dict[str, object]


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker) -> Iterator[tuple[World, editors_rows.Keys]]:
    """Everybody has a number that is hers, so that a second step is there to be asked for; undone at the end."""
    with django_db_blocker.unblock(), time_machine.travel(NOW, tick=False), transaction.atomic():
        world = a_world()
        keys = editors_rows.keys(world.everywhere["E"])
        readers = [reader.pk for role in ROLES if (reader := world.reader(role))]
        assert User.objects.filter(pk__in=readers).exclude(phone="").update(phone_verified=True) == len(readers)
        yield world, keys
        transaction.set_rollback(True)


def askings(role: str, world: World, keys: editors_rows.Keys) -> Iterator[Asking]:
    """Whatever the role would get in to, had it shown enough."""
    for line in LINES.values():
        for method, way in line.ways.items():
            if way.reaches(role, own=True):
                form = forms.of(line.route, world.own) if method == "post" else {}
                yield Asking(line.route, method, address_of(line, world.own), form)
    for wagtails_line in OF_WAGTAIL.values():
        for method, letters in wagtails_line.ways.items():
            if role in letters:
                yield Asking(wagtails_line.route, method, wagtails_line.address.format(**keys), {})


def by(user: User, method: str) -> Client:
    """A browser where she came in by that alone."""
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.get(pk=user.pk))
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": method, "phone": True}]
    session[f"{AUTHENTICATION_METHODS_SESSION_KEY}_user"] = str(user.pk)
    session.save()
    return client


def ask(client: Client, asking: Asking) -> tuple[HttpResponse, list[str]]:
    """The answer, and what was written meanwhile; it is undone."""
    cache.clear()
    cookies, written = copy.deepcopy(client.cookies), []

    def notes(execute: Callable[..., object], sql: str, *rest: object) -> object:
        if sql.startswith(("INSERT", "UPDATE", "DELETE")) and not any(name in sql for name in KEPT_OF_EVERY_REQUEST):
            written.append(sql)
        return execute(sql, *rest)

    with transaction.atomic():
        with connection.execute_wrapper(notes):
            answer: HttpResponse = getattr(client, asking.method)(asking.address, asking.form)
            let_go(answer)
        transaction.set_rollback(True)
    client.cookies = cookies
    return answer, written


def asks_for_more(answer: HttpResponse) -> bool:
    return answer.status_code == 302 and urlsplit(answer.headers["Location"]).path == CONFIRM


@pytest.mark.parametrize("method", ["code", "password"])
@pytest.mark.parametrize("role", [role for role in ROLES if role != "A"])
def test_what_asks_for_more_is_not_opened_by_one_step_and_what_is_free_is(role, method, made, settings):
    settings.SECOND_STEP_REQUIRED_FOR = SECOND_STEP_AREAS
    world, keys = made
    client, wrong, counted = by(world.reader(role), method), [], {True: 0, False: 0}

    for asking in askings(role, world, keys):
        answer, written = ask(client, asking)
        needs_more = needs.area_of(SHAPES[asking.route], asking.route) is not needs.FREE
        counted[needs_more] += 1
        if asking.route not in OWN_DOORS and asks_for_more(answer) != needs_more:
            wrong.append(f"{asking.method} {asking.route}: {answer.status_code} {answer.headers.get('Location', '')}")
        if needs_more and written:
            wrong.append(f"{asking.method} {asking.route} wrote: {written[0][:120]}")

    assert wrong == []
    assert min(counted.values()) > 5
