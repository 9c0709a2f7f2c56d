"""A key of no row is 404 at every address that takes one, for whoever gets in there with a key of her own."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
import time_machine
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.cast import NOW
from tests.matrix import forms, table
from tests.matrix.table import Line
from tests.matrix.world import World, a_world

LINES = table.lines(table.FILE.read_text())
NO_INT = 2_000_000_000


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker) -> Iterator[World]:
    """One for all; undone at the end."""
    with django_db_blocker.unblock(), time_machine.travel(NOW, tick=False), transaction.atomic():
        yield a_world()
        transaction.set_rollback(True)


def with_a_key(world: World) -> list[Line]:
    """Those whose address names a row by its key: not by a word, a day or a secret."""
    return [line for line in LINES.values() if line.parts.get("pk") in world.own.keys]


def unknown(line: Line, world: World) -> str:
    shape = table.routes()[line.route]
    key: object = NO_INT if "<int:pk>" in shape else uuid4()
    others = {name: world.own.keys.get(said, said) for name, said in line.parts.items()}
    return reverse(line.route, kwargs=others | {"pk": key})


def asked(line: Line, world: World, clients: dict[str, Client]) -> Iterator[tuple[str, int]]:
    for method, way in line.ways.items():
        for role in way.letters if "A" not in way.letters else "":
            client = clients[role]
            cache.clear()
            form = forms.of(line.route, world.own) if method == "post" else {}
            with transaction.atomic():
                answer = getattr(client, method)(unknown(line, world), form)
                yield f"{method} {line.route} as {role}", answer.status_code
                transaction.set_rollback(True)


def test_no_address_answers_otherwise_than_404(world):
    clients = {role: Client(raise_request_exception=False) for role in table.ROLES if role != "A"}
    for role, client in clients.items():
        client.force_login(world.reader(role))
    answers = dict(answer for line in with_a_key(world) for answer in asked(line, world, clients))

    assert len(answers) > 150
    assert {asking: status for asking, status in answers.items() if status != 404} == {}
