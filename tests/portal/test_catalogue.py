"""Every sentence on the screen has its English one."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.utils.translation.template import templatize

CATALOGUE = settings.BASE_DIR / "locale" / "en" / "LC_MESSAGES" / "django.po"
APPS = ("portal", "home", "intyg", "booking", "messaging", "people")
MARKS = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy"}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}|%s")


@pytest.fixture(scope="module")
def catalogue() -> polib.POFile:
    return polib.pofile(CATALOGUE)


def sentences_of_modules() -> Iterator[tuple[str, str]]:
    """Each marked sentence of our Python, and where it stands."""
    for app in APPS:
        for file in sorted((settings.BASE_DIR / app).rglob("*.py")):
            if "migrations" not in file.parts:
                yield from ((sentence, str(file)) for sentence in marked(file.read_text()))


def sentences_of_templates() -> Iterator[tuple[str, str]]:
    """Each marked sentence of our templates, by way of what Django makes of them for gettext."""
    for file in sorted((settings.BASE_DIR / "templates").rglob("*.*")):
        if file.suffix in {".html", ".txt"}:
            calls = re.findall(
                r"(?<![a-z])(?:n?gettext|_)\((?:u?)('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")",
                templatize(file.read_text()),
            )
            yield from ((ast.literal_eval(call), str(file)) for call in calls)


def marked(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def test_every_sentence_is_in_the_catalogue(catalogue):
    known = {entry.msgid for entry in catalogue}
    found = [*sentences_of_modules(), *sentences_of_templates()]

    assert len(found) > 1000  # the two readers find what there is
    assert sorted({(sentence, where) for sentence, where in found if sentence not in known}) == []


def test_every_sentence_in_the_catalogue_is_translated(catalogue):
    assert [entry.msgid for entry in catalogue if not entry.translated() or entry.obsolete] == []


def test_a_translation_keeps_the_facts_of_its_sentence(catalogue):
    def facts(text: str) -> set[str]:
        return set(PLACEHOLDER.findall(text))

    changed = [
        entry.msgid
        for entry in catalogue
        for text in (entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr])
        if not facts(text) <= facts(entry.msgid + entry.msgid_plural)
        or (not entry.msgid_plural and facts(text) != facts(entry.msgid))
    ]
    assert changed == []


def test_the_folder_of_the_catalogue_is_one_that_django_reads():
    assert Path(settings.LOCALE_PATHS[0]) in CATALOGUE.parents


def test_a_page_is_english_for_who_asks_for_it(client, db):
    page = client.get("/konto/login/", headers={"accept-language": "en"}).content.decode()

    assert '<html lang="en"' in page
    assert "Sign in" in page or "Log in" in page
