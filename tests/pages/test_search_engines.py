"""The map of the pages and the rules for those who read it, parsed as they do."""

from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as ET

import pytest
from wagtail.models import PageViewRestriction

from portal.pages.models import GuideIndexPage, GuidePage, StandardPage
from tests.factories.pages import STEP, TEXT, below, translated

OURS = "http://localhost:8000"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


@pytest.fixture(autouse=True)
def in_earnest(settings):
    settings.SEARCH_ENGINES = True


@pytest.fixture
def pages(home):
    guides = below(home, GuideIndexPage, "Guider")
    below(guides, GuidePage, "Intyg", slug="intyg", steps=[STEP]).save_revision().publish()
    below(home, StandardPage, "Utkast", slug="utkast", body=TEXT, live=False)
    below(home, StandardPage, "Om", slug="om", body=TEXT)
    return home


def places(client) -> dict[str, ET.Element]:
    answer = client.get("/sitemap.xml")
    assert answer["Content-Type"] == "application/xml"
    entries = ET.fromstring(answer.content).findall(f"{MAP}url")
    return {entry.findtext(f"{MAP}loc") or "": entry for entry in entries}


def rules(client) -> RobotFileParser:
    answer = client.get("/robots.txt")
    assert answer["Content-Type"].startswith("text/plain")
    parser = RobotFileParser()
    parser.parse(answer.content.decode().splitlines())
    return parser


def test_the_map_holds_every_published_page_with_its_whole_address(client, pages):
    assert set(places(client)) == {f"{OURS}{path}" for path in ("/", "/guider/", "/guider/intyg/", "/om/")}


def test_it_says_when_a_page_was_changed(client, pages):
    found = places(client)

    assert found[f"{OURS}/guider/intyg/"].findtext(f"{MAP}lastmod")
    assert found[f"{OURS}/om/"].find(f"{MAP}lastmod") is None


def test_it_names_a_page_in_each_of_its_languages(client, pages):
    translated(pages, slug="start-en")
    found = places(client)
    both = [("sv", f"{OURS}/"), ("en", f"{OURS}/en/")]

    for address in (f"{OURS}/", f"{OURS}/en/"):
        assert [(link.get("hreflang"), link.get("href")) for link in found[address].findall(LINK)] == both
    assert found[f"{OURS}/om/"].findall(LINK) == []


def test_what_is_closed_to_somebody_is_not_on_it(client, pages):
    PageViewRestriction.objects.create(page=StandardPage.objects.get(slug="om"), restriction_type="login")
    guides = GuideIndexPage.objects.get()
    guides.audiences.add(guides.audiences.model(group="signed_in"))
    guides.save()

    assert set(places(client)) == {f"{OURS}/"}


def test_it_asks_no_more_for_thirty_pages_than_for_one(client, pages, django_assert_max_num_queries):
    for number in range(30):
        below(pages, StandardPage, f"Sida {number}", body=TEXT)
    places(client)  # what is asked once per process has been asked

    with django_assert_max_num_queries(3):
        assert len(places(client)) == 34


def test_the_rules_say_where_the_map_is_and_that_what_is_personal_is_nobodys(client, pages):
    told = rules(client)

    assert told.site_maps() == [f"{OURS}/sitemap.xml"]
    for address in ("/", "/guider/intyg/", "/en/", "/kontakt/"):
        assert told.can_fetch("*", f"{OURS}{address}"), address
    for address in ("/admin/", "/konto/login/", "/min-sida/", "/bokningar/7/", "/sok/?q=x", "/intyg/", "/profil/"):
        assert not told.can_fetch("*", f"{OURS}{address}"), address


def test_where_the_portal_is_only_tried_everything_is_closed(client, pages, settings):
    settings.SEARCH_ENGINES = False

    told = rules(client)

    assert not told.can_fetch("*", f"{OURS}/guider/intyg/")
    assert told.site_maps() is None
    assert places(client) == {}


def test_neither_asks_who_reads(client, pages):
    for address in ("/robots.txt", "/sitemap.xml"):
        assert "max-age" in client.get(address)["Cache-Control"]
