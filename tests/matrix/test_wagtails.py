"""Every route of Wagtail's own × every role, GET and POST, with real keys: who gets in is what wagtail.txt says.

What editors make is of no area, so that there is no other side to ask for; what is one editor's own, as a file that she
has not named yet, is the editor's of the matrix (E).
"""

import copy
import gc
from collections.abc import Iterator

import pytest
import time_machine
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from tests.cast import NOW
from tests.let_go import let_go
from tests.matrix import editors_rows, wagtails
from tests.matrix.table import ROLES
from tests.matrix.test_matrix import is_out
from tests.matrix.world import World, a_world

LINES = wagtails.lines()

pytestmark = pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.Spooled:ResourceWarning")
"""Wagtail leaves the files of the pictures that it makes to the garbage collector."""


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker) -> Iterator[tuple[World, editors_rows.Keys]]:
    """Everybody, and one of each that editors make; undone at the end."""
    with django_db_blocker.unblock(), time_machine.travel(NOW, tick=False), transaction.atomic():
        world = a_world()
        yield world, editors_rows.keys(world.everywhere["E"])
        transaction.set_rollback(True)


def test_every_route_of_wagtails_has_a_line_and_every_line_a_route():
    assert sorted(wagtails.routes() - LINES.keys()) == [], "add a line to tests/matrix/wagtail.txt"
    assert sorted(LINES.keys() - wagtails.routes()) == [], "no such route any more"


@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_in_where_its_line_says_and_nowhere_else(role, made):
    world, keys = made
    client = Client(raise_request_exception=False)
    if reader := world.reader(role):
        client.force_login(reader)

    wrong = [one for line in LINES.values() for one in asked(client, line, role, keys)]
    gc.collect()  # while the warning above is not heeded

    assert wrong == []


def asked(client: Client, line: wagtails.Line, role: str, keys: editors_rows.Keys) -> Iterator[str]:
    """What was answered otherwise than the line says, in a few words each."""
    for method, letters in line.ways.items():
        answer = ask(client, line, method, keys)
        gets_in = not is_out(answer)
        if gets_in != (role in letters) or answer.status_code >= 500:
            yield f"{method} {line.route}: {answer.status_code} {answer.headers.get('Location', '')}"


def ask(client: Client, line: wagtails.Line, method: str, keys: editors_rows.Keys) -> HttpResponse:
    """The answer; what came of it is undone."""
    cache.clear()
    cookies = copy.deepcopy(client.cookies)
    with transaction.atomic():
        answer: HttpResponse = getattr(client, method)(line.address.format(**keys))
        let_go(answer)
        transaction.set_rollback(True)
    client.cookies = cookies
    return answer
