"""Did you mean …?"""

from datetime import date

import pytest
from wagtail.models import PageViewRestriction

from portal.pages.models import GuidePage, StandardPage
from portal.pages.search.guessing import guesses
from tests.factories.pages import TEXT, below


@pytest.fixture
def told(visitor):
    return lambda asked: guesses(visitor(), asked, on=date(2026, 5, 12))


@pytest.fixture
def passwords(home):
    return below(home, StandardPage, "Välj ett bra lösenord", body=TEXT)


@pytest.mark.parametrize("typed", ["lösenrod", "losenrod", "löesnord", "lösennord"])
def test_a_word_with_a_slip_in_it_is_guessed(told, passwords, typed):
    assert told((typed,))[:1] == ["lösenord"]


def test_two_letters_that_changed_places_in_a_short_word(told, guides):
    assert "intyg" in told(("itnyg",))


def test_one_form_of_a_word_is_enough(told, passwords, home):
    below(home, StandardPage, "Lösenordet", body=TEXT)

    assert told(("lösenrod",)) == ["lösenord"]


def test_only_the_misspelt_word_is_changed(told, passwords):
    assert told(("ett", "bra", "lösenrod"))[:1] == ["ett bra lösenord"]


@pytest.mark.parametrize("asked", [(), ("lösenord",), ("xqzwv",), ("ett",), ("lsn",)])
def test_what_is_known_short_or_like_nothing_gives_no_guess(told, passwords, asked):
    assert told(asked) == []


def test_no_word_of_a_page_that_she_may_not_read_is_told(told, passwords):
    PageViewRestriction.objects.create(page=passwords, restriction_type=PageViewRestriction.LOGIN)

    assert told(("lösenrod",)) == []


def test_no_word_of_a_draft_is_told(told, passwords):
    passwords.title = "Välj ett bra hemligord"
    passwords.save_revision()

    assert told(("hemligrod",)) == []
    passwords.get_latest_revision().publish()
    assert told(("hemligrod",)) == ["hemligord"]
    passwords.unpublish()
    assert told(("hemligrod",)) == []


def test_the_page_asks_with_links_and_says_what_else_there_is(client, guides, passwords):
    html = client.get("/sok/?q=lösenrod").content.decode()

    assert 'Menade du <a href="/sok/?q=l%C3%B6senord">lösenord</a>?' in html
    assert 'href="/guider/"' in html


def test_what_was_found_needs_no_guess(client, guides):
    below(guides, GuidePage, "Intygas", body=TEXT)

    assert "Menade du" not in client.get("/sok/?q=intyg").content.decode()


def test_a_guess_is_one_question(told, passwords, django_assert_num_queries):
    with django_assert_num_queries(1):
        told(("lösenrod", "braa", "valj"))
