"""The search page: pages by words, the best first, and only what she may see."""

import pytest
from wagtail.models import PageViewRestriction

from portal.pages.models import GuidePage
from tests.factories.pages import STEP, TEXT, below
from tests.pages.search.conftest import titles


@pytest.mark.parametrize("typed", ["intyg", "INTYG", " beställ  intyg ", "bestä", "a-kassan", "intyg?"])
def test_it_finds_by_title_introduction_and_the_beginning_of_a_word(client, guides, typed):
    assert "Beställ ett intyg" in titles(client, typed)


def test_it_finds_what_stands_in_the_text(client, guides):
    assert titles(client, "behövs") == ["Så blir du vikarie"]


def test_a_word_finds_its_longer_form(client, guides):
    assert "Så blir du vikarie" in titles(client, "vikari")


@pytest.mark.parametrize("typed", ["vikarien", "vikarierna", "vikarier"])
def test_swedish_endings_do_not_matter(client, guides, typed):
    assert "Så blir du vikarie" in titles(client, typed)


def test_no_word_finds_nothing_and_says_nothing(client, guides):
    html = client.get("/sok/").content.decode()

    assert "Inget om" not in html
    assert 'name="q"' in html


def test_nothing_found_is_told_with_a_way_on(client, guides):
    html = client.get("/sok/?q=ordetfinnsinte").content.decode()

    assert "Inget om ”ordetfinnsinte”" in html
    assert 'href="/guider/"' in html
    assert 'value="ordetfinnsinte"' in html


def test_how_many_were_found_is_told_in_words(client, guides):
    assert "1 träff på ”intyg”" in client.get("/sok/?q=intyg").content.decode()
    below(guides, GuidePage, "Hämta ett intyg", body=TEXT)
    assert "2 träffar på ”intyg”" in client.get("/sok/?q=intyg").content.decode()


def test_drafts_and_hidden_pages_are_not_found(client, guides):
    GuidePage.objects.get(title="Beställ ett intyg").unpublish()
    hidden = GuidePage.objects.get(title="Så blir du vikarie")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)

    assert titles(client, "intyg") == []
    assert titles(client, "vikarie") == []


def test_results_come_ten_at_a_time_and_keep_what_was_typed(client, guides):
    for number in range(12):
        below(guides, GuidePage, f"Schema & lön {number}", body=TEXT)

    first = client.get("/sok/", {"q": "schema & lön"})

    assert len(first.context["results"]) == 10
    assert 'href="?q=schema+%26+l%C3%B6n&amp;sida=2"' in first.content.decode()
    assert len(client.get("/sok/", {"q": "schema & lön", "sida": "2"}).context["results"]) == 2
    assert client.get("/sok/", {"q": "schema", "sida": "-1"}).status_code == 200


def test_a_search_asks_no_more_for_thirty_than_for_one(client, guides, django_assert_max_num_queries):
    for number in range(30):
        below(guides, GuidePage, f"Intyg {number}", body=TEXT)

    with django_assert_max_num_queries(12):
        client.get("/sok/?q=intyg")


def test_a_page_named_after_what_is_sought_comes_before_one_that_speaks_of_it(client, guides):
    often = "<p>Lösenord, lösenord och åter lösenord.</p>"
    below(guides, GuidePage, "Din jobbmejl", intro="Byt lösenord ibland.", body=[("text", often)])
    below(guides, GuidePage, "Välj ett bra lösenord", intro="Så här gör du.", steps=[STEP])

    assert titles(client, "lösenord") == ["Välj ett bra lösenord", "Din jobbmejl"]
