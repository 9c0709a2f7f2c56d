"""Every route × every role × own and other area, GET and POST: who gets in is what routes.txt says.

`python -m tests.matrix` writes docs/permissions.md from the same lines.
"""

import copy
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
import time_machine
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.cast import NOW
from tests.let_go import let_go
from tests.matrix import document, forms, table
from tests.matrix.table import OF_A_PLACE, ROLES, Line, Way
from tests.matrix.world import Side, World, a_world
from tests.test_leaks import everything_in

LINES = table.lines(table.FILE.read_text())
WAGTAILS = {name: shape for name, shape in table.routes().items() if table.is_wagtails(name)}
SIGN_IN, STARTS = ("/konto/login/",), ("/min-sida/", "/bestallningar/", "/admin/")
IN = {"get": {200}, "post": {200, 201, 204, 302, 400, 409, 422, 429}}
OUT = {401, 403, 404, 405}


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker) -> Iterator[World]:
    """One for all roles: what a request changes is undone at once, and the whole of it at the end."""
    with django_db_blocker.unblock(), time_machine.travel(NOW, tick=False), transaction.atomic():
        yield a_world()
        transaction.set_rollback(True)


def test_every_route_has_a_line_and_every_line_a_route():
    routes = {name for name in table.routes() if not table.is_wagtails(name)}

    assert sorted(routes - LINES.keys() - table.KNOWN_TO_ALL) == [], "add a line to tests/matrix/routes.txt"
    assert sorted(LINES.keys() - routes) == [], "no such route any more"


def test_what_is_said_of_permissions_is_what_is_asked():
    assert document.FILE.read_text() == document.written(), "write it anew: python -m tests.matrix"


@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_in_where_its_line_says_and_nowhere_else(role, world):
    client = Client(raise_request_exception=False)
    reader = world.reader(role)
    if reader:
        client.force_login(reader)

    wrong = [one for line in LINES.values() for one in asked(client, line, role, world)]

    assert wrong == []


def asked(client: Client, line: Line, role: str, world: World) -> Iterator[str]:
    """What was answered otherwise than the line says, in a few words each."""
    for side in sides(line, role, world):
        for method, way in line.ways.items():
            answer, text = ask(client, line, method, side)
            reached = way.reaches(role, own=side is world.own)
            if not (is_in(answer, way, method) if reached else is_out(answer)):
                yield f"{method} {line.route} {side.name}: {answer.status_code} {answer.headers.get('Location', '')}"
            if way.must_not_see(role) and world.other.name in text:
                yield f"{method} {line.route} {side.name}: shows what is of the other area"


def sides(line: Line, role: str, world: World) -> list[Side]:
    """The other side too, where the address has a key and the role a side of its own, or reaches both."""
    keys = {*line.parts.values(), *line.query.values()} & world.own.keys.keys()
    two = role in OF_A_PLACE or any(role in way.letters for way in line.ways.values())
    return [world.own, world.other] if keys and two else [world.own]


def ask(client: Client, line: Line, method: str, side: Side) -> tuple[HttpResponse, str]:
    """The answer, and what can be read of it; what came of it is undone."""
    cache.clear()
    cookies = copy.deepcopy(client.cookies)
    form = forms.of(line.route, side) if method == "post" else {}
    with transaction.atomic():
        answer: HttpResponse = getattr(client, method)(address_of(line, side), form)
        text = everything_in(answer)
        let_go(answer)
        transaction.set_rollback(True)
    client.cookies = cookies
    return answer, text


def address_of(line: Line, side: Side) -> str:
    """With the side's own keys."""
    parts, query = ({name: side.keys.get(said, said) for name, said in of.items()} for of in (line.parts, line.query))
    path = line.route if line.route.startswith("/") else reverse(line.route, kwargs=parts)
    return f"{path}?{urlencode(query)}" if query else path


def is_in(answer: HttpResponse, way: Way, method: str) -> bool:
    """Whether she was let in: to a page, to a refusal of what she sent, or further, but never to the sign-in.

    What is anybody's answers as it will, so that it does not break.
    """
    if "A" in way.letters:
        return answer.status_code < 500 or answer.status_code == 503
    expected = IN[method] | ({302} if way.further else set())
    return answer.status_code in expected and not leads_to(answer, SIGN_IN)


def is_out(answer: HttpResponse) -> bool:
    """Whether it does not exist to her: 404, the sign-in, or her own first page."""
    exactly = answer.status_code == 302 and answer.headers["Location"] in STARTS
    return answer.status_code in OUT or leads_to(answer, SIGN_IN) or exactly


def leads_to(answer: HttpResponse, places: tuple[str, ...]) -> bool:
    """Whether it is a redirect to one of them."""
    return answer.status_code == 302 and answer.headers["Location"].startswith(places)
