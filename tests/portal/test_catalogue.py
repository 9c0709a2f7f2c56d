"""Every sentence on the screen has its English one."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import django
import polib
import pytest
from django.apps import apps
from django.conf import settings
from django.test import RequestFactory
from django.utils.translation.template import templatize
from django.views.i18n import JSONCatalog

from tests.factories.pages import a_site

CATALOGUE = settings.BASE_DIR / "locale" / "en" / "LC_MESSAGES" / "django.po"
APPS = ("portal", "home", "intyg", "payroll", "scheduling", "booking", "messaging", "people")
MARKS = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy"}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}|%s")
MARKUP = re.compile(r"<[^>]+>")
DOMAINS = ("django", "djangojs")
SPOKEN = {"wagtail": "en", "taggit": "en", "django_filters": "de"}  # whose words an editor reads, and a whole catalogue


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


def entries(folder: Path, language: str, domain: str) -> list[polib.POEntry]:
    """What a package's catalogue holds, or nothing where there is none."""
    file = folder / language / "LC_MESSAGES" / f"{domain}.po"
    return [entry for entry in polib.pofile(file) if not entry.obsolete] if file.exists() else []


def swedish_of_ours(domain: str) -> list[polib.POEntry]:
    return entries(Path(settings.LOCALE_PATHS[0]), "sv", domain)


def spoken(domain: str) -> set[tuple[str | None, str]]:
    """What an installed package or we say in Swedish; all of it is one catalogue when a page is drawn."""
    theirs = [entries(Path(app.path) / "locale", "sv", domain) for app in apps.get_app_configs()]
    base = entries(Path(django.__file__).parent / "conf" / "locale", "sv", domain)
    found = [*base, *swedish_of_ours(domain), *(entry for catalogue in theirs for entry in catalogue)]
    return {(entry.msgctxt, entry.msgid) for entry in found if entry.translated()}


@pytest.mark.parametrize("domain", DOMAINS)
def test_nothing_of_what_wagtail_says_is_left_in_english(domain):
    known, said = spoken(domain), []
    for app in apps.get_app_configs():
        if language := SPOKEN.get(app.name.split(".")[0]):
            said += [(app.name, entry) for entry in entries(Path(app.path) / "locale", language, domain)]

    assert len(said) > {"django": 1500, "djangojs": 50}[domain]  # the reader finds what there is
    assert [(name, entry.msgid) for name, entry in said if (entry.msgctxt, entry.msgid) not in known] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_our_swedish_for_the_packages_is_whole(domain):
    ours = swedish_of_ours(domain)

    assert ours
    assert [entry.msgid for entry in ours if not entry.translated()] == []  # neither empty nor fuzzy


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("facts", [PLACEHOLDER, MARKUP], ids=["placeholders", "markup"])
def test_our_swedish_for_the_packages_keeps_the_facts(domain, facts):
    changed = []
    for entry in swedish_of_ours(domain):
        pairs = [(entry.msgid, entry.msgstr)]
        if entry.msgid_plural:
            pairs = [(entry.msgid, entry.msgstr_plural[0]), (entry.msgid_plural, entry.msgstr_plural[1])]
        changed += [source for source, text in pairs if sorted(facts.findall(source)) != sorted(facts.findall(text))]

    assert changed == []


def test_an_editor_reads_in_swedish_what_wagtail_has_only_in_english(signed_in, editor):
    page = signed_in(editor).get(f"/admin/pages/{a_site().pk}/edit/").content.decode()

    assert "Kontrollera din uppkoppling innan du fortsätter." in page
    assert "Troubleshoot your connection" not in page
    assert "Adress och sökning" in page  # in place of Wagtail's own "Marknadsför"


def test_the_editors_browser_reads_our_swedish_too():
    view = JSONCatalog.as_view(domain="djangojs", packages=["wagtail.admin"])

    said = json.loads(view(RequestFactory().get("/")).content)["catalog"]
    assert said["Autosave in progress…"] == "Sparar automatiskt…"
    assert said["Expand all"] == "Fäll ut alla"  # Wagtail's own says the opposite


def test_the_folder_of_the_catalogue_is_one_that_django_reads():
    assert Path(settings.LOCALE_PATHS[0]) in CATALOGUE.parents


def test_a_page_is_english_for_who_asks_for_it(client, db):
    page = client.get("/konto/login/", headers={"accept-language": "en"}).content.decode()

    assert '<html lang="en"' in page
    assert "Sign in" in page or "Log in" in page
