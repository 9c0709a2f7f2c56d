"""Swedish and English pages: the address alone says which, and a choice of language keeps the page."""

import pytest
from wagtail.models import Locale, Page

from portal.pages import languages
from portal.pages.models import StandardPage
from tests.factories.pages import TEXT, below, translated
from tests.page_checks import assert_valid_html
from tests.pages.counting import AT_MOST, asked

SWEDISH, ENGLISH = '<html lang="sv"', '<html lang="en"'
ONLY_SWEDISH, ONLY_ENGLISH = "Den här sidan finns bara på", "finns bara på engelska"


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
