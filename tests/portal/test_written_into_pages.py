"""Which screens of the desk hold scripts or styles of their own: the policy is wide there, and nowhere else."""

import re
from collections.abc import Iterator

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import transaction
from django.test import Client

from portal.content_policy import EDITORS_PATHS
from tests.cast import NOW
from tests.matrix import table
from tests.matrix.test_matrix import LINES, WAGTAILS, address_of
from tests.matrix.world import World, a_world
from tests.test_leaks import everything_in

DATA = re.compile(r"json|template|django-form")
HANDLER = re.compile(r"^on[a-z]+$")


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker) -> Iterator[World]:
    with django_db_blocker.unblock(), time_machine.travel(NOW, tick=False), transaction.atomic():
        yield a_world()
        transaction.set_rollback(True)


def written_in(html: str) -> set[str]:
    """What the strict policy would stop."""
    page = BeautifulSoup(html, "html5lib")
    found = {"script" for one in page("script") if not one.get("src") and not DATA.search(one.get("type", ""))}
    found |= {"style" for _one in page("style")} | {"style=" for _one in page.find_all(style=True)}
    return found | {name for one in page.find_all() for name in one.attrs if HANDLER.match(name)}


def screens(role: str, world: World) -> Iterator[tuple[str, set[str]]]:
    """The address of each page at the desk that the role can open, and what is written into it."""
    client = Client(raise_request_exception=False)
    client.force_login(world.reader(role))
    ours = [address_of(line, world.own) for line in LINES.values() if ":" in line.route or line.route.startswith("/")]
    wagtails = ["/" + table.filled(shape) for shape in WAGTAILS.values()]
    for path in [*ours, *wagtails]:
        if not path.startswith("/admin/"):
            continue
        with transaction.atomic():
            answer = client.get(path)
            transaction.set_rollback(True)
        html = everything_in(answer)
        if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
            yield path.partition("?")[0], written_in(html)


@pytest.mark.parametrize("role", "PKCEGO")
def test_what_is_written_into_pages_is_so_on_wagtails_own_screens_alone(role, world):
    found = dict(screens(role, world))

    assert len(found) > 3
    assert {path: what for path, what in found.items() if what and not path.startswith(EDITORS_PATHS)} == {}


def test_no_screen_has_scripts_in_attributes(world):
    found = dict(screens("O", world))

    assert {path for path, what in found.items() if any(map(HANDLER.match, what))} == set()
