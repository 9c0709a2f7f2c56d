"""Nothing of another area is seen or touched from the desk, whatever address is guessed.

Everything in one area carries a mark (tests/marked.py). Every address under /admin/ is asked for with that area's keys,
by those who may not see it, and the mark must not come back.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.views import View

from booking.models import Booking
from people import access
from people.models import SubstituteCompetence
from people.views.scoped import Scoped
from tests.cast import NOW, with_role
from tests.factories.people import UserFactory
from tests.marked import ALL, CODES, PERSON, PLACE, SEAT

PART = re.compile(r"<(?:(\w+):)?(\w+)>|\(\?P<(\w+)>[^)]*\)|\(\?:?[^)]*\)")
REACH_US = (
    "wagtailadmin_home", "wagtailadmin_reports", "wagtailadmin_account", "wagtailadmin_editing_sessions",
    "wagtailadmin_tag", "wagtailadmin_explore_root", "wagtailadmin_pages:search", "wagtail_bulk_action",
    "wagtailsettings", "wagtailusers",
)  # fmt: skip
"""Wagtail's own addresses that list rows of every kind; its others know pages, images and documents alone."""
WORDS = {
    "app_label": "booking", "model_name": "order", "action": "delete", "app_name": "booking",
    "content_type_app_name": "booking", "content_type_model_name": "order", "filter_spec": "width-10",
    "action_name": "publish", "revision_id_a": "live", "revision_id_b": "live",
}  # fmt: skip
FORM = {
    "name": "X", "who": "x", "role": "planner", "note": "x", "reason": "other", "minutes": "60", "next": "/admin/",
    "legal_kind": "vikariat", "address": "x", "text": "x", "first_name": "X", "last_name": "X", "born": "1990-01-01",
    "phone": "070-174 06 05", "email": "x@alvsunda.example", "employee_number": "X", "pay_form": "hourly",
    "starts": "2026-06-01", "ends": "2026-06-30", "username": "x", "body": "x",
    "command": "6f1c2f0e-2b8a-4f53-9d36-1b2f0c1a7e55",
}  # fmt: skip

OF_HER_OWN = {"/admin/prognos/rakna/"}
"""What has no key in its address or form, and does something to all that is hers, and to that alone."""


@pytest.fixture(autouse=True)
def _morning():
    with time_machine.travel(NOW, tick=False):
        yield


def routes(patterns=None, prefix="", namespace="") -> Iterator[tuple[str, str, URLPattern]]:
    """Every address under /admin/: its shape, its name, its pattern."""
    for pattern in patterns or get_resolver().url_patterns:
        shape = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from routes(pattern.url_patterns, shape, inner)
        elif shape.startswith("admin/"):
            yield shape, namespace + (pattern.name or ""), pattern


def addresses(keys: list[UUID]) -> Iterator[tuple[str, str]]:
    """Each address with each key that could stand in it, by the name of its route."""
    for shape, name, _pattern in routes():
        if not name or (name.startswith("wagtail") and not name.startswith(REACH_US)):
            continue
        for key in keys if "uuid:" in shape or "object_id" in shape else keys[:1]:

            def value(part: re.Match[str], key: UUID = key) -> str:
                kind, word = part[1], part[2] or part[3] or ""
                return WORDS.get(word) or ("1" if kind == "int" else str(key))

            yield name, "/" + PART.sub(value, shape).translate({ord(letter): None for letter in "^$\\"})


def crawl(client: Client, ask: Callable[[str], HttpResponse], keys: list[UUID]) -> Iterator[tuple[str, str]]:
    """What each address answers, by the name of its route; one of ours answers well whatever it is asked."""
    client.raise_request_exception = False  # Wagtail's own stumble on keys that are none
    for name, address in addresses(keys):
        answer = ask(address)
        assert answer.status_code < 500 or name.startswith("wagtail"), address
        yield name, everything_in(answer)


