"""The ways in by an identity provider, where one is set up, as every role: who gets in is what providers.txt says."""

from collections.abc import Iterator

import pytest
import time_machine
from django.db import transaction
from django.test import Client

pytest.importorskip("onelogin", reason="the library for SAML is not installed: requirements-saml.in")

from tests.cast import NOW
from tests.fuzz import providers
from tests.matrix import document, table
from tests.matrix.table import ROLES
from tests.matrix.test_matrix import LINES as WHERE_NONE_IS
from tests.matrix.test_matrix import ask
from tests.matrix.world import World, a_world

LINES = table.lines(document.PROVIDERS.read_text())
THERE, NOT_BY_THAT_METHOD = {200, 303, 400, 401}, {405}
"""A page, further, what is no answer of a provider's, and the plain page that refuses one."""


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker) -> Iterator[World]:
    """Everybody, and one provider of each protocol."""
    with django_db_blocker.unblock(), time_machine.travel(NOW, tick=False), transaction.atomic(), providers.set_up():
        yield a_world()
        transaction.set_rollback(True)


def test_they_are_those_that_are_closed_where_there_is_no_provider():
    closed = {route for route, line in WHERE_NONE_IS.items() if not any(way.letters for way in line.ways.values())}

    assert LINES.keys() == closed & LINES.keys()
    assert {"federated_sign_in", "openid_connect_callback", "saml_acs", "saml_finish", "saml_metadata"} == LINES.keys()


@pytest.mark.parametrize("role", ROLES)
def test_each_role_finds_them_as_its_line_says(role, world):
    client = Client(raise_request_exception=False)
    if reader := world.reader(role):
        client.force_login(reader)

    said = {
        (method, line.route): (ask(client, line, method, world.own)[0].status_code, bool(way.letters))
        for line in LINES.values()
        for method, way in line.ways.items()
    }

    assert {
        asking: status
        for asking, (status, is_there) in said.items()
        if status not in (THERE if is_there else NOT_BY_THAT_METHOD)
    } == {}
    assert client.session.get("_auth_user_id") == (str(reader.pk) if reader else None)
