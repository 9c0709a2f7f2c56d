"""A contact on English pages: its English words, and where it has none the Swedish ones, marked as such."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup, Tag
from django.utils import timezone, translation

from portal.pages.cards import card
from portal.pages.models import Contact, ContactPage, StandardPage
from portal.pages.said import said
from tests.factories.pages import TEXT, below, hours, translated
from tests.page_checks import assert_valid_html
from tests.pages.test_heads import things

SOON = timezone.localdate() + timedelta(days=3)


def a_date(day: date = SOON, **words: str) -> tuple[str, dict[str, object]]:
    return "date", {"date": day, "reason": "Helgdag", "opens": None, "closes": None, **words}


@pytest.fixture
def payroll(db) -> Contact:
    """In both languages."""
    person = {"name": "Gunilla Ström", "task": "Intyg", "task_en": "Certificates", "phone": "", "email": ""}
    return Contact.objects.create(
        name="Lönecentrum",
        about="Lön och skatt",
        name_en="Payroll office",
        about_en="Pay and tax",
        hours=[("days", hours("0", "4", "08:00", "12:00"))],
        exceptions=[a_date(reason_en="Public holiday")],
        people=[("person", person)],
        email="lon@alvsunda.example",
    )


@pytest.fixture
def staffing(db) -> Contact:
    """In Swedish alone."""
    person = {"name": "Karin Öberg", "task": "Hemtjänst", "phone": "", "email": ""}
    return Contact.objects.create(
        name="Bemanningen",
        about="Pass och bokningar",
        hours=[("days", hours("0", "4", "08:00", "12:00"))],
        exceptions=[a_date()],
        people=[("person", person)],
        position=1,
    )


@pytest.fixture
def pages(home, payroll, staffing) -> None:
    translated(home, slug="start-en")
    page = below(home, ContactPage, "Kontakt", slug="kontakt", show_in_menus=True)
    translated(page, slug="contact", title="Contact")


def main(client, address: str) -> Tag:
    html = client.get(address).content.decode()
    assert_valid_html(html)
    return BeautifulSoup(html, "html5lib").main


def words(part: Tag) -> str:
    return " ".join(part.get_text(" ").split())


def test_on_an_english_page_it_speaks_english(client, pages):
    shown = words(main(client, "/en/contact/"))

    assert "Payroll office" in shown
    assert "Pay and tax" in shown
    assert "Certificates" in shown
    assert "Public holiday" in shown
    assert not {"Lönecentrum", "Intyg"} & set(shown.split())


def test_on_a_swedish_page_it_speaks_swedish(client, pages):
    shown = words(main(client, "/kontakt/"))

    assert "Lönecentrum" in shown
    assert "Stängt, Helgdag" in shown
    assert "Payroll" not in shown
    assert not main(client, "/kontakt/").select("[lang]")


def test_what_has_no_english_is_swedish_and_marked(client, pages):
    marked = {words(part) for part in main(client, "/en/contact/").select("[lang=sv]")}

    assert marked == {"Bemanningen", "Pass och bokningar", "Hemtjänst", "Helgdag"}


def test_search_engines_are_told_in_the_language_of_the_page(client, pages):
    assert things(client.get("/en/contact/").content.decode())["GovernmentOffice"]["name"] == "Payroll office"
    assert things(client.get("/en/contact/").content.decode())["GovernmentOffice"]["description"] == "Pay and tax"
    assert things(client.get("/kontakt/").content.decode())["GovernmentOffice"]["name"] == "Lönecentrum"


def test_on_a_swedish_page_in_an_english_frame_it_is_swedish_as_the_page(client, pages, home, payroll):
    below(home, StandardPage, "Bara har", slug="bara-har", body=TEXT, contact=payroll)

    shown = main(client, "/en/bara-har/")

    assert shown["lang"] == "sv"
    assert "Lönecentrum" in words(shown)
    assert "Payroll" not in words(shown)


@pytest.mark.parametrize(
    ("language", "name", "typed"),
    [
        *(("en", "Payroll office", typed) for typed in ("skatt", "tax", "payroll", "Gunilla")),
        *(("sv", "Lönecentrum", typed) for typed in ("skatt", "Gunilla")),
    ],
)
def test_search_finds_it_once_and_names_it_in_her_language(client, pages, language, name, typed):
    found = client.get("/sok/", {"q": typed}, headers={"accept-language": language}).context["hits"].contacts

    assert [hit.card.name.text for hit in found] == [name]


def test_a_contact_without_english_is_found_by_readers_of_english(client, pages):
    found = client.get("/sok/?q=bokningar", headers={"accept-language": "en"})

    assert [hit.card.name.text for hit in found.context["hits"].contacts] == ["Bemanningen"]
    assert '<span lang="sv">Bemanningen</span>' in found.content.decode()


def test_the_sentence_of_the_start_page_names_it_in_english(payroll):
    with translation.override("en"):
        assert card(payroll, at=timezone.now()).sentence.startswith("Payroll office")


def test_what_an_editor_writes_is_never_markup(staffing):
    with translation.override("en"):
        assert said("<b>&", "").marked() == '<span lang="sv">&lt;b&gt;&amp;</span>'
    assert said("<b>", "x").marked() == "<b>"
    assert not hasattr(said("<b>", "x").marked(), "__html__")


def test_an_editor_writes_both(signed_in, editor, payroll):
    form = signed_in(editor).get(f"/admin/snippets/pages/contact/edit/{payroll.pk}/").content.decode()

    assert 'name="name_en"' in form
    assert 'name="about_en"' in form
