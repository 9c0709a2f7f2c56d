"""An event takes codes and counts: a password among free words looks like any word, and no mask would know it."""

import ast
from collections.abc import Iterator

import pytest

from tests.portal.test_security_event_names import APPS, ROOT, named_by

OF_ITS_OWN = {"request", "user", "about"}
CODES_AND_COUNTS = {
    "area", "at_home", "deed", "error", "from_here", "kind", "left", "mail", "method", "methods", "of_one", "page",
    "pages", "persons", "place", "places", "provider", "reason", "role", "rules", "status", "step", "strength", "there",
    "tried", "tries", "verbs", "way", "why", "whole",
}  # fmt: skip
"""Each is chosen among few by the code, counted, or a mark; `reason` is of looking, or of why an answer was refused."""

WRITTEN_BY_SOMEBODY = {
    "GET", "POST", "FILES", "COOKIES", "META", "headers", "cleaned_data", "data", "body", "text", "note", "subject",
    "password", "first_name", "last_name", "phone", "email", "username", "search",
}  # fmt: skip
HANDED_ON = {
    "people/history.py", "people/importing/staff/carrying_out.py", "people/security_events.py", "people/strength.py",
    "messaging/alarms.py", "portal/security_log.py",
}  # fmt: skip
"""Where facts are handed on whole: deeds by `people/watched.py`, which lets through what it names, and counts."""


def calls() -> Iterator[tuple[str, ast.Call]]:
    for path in (path for app in APPS for path in sorted((ROOT / app).rglob("*.py"))):
        source = path.read_text()
        if "security_log" in source:
            for call in ast.walk(ast.parse(source)):
                if isinstance(call, ast.Call) and named_by(call):
                    yield str(path.relative_to(ROOT)), call


def words_in(call: ast.Call) -> set[str]:
    """What of the facts is somebody's own words, by the name under which it was sent or kept."""
    facts = [fact.value for fact in call.keywords if fact.arg not in OF_ITS_OWN and not _is_marked(fact.value)]
    inside = [one for fact in facts for one in ast.walk(fact)]
    names = {one.attr for one in inside if isinstance(one, ast.Attribute)}
    return (names | {one.id for one in inside if isinstance(one, ast.Name)}) & WRITTEN_BY_SOMEBODY


def _is_marked(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and value.func.attr == "mark"


CALLS = list(calls())


def test_each_fact_has_a_name_that_is_known_to_be_a_code_or_a_count():
    named = {fact.arg for _path, call in CALLS for fact in call.keywords if fact.arg} - OF_ITS_OWN

    assert len(CALLS) > 50
    assert named - CODES_AND_COUNTS == set()


def test_no_fact_is_what_somebody_wrote():
    assert {f"{path}:{call.lineno}" for path, call in CALLS if words_in(call)} == set()


def test_facts_are_handed_on_whole_in_few_places():
    assert {path for path, call in CALLS if any(fact.arg is None for fact in call.keywords)} <= HANDED_ON


@pytest.mark.parametrize("fact", ["request.POST['q']", "form.cleaned_data", "user.phone", "str(note)", "f'{password}'"])
def test_words_are_seen(fact):
    call = ast.parse(f"event('x.y', why={fact})").body[0].value

    assert words_in(call)
