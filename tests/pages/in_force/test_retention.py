"""How long things are kept, on the page and in the portal: the same."""

import ast
import inspect
import pkgutil
from datetime import date, timedelta
from importlib import import_module

import pytest

import booking
import intyg
import messaging
import payroll
import people
import scheduling
from booking import tasks
from people.data_map import Kept
from people.operations import erasure, read_in
from people.operations.retention import Decision, decide
from portal.pages.in_force import retention
from portal.pages.models import PrivacyPage
from tests.cast import NOW

MANY = timedelta(days=77)
SETTINGS = {
    "people.operations.phones": "DAY",
    "booking.operations.undoing": "LIMIT",
    "people.models.substitute_import": "KEPT_FOR",
    "people.models.own_copy": "KEPT_FOR",
    "people.models.staff": "KEPT_FOR",
    "people.views.kept": "KEPT_FOR",
    "payroll.models.facts_import": "KEPT_FOR",
    "scheduling.models.schedule_file": "KEPT_FOR",
    "people.operations.password_links": "KEPT_FOR",
    "people.operations.sign_ins": "KEPT_FOR",
    "people.operations.support": "KEPT_FOR",
    "messaging.channels.push": "KEPT_FOR",
}
OF_NOBODY = {"booking.calendar_days", "booking.operations.assistant_runs", "people.operations.stopped"}
"""What is kept there is about no person."""


def table() -> list[str]:
    return [line.words for line in retention.BY_ITSELF]


def forgetting() -> set[str]:
    """The modules whose `forget` the queue runs by the clock."""
    calls = [node.func for node in ast.walk(ast.parse(inspect.getsource(tasks))) if isinstance(node, ast.Call)]
    named = [call for call in calls if isinstance(call, ast.Attribute) and call.attr == "forget"]
    return {getattr(tasks, call.value.id).__name__ for call in named if isinstance(call.value, ast.Name)}


def keeping() -> set[str]:
    """The modules that say for how long something is kept."""
    names = (
        info.name
        for app in (people, booking, messaging, scheduling, payroll, intyg)
        for info in pkgutil.walk_packages(app.__path__, f"{app.__name__}.")
        if ".migrations" not in info.name and ".management" not in info.name
    )
    return {name for name in names if "KEPT_FOR" in vars(import_module(name))}


def test_all_that_forgets_by_the_clock_has_a_line():
    assert {"people.operations.phones", "messaging.own_copy"} <= forgetting()
    assert forgetting() - OF_NOBODY <= set(retention.modules())


def test_all_that_erases_with_a_person_has_a_line():
    assert {hook.erase.__module__ for hook in erasure._hooks} | {erasure.__name__, read_in.__name__} == {
        line.module for line in retention.WHEN_ERASED
    }


def test_every_setting_for_how_long_is_in_the_table():
    assert keeping() - OF_NOBODY <= SETTINGS.keys()


@pytest.mark.parametrize(("module", "name"), SETTINGS.items())
def test_a_changed_setting_changes_the_table(monkeypatch, module, name):
    before = table()
    time = getattr(import_module(module), name)
    monkeypatch.setattr(import_module(module), name, MANY if isinstance(time, timedelta) else int(MANY.total_seconds()))

    after = table()

    changed = [words for words in after if words not in before]
    assert len(changed) == 1
    assert changed[0].startswith("77 dygn")


def test_a_shorter_session_is_shorter_on_the_page(alvsunda, client, settings):
    page = PrivacyPage.objects.get()
    assert "90 dygn efter att du loggade in" in client.get(page.get_url()).content.decode()

    settings.SESSION_COOKIE_AGE = 60 * 60 * 24 * 3

    assert "3 dygn efter att du loggade in" in client.get(page.get_url()).content.decode()


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (timedelta(seconds=1), "1 sekund"),
        (timedelta(seconds=30), "30 sekunder"),
        (timedelta(minutes=30), "30 min"),
        (timedelta(hours=24), "1 dygn"),
        (timedelta(hours=30), "30 tim"),
    ],
)
def test_a_time_is_told_in_words(time, words):
    assert retention.in_words(time) == words


def test_what_is_too_old_is_swept_as_often_as_the_queue_does_it(monkeypatch):
    assert retention.swept_within() == "1 dygn"

    hourly = [due._replace(minutes=60) for due in retention.SCHEDULES]
    monkeypatch.setattr(retention, "SCHEDULES", hourly)

    assert retention.swept_within() == "1 tim"


def test_each_sweep_that_is_counted_with_is_in_the_schedule():
    assert {due.name for due in retention.SCHEDULES} >= retention.SWEEPS


def test_what_is_decided_stands_on_the_page_with_its_number_and_what_is_not_says_so(owner):
    before = {line.what: line.how_long for line in retention.decided()}
    decision = Decision(months=24, number="KS 2026/114", on=date(2026, 3, 2), by="kommunstyrelsen")
    decide(Kept.LOOKS, decision, by=owner, at=NOW)

    after = {line.what: (line.how_long, line.decision) for line in retention.decided()}

    assert set(before.values()) == {"Tills kommunen har beslutat"}
    assert after.pop(Kept.LOOKS.label) == ("24 månader", "KS 2026/114")
    assert set(after.values()) == {("Tills kommunen har beslutat", "")}
