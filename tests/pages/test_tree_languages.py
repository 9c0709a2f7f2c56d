"""Swedish and English pages: the address alone says which, and a choice of language keeps the page."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Locale, Page

from home.models import HomePage
from portal.pages import languages
from portal.pages.models import GuideIndexPage, GuidePage, SectionPage, StandardPage
from tests.factories.pages import STEP, TEXT, below
from tests.page_checks import assert_valid_html
from tests.pages.counting import AT_MOST, asked

SWEDISH, ENGLISH = '<html lang="sv"', '<html lang="en"'
ONLY_SWEDISH, ONLY_ENGLISH = "Den här sidan finns bara på", "finns bara på engelska"


@pytest.fixture
def swedish(home) -> HomePage:
    """A Swedish portal with a menu, and a page that is not to be translated."""
    guides = below(home, GuideIndexPage, "Guider", show_in_menus=True)
    below(guides, GuidePage, "Beställ ett intyg", slug="intyg", steps=[STEP])
    below(home, StandardPage, "Kontakt", slug="kontakt", body=TEXT, show_in_menus=True)
    below(home, StandardPage, "Bara här", slug="bara-har", body=TEXT)
    return home


@pytest.fixture
def english(swedish) -> HomePage:
    """Its start page, guides and contact page in English."""
    for slug, title, own_slug in (
        ("start", "Work when you can", "start-en"),
        ("guider", "Guides", "guides"),
        ("intyg", "Order a certificate", "certificate"),
        ("kontakt", "Contact", "contact"),
    ):
        translated(Page.objects.get(slug=slug, locale__language_code="sv").specific, title=title, slug=own_slug)
    return HomePage.objects.get(locale__language_code="en")


def translated(page: Page, **changed: str) -> Page:
    copy = page.copy_for_translation(Locale.objects.get(language_code="en"))
    for name, value in changed.items():
        setattr(copy, name, value)
    copy.save_revision().publish()
    return copy


def html(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_every_swedish_page_lies_where_it_lay_and_the_english_below_en(client, english):
    assert [page.get_url() for page in Page.objects.filter(depth__gt=1).order_by("path") if page.get_url()] == [
        "/", "/guider/", "/guider/intyg/", "/kontakt/", "/bara-har/",
        "/en/", "/en/guides/", "/en/guides/certificate/", "/en/contact/",
    ]  # fmt: skip
    assert "Order a certificate" in html(client, "/en/guides/certificate/")
    assert "Beställ ett intyg" in html(client, "/guider/intyg/")


@pytest.mark.parametrize("browser", ["sv", "en", "fi", ""])
@pytest.mark.parametrize("cookie", ["sv", "en", ""])
def test_neither_browser_nor_cookie_changes_what_an_address_says(client, english, browser, cookie):
    client.cookies["django_language"] = cookie
    said = {"accept-language": browser}

    for address, language in (("/kontakt/", SWEDISH), ("/en/contact/", ENGLISH), ("/", SWEDISH), ("/en/", ENGLISH)):
        assert language in client.get(address, headers=said).content.decode()


def test_the_menu_is_in_the_language_of_the_page(client, english):
    assert [item.url for item in client.get("/en/contact/").context["menu"]] == ["/en/guides/", "/en/contact/"]
    assert [item.url for item in client.get("/kontakt/").context["menu"]] == ["/guider/", "/kontakt/"]


def test_the_crumbs_begin_at_the_start_page_of_the_language(client, english):
    above = client.get("/en/guides/certificate/").context["above"]

    assert [page.get_url() for page in above] == ["/en/", "/en/guides/"]


def test_a_page_that_is_only_in_swedish_tells_so_in_english_and_is_marked(client, english):
    shown = html(client, "/en/bara-har/")

    assert ENGLISH in shown
    assert '<main id="innehall" tabindex="-1" lang="sv">' in shown
    assert '<div class="wrap mt-s" lang="en">' in shown
    assert ONLY_SWEDISH in shown or "only" in shown
    assert '<link rel="canonical" href="http://localhost:8000/bara-har/">' in shown
    assert_valid_html(shown)


def test_without_a_word_of_english_the_start_page_is_swedish_and_marked(client, swedish):
    shown = html(client, "/en/")

    assert ENGLISH in shown
    assert '<main id="innehall" tabindex="-1" lang="sv">' in shown


def test_a_page_that_is_only_in_english_tells_so_in_swedish(client, english):
    below(english, StandardPage, "Only here", slug="only-here", body=TEXT)

    shown = html(client, "/only-here/")

    assert SWEDISH in shown
    assert ONLY_ENGLISH in shown
    assert '<main id="innehall" tabindex="-1" lang="en">' in shown


@pytest.mark.parametrize(
    ("address", "language", "leads"),
    [
        ("/kontakt/", "en", "/en/contact/"),
        ("/en/contact/", "sv", "/kontakt/"),
        ("/", "en", "/en/"),
        ("/en/", "sv", "/"),
        ("/bara-har/", "en", "/en/bara-har/"),
        ("/en/bara-har/", "sv", "/bara-har/"),
        ("/sok/?q=intyg", "en", "/sok/?q=intyg"),
        ("/konto/login/", "en", "/konto/login/"),
    ],
)
def test_a_choice_of_language_keeps_the_page(client, english, address, language, leads):
    answer = client.post("/sprak/", {"sprak": language, "next": address}, follow=True)

    assert answer.status_code == 200
    assert answer.request["PATH_INFO"] + (f"?{answer.request['QUERY_STRING']}" * ("?" in leads)) == leads
    assert client.cookies["django_language"].value == language


def test_there_is_a_choice_of_language_on_every_page(client, english):
    assert 'name="next" value="/kontakt/"' in html(client, "/kontakt/")
    assert 'name="next" value="/en/contact/"' in html(client, "/en/contact/")


def test_what_is_in_draft_in_english_is_not_there_yet(client, english):
    Page.objects.get(slug="contact").unpublish()

    assert client.get("/en/contact/").status_code == 404
    assert '<main id="innehall" tabindex="-1" lang="sv">' in html(client, "/en/kontakt/")
    assert "hreflang" not in html(client, "/kontakt/").partition("<body")[0]


def test_search_finds_in_the_language_of_the_reader_and_swedish_where_there_is_no_other(client, english):
    english_titles = titles(client, "en")
    swedish_titles = titles(client, "sv")

    assert "Bara här" in english_titles
    assert {"Contact", "Order a certificate"} & english_titles
    assert "Kontakt" not in english_titles
    assert not {"Contact", "Order a certificate"} & swedish_titles


def titles(client, language: str) -> set[str]:
    client.cookies["django_language"] = language
    asked_for = ("bara", "kontakt", "contact", "certificate", "intyg")
    return {page.title for typed in asked_for for page in client.get("/sok/", {"q": typed}).context["results"]}


def test_an_address_where_nothing_is_answers_in_its_language(client, english):
    assert ENGLISH in client.get("/en/nothing/").content.decode()
    assert client.get("/en/nothing/").status_code == 404
    assert SWEDISH in client.get("/inget/", headers={"accept-language": "sv"}).content.decode()


def test_a_link_to_a_swedish_page_leads_to_it_in_the_language_of_the_page_that_it_stands_on(client, english):
    linked = [StandardPage.objects.get(slug=slug) for slug in ("kontakt", "bara-har")]
    text = "".join(f'<p><a linktype="page" id="{page.pk}">hit</a></p>' for page in linked)
    below(english, StandardPage, "Links", slug="links", body=[("text", text)])

    shown = html(client, "/en/links/")

    assert '<a href="/en/contact/">hit</a>' in shown
    assert '<a href="/en/bara-har/">hit</a>' in shown


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


@pytest.mark.parametrize("address", ["/en/", "/en/guides/certificate/", "/en/bara-har/", "/kontakt/"])
def test_a_page_in_any_language_asks_no_more_than_twelve(client, english, address):
    assert asked(client, address) <= AT_MOST


def test_an_editor_makes_a_translation_that_is_a_draft(signed_in, editor, client, english):
    page = StandardPage.objects.get(slug="bara-har")
    desk = signed_in(editor)
    locale = Locale.objects.get(language_code="en")
    assert f"/admin/translation/submit/page/{page.pk}/" in desk.get(f"/admin/pages/{page.pk}/edit/").content.decode()

    desk.post(f"/admin/translation/submit/page/{page.pk}/", {"locales": [locale.pk], "include_subtree": ""})

    copy = page.get_translation(locale)
    assert not copy.live
    assert copy.get_parent().specific == english
    assert '<main id="innehall" tabindex="-1" lang="sv">' in html(client, "/en/bara-har/")


def test_a_translation_of_a_closed_page_is_as_closed(client, english):
    page = StandardPage.objects.get(slug="bara-har")
    page.audiences.add(page.audiences.model(group="planner"))
    page.save()

    translated(page, slug="only-here")

    assert client.get("/en/only-here/").status_code == 404
    assert client.get("/en/bara-har/").status_code == 404


def test_a_planner_translates_nothing(signed_in, town, english):
    page = StandardPage.objects.get(slug="bara-har")

    signed_in(town.planner).post(f"/admin/translation/submit/page/{page.pk}/", {"locales": [1]})

    assert page.get_translations().count() == 0


@pytest.mark.parametrize(
    ("address", "language", "said"),
    [
        ("/en/x/", "sv", "/x/"),
        ("/x/?a=1", "en", "/en/x/?a=1"),
        ("/en/x/", "en", "/en/x/"),
        ("/profil/", "en", "/profil/"),
    ],
)
def test_an_address_is_turned_word_for_word(address, language, said):
    assert languages.turned(address, language) == said
