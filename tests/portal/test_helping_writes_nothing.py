"""What the support may look at while it looks as somebody else writes nothing: else it would do things in her name."""

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from people.operations import support
from tests.cast import NOW
from tests.matrix import table

ITS_OWN = ("django_session", "people_signin")
"""That somebody is there, and when she was last."""

LINES = table.lines(table.FILE.read_text()).values()
ADDRESSES = sorted(
    reverse(line.route)
    for line in LINES
    if line.route.startswith(("home:", "booking:")) and set(line.ways["get"].letters) & set("SM") and not line.parts
)


@pytest.fixture
def helped(town, signed_in, owner):
    """`helped(person)`: the owner's browser, where the person's pages are shown."""

    def begun(person) -> Client:
        client = signed_in(owner)
        visit, code = support.ask(owner, person.username, reason="visa", at=NOW)
        client.post(f"/admin/hjalp-en-person/{visit.pk}/", {"code": code})
        return client

    with time_machine.travel(NOW, tick=False):
        yield begun


def test_there_are_pages_to_ask_for():
    assert len(ADDRESSES) > 25


@pytest.mark.parametrize("who", ["substitute", "manager"])
def test_no_page_that_is_open_writes_anything(helped, town, who):
    client = helped(town.substitute().user if who == "substitute" else town.manager)
    wrote = {}

    for address in ADDRESSES:
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        said = [query["sql"] for query in asked.captured_queries]
        changes = [sql for sql in said if sql.startswith(("INSERT", "UPDATE", "DELETE"))]
        if odd := [sql[:120] for sql in changes if not any(name in sql for name in ITS_OWN)]:
            wrote[address] = odd

    assert wrote == {}
