"""A page that is only in Swedish, read at an English address: it leads on in English wherever it can."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Locale, Page

from home.models import HomePage
from portal.pages import languages
from portal.pages.models import Banner, GuideIndexPage, GuidePage, SectionPage, StandardPage
from tests.cast import NOW
from tests.factories.pages import STEP, TEXT, below
from tests.page_checks import assert_valid_html
from tests.pages.counting import AT_MOST, asked
from tests.pages.test_tree_languages import html


@pytest.fixture
def deep(english) -> SectionPage:
    """A section that is only in Swedish: in it a page that is translated, and one that is not."""
    section = below(english_of(english), SectionPage, "Nytt jobb", slug="nytt-jobb", show_in_menus=True)
    below(section, StandardPage, "Bara svensk", slug="bara-svensk", body=TEXT)
    page = below(section, StandardPage, "Tva sprak", slug="tva-sprak", body=TEXT)
    copy = page.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    copy.slug = "two-languages"
    copy.save_revision().publish()
    Page.objects.get(slug="nytt-jobb", locale__language_code="en").unpublish()
    return section


def english_of(english: HomePage) -> Page:
    return english.get_translation(Locale.objects.get(language_code="sv")).specific


def links(client, address: str, where: str) -> list[tuple[str, str | None]]:
    """Where the links lead in a part of a page, and which language they say that it is in."""
    found = BeautifulSoup(html(client, address), "html5lib").select(f"{where} a")
    return [(link["href"], link.get("hreflang")) for link in found]


def test_the_crumbs_of_a_page_that_is_only_in_swedish_lead_to_english_pages_where_there_are_any(client, deep):
    guide = below(GuideIndexPage.objects.get(slug="guider"), GuidePage, "Vab", slug="vab", steps=[STEP])

    assert links(client, "/en/guider/vab/", ".crumbs") == [("/en/", "en"), ("/en/guides/", "en")]
    assert links(client, "/en/nytt-jobb/bara-svensk/", ".crumbs") == [("/en/", "en"), ("/en/nytt-jobb/", None)]
    assert links(client, guide.get_url(), ".crumbs") == [("/", None), ("/guider/", None)]


def test_a_list_on_a_page_that_is_only_in_swedish_leads_to_english_pages_where_there_are_any(client, deep):
    assert links(client, "/en/nytt-jobb/", ".linklist") == [
        ("/en/nytt-jobb/bara-svensk/", None), ("/en/nytt-jobb/two-languages/", "en"),
    ]  # fmt: skip
    assert links(client, "/nytt-jobb/", ".linklist") == [
        ("/nytt-jobb/bara-svensk/", None), ("/nytt-jobb/tva-sprak/", None),
    ]  # fmt: skip
    assert_valid_html(html(client, "/en/nytt-jobb/"))


def test_every_list_leads_where_its_pages_are(client, deep):
    for address in ("/en/", "/en/guides/", "/en/nytt-jobb/", "/en/bara-har/"):
        for where, _language in links(client, address, "main"):
            answer = client.get(where)

            assert where.startswith("/en/") or not languages.is_of_a_page(where)
            assert answer.status_code in {200, 302}


def test_the_facts_for_search_engines_are_those_of_the_swedish_page(client, deep):
    head = html(client, "/en/nytt-jobb/bara-svensk/").partition("<body")[0]

    assert '"item": "http://localhost:8000/nytt-jobb/"' in head
    assert "/en/" not in head


def test_without_an_english_start_page_the_menu_is_swedish_says_so_and_stays_in_english(client, swedish):
    menu = BeautifulSoup(html(client, "/en/kontakt/"), "html5lib").select(".site-nav.only-wide a")

    assert [(link["href"], link["lang"]) for link in menu] == [("/en/guider/", "sv"), ("/en/kontakt/", "sv")]
    assert [link.get("aria-current") for link in menu] == [None, "page"]


def test_a_swedish_page_found_by_a_reader_of_english_is_shown_in_an_english_frame(client, english):
    client.cookies["django_language"] = "en"

    [hit] = client.get("/sok/", {"q": "bara"}).context["results"]

    assert (hit.url, hit.language) == ("/en/bara-har/", "sv")


def test_a_long_list_of_a_page_in_the_other_language_asks_no_more(client, deep):
    before = asked(client, "/en/nytt-jobb/")
    for number in range(30):
        below(deep, StandardPage, f"Sida {number}", slug=f"sida-{number}", body=TEXT)

    assert asked(client, "/en/nytt-jobb/") == before <= AT_MOST


def test_a_banner_leads_to_its_page_in_the_frame_that_is_read(client, english):
    page = StandardPage.objects.get(slug="bara-har")
    Banner.objects.create(heading="Nytt", link_text="Läs", page=page, shows_from=NOW)
    Banner.objects.create(
        heading="Vi flyttar", link_text="Dit", kind="moving", address="https://ny.alvsunda.example/", shows_from=NOW
    )

    assert links(client, "/en/contact/", ".banners") == [
        ("https://ny.alvsunda.example/", None),
        ("/en/bara-har/", None),
    ]
    assert links(client, "/kontakt/", ".banners") == [("https://ny.alvsunda.example/", None), ("/bara-har/", None)]