def everything_in(answer: HttpResponse) -> str:
    """What can be read of it, also in a workbook."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as workbook:
            body = b"".join(workbook.read(name) for name in workbook.namelist())
    return body.decode(errors="replace") + answer.headers.get("Location", "")


def seen(client: Client, keys: list[UUID], marks: tuple[str, ...]) -> dict[str, list[str]]:
    """The names of the routes whose answer holds a mark, with the marks."""
    answers = crawl(client, client.get, keys)
    return {name: there for name, answer in answers if (there := [mark for mark in marks if mark in answer])}


@pytest.fixture
def nobody(db):
    """Somebody who is let in to the desk, and has no role there."""
    user = UserFactory()
    user.groups.add(Group.objects.get(name="Skrivbordet"))
    return user


@pytest.mark.parametrize(
    ("who", "unseen"),
    [
        ("planner", ALL),
        ("nobody", ALL),
        ("editor", ALL),
        ("owner", (PERSON, SEAT, CODES)),
        ("officer", (SEAT, CODES)),
    ],
)
def test_no_address_shows_what_its_reader_may_not_see(who, unseen, marked, town, request, signed_in):
    user = town.planner if who == "planner" else request.getfixturevalue(who)
    # Whoever keeps the workplaces meets their codes and keys where she writes them, and nowhere else.
    expected = {"workplace:edit": [CODES]} if who == "owner" else {}

    assert seen(signed_in(user), marked.keys, unseen) == expected


@pytest.mark.parametrize("query", [{"q": "Hemligp"}, {"export": "csv"}, {"first": "", "q": PERSON, "id": "all"}])
def test_neither_search_nor_export_shows_another_area(query, marked, town, signed_in):
    browser = signed_in(town.planner)

    for shape, name, _pattern in routes():
        if name.endswith(("index", "index_results", "site_history")):
            answer = everything_in(browser.get(f"/{shape}", query)).replace(query.get("q", "-"), "")
            assert [mark for mark in ALL if mark in answer] == [], name


def test_the_crawler_finds_what_is_there_to_be_found_but_no_codes_and_keys(marked, signed_in):
    found = seen(signed_in(marked.town.planner), marked.keys, ALL)

    assert [name for name, marks in found.items() if CODES in marks] == []

    assert found.keys() >= {
        "wagtailadmin_home", "order:index", "order:inspect", "order:add", "booking_desk:index",
        "booking_desk:inspect", "substitute:index", "substitute:inspect", "substitute:add", "substitute:change",
        "substitute:agree", "substitute:end_agreement", "substitute:prove", "substitute:revoke", "tasks:index",
        "substitute:papers", "substitute:shifts", "substitute:messages", "sms:index", "writing:to_one",
        "workplace_request:index", "workplace_request:inspect",
    }  # fmt: skip


def everything() -> dict[str, list[dict[str, object]]]:
    """Every row that has a gate, and who is in which group."""
    rows = {str(model): list(model._base_manager.order_by("pk").values()) for model in access.registered()}
    return rows | {"groups": list(Group.objects.values("name", "user__pk").order_by("name", "user__pk"))}


@pytest.mark.parametrize("who", ["planner", "officer"])
def test_no_address_changes_what_its_reader_may_not_touch(who, marked, town, request, signed_in):
    browser = signed_in(town.planner if who == "planner" else request.getfixturevalue(who))
    row = Booking.objects.occupying().get()
    form = FORM | {"substitute": row.substitute_id, "booking": row.pk, "seen_booking": row.pk, "user": 1}
    form |= {"workplace": marked.town.workplace.pk, "area": marked.town.area.pk, "id": row.order_id}
    form |= {"place": marked.town.area.pk, "occupation": marked.town.occupation.pk}
    form["competence"] = SubstituteCompetence.objects.get().competence_id
    before = everything()

    def post(address):
        return browser.get(address) if address in OF_HER_OWN else browser.post(address, form)

    for _name, _answer in crawl(browser, post, marked.keys):
        pass

    assert everything() == before


def test_every_screen_of_a_model_with_a_gate_asks_the_gate():
    classes = {
        name: (view, pattern.callback.view_initkwargs.get("model") or getattr(view, "model", None))
        for _shape, name, pattern in routes()
        if isinstance(view := getattr(pattern.callback, "view_class", None), type) and issubclass(view, View)
    }

    ours = {name: view for name, (view, model) in classes.items() if model in access.registered()}

    assert len(ours) > 30
    assert [name for name, view in ours.items() if not issubclass(view, Scoped)] == []


def test_a_planner_of_both_areas_sees_both(marked, town, signed_in):
    both = with_role("planner", area=town.area)
    both.role_assignments.create(role="planner", area=marked.town.area)

    assert PLACE in signed_in(both).get("/admin/bestallningar/?first=").content.decode()
