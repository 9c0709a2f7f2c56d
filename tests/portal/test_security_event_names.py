"""Each event of the security log is in the table that the one on call reads, and nothing else is."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from people import security_events, watched

ROOT = Path(__file__).parents[2]
TABLE = (ROOT / "docs" / "security" / "events.md").read_text()
ROW = re.compile(r"^\| `([\w.]+)` \| (.+) \| (.+) \|$", re.MULTILINE)
APPS = ("portal", "home", "intyg", "payroll", "scheduling", "booking", "messaging", "people")
WRITERS = {"event", "once_done"}
HAND_ON = {"portal/security_log.py", "people/history.py", "people/security_events.py"}
"""Modules that write names which stand in tables of their own."""


def written() -> Iterator[tuple[Path, ast.expr]]:
    """What is handed over as the name of an event, and where."""
    for app in APPS:
        for path in sorted((ROOT / app).rglob("*.py")):
            source = path.read_text()
            if "security_log" in source:
                for call in ast.walk(ast.parse(source)):
                    if isinstance(call, ast.Call) and (name := named_by(call)):
                        yield path, name


def named_by(call: ast.Call) -> ast.expr | None:
    """The name, if it is a call that writes an event, at once or later."""
    if called(call.func) in WRITERS and call.args:
        return call.args[0]
    later = called(call.func) == "partial" and call.args and called(call.args[0]) in WRITERS
    return call.args[1] if later else None


def called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def in_the_code() -> set[str]:
    by_hand = {name.value for _path, name in written() if isinstance(name, ast.Constant)}
    by_signals = {name for _signal, name in (*security_events.PLAIN, *security_events.SECOND_STEP)}
    by_deeds = {*watched.EVENTS.values(), *watched.OF_A_PERSON.values(), watched.EXPORTED, watched.SETTINGS_CHANGED}
    return by_hand | by_signals | by_deeds


def test_the_table_has_every_event_and_no_other():
    names = [name for name, _what, _then in ROW.findall(TABLE)]

    assert sorted(names) == sorted(in_the_code())


def test_an_event_is_named_where_it_is_written():
    computed = {str(path.relative_to(ROOT)) for path, name in written() if not isinstance(name, ast.Constant)}

    assert computed == HAND_ON


@pytest.mark.parametrize("row", ROW.findall(TABLE), ids=lambda row: row[0])
def test_a_name_is_a_thing_and_what_became_of_it_and_somebody_knows_what_to_do(row):
    name, what, then = row

    assert re.fullmatch(r"[a-z_]+\.[a-z_]+", name)
    assert min(len(what), len(then)) > 3
