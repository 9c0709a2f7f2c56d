"""Every page, as everybody who may read it: no other host is asked, and no cookie is set that is not listed."""

from collections.abc import Iterator

import pytest
import time_machine
from django.db import transaction
from django.test import Client

from portal import cookies
from tests.cast import NOW
from tests.let_go import let_go
from tests.matrix.test_matrix import LINES, address_of, sides
from tests.matrix.world import World, a_world
from tests.pages.test_no_tracking import fetched

AT_LEAST = {"A": 10, "S": 40, "M": 20, "P": 60, "C": 5, "O": 30}
"""How many pages are read as each, so that the test does not pass by reading none."""


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker) -> Iterator[World]:
    with django_db_blocker.unblock(), time_machine.travel(NOW, tick=False), transaction.atomic():
        yield a_world()
        transaction.set_rollback(True)


@pytest.mark.parametrize("role", AT_LEAST)
def test_no_page_asks_another_host_or_sets_a_cookie_that_is_not_told_of(role, world):
    browser = Client(raise_request_exception=False)
    if reader := world.reader(role):
        browser.force_login(reader)
    named = {each.name for each in cookies.all_of_ours()}

    answers = {line.route: opened(browser, address_of(line, sides(line, role, world)[0])) for line in LINES.values()}

    pages = {route: said for route, (said, _set) in answers.items() if said}
    assert {route: there for route, said in pages.items() if (there := fetched(said))} == {}
    assert {route: new for route, (_said, was_set) in answers.items() if (new := was_set - named)} == {}
    assert len(pages) >= AT_LEAST[role]


def opened(browser: Client, address: str) -> tuple[str, set[str]]:
    """What a page says, nothing if it is none; and the names of the cookies that came with it."""
    with transaction.atomic():
        answer = browser.get(address)
        transaction.set_rollback(True)
    is_page = answer.status_code == 200 and answer["Content-Type"].startswith("text/html")
    said = answer.text if is_page else ""
    let_go(answer)
    return said, set(answer.cookies)
