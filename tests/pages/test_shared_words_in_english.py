"""Banners and other systems are one row each, and speak the language of the page where they stand."""

import pytest

from home.models import HomePage
from portal.pages.models import Banner, JobAdvertIndexPage, SystemShortcut
from tests.cast import at
from tests.factories.pages import below
from tests.pages.test_tree_languages import translated

SYSTEM = {
    "name": "Lönen",
    "address": "https://lon.alvsunda.example/",
    "about": "Se din lön.",
    "sign_in": "Med kod.",
    "name_en": "Pay",
    "about_en": "See your pay.",
}


@pytest.fixture
def english_home(home) -> HomePage:
    return translated(home, slug="start-en")


@pytest.fixture
def banner(home) -> Banner:
    page = below(home, JobAdvertIndexPage, "Jobba hos oss")
    said = {"heading": "Vi söker fler.", "heading_en": "We need more.", "text": "Tipsa någon.", "link_text": "Läs mer"}
    return Banner.objects.create(page=page, shows_from=at("2026-05-01 00:00"), **said)


def test_a_system_is_told_in_english_on_english_pages_and_what_is_not_written_is_marked_swedish(client, english_home):
    SystemShortcut.objects.create(**SYSTEM)

    swedish, english = client.get("/").content.decode(), client.get("/en/").content.decode()

    assert "Se din lön." in swedish
    assert "See your pay." not in swedish
    assert "See your pay." in english
    assert "Se din lön." not in english
    assert '<span lang="sv">Med kod.</span>' in english


def test_a_banner_speaks_english_and_leads_to_the_english_page(client, english_home, banner):
    swedish, english = client.get("/").content.decode(), client.get("/en/").content.decode()

    assert "Vi söker fler." in swedish
    assert 'href="/jobba-hos-oss/"' in swedish
    assert "We need more." in english
    assert '<span lang="sv">Tipsa någon.</span>' in english
    assert 'href="/en/jobba-hos-oss/"' in english
