"""Swedish: its forms, its three letters, and those who have no keys for them."""

import pytest

from portal.pages.models import GuidePage, StandardPage
from tests.factories.pages import TEXT, below
from tests.pages.search.conftest import titles


@pytest.fixture
def towns(home):
    below(home, StandardPage, "Åmål", body=TEXT)
    below(home, StandardPage, "Amal Hassan svarar", body=TEXT)


def test_letters_with_dots_are_letters_of_their_own(client, towns):
    assert titles(client, "åmål") == ["Åmål"]


def test_whoever_types_no_dots_finds_all_the_same_but_last(client, towns):
    assert titles(client, "amal") == ["Amal Hassan svarar", "Åmål"]


def test_nor_does_a_title_lose_its_place_without_them(client, home):
    below(home, StandardPage, "Din jobbmejl", intro="Lösenord, lösenord och lösenord.", body=TEXT)
    below(home, StandardPage, "Ett lösenord att minnas", body=TEXT)

    assert titles(client, "losenord") == ["Ett lösenord att minnas", "Din jobbmejl"]


@pytest.mark.parametrize("typed", ["oppettider", "OPPETTIDERNA", "öppettiderna", "öppettid"])
def test_a_form_is_found_with_dots_or_without(client, home, typed):
    below(home, StandardPage, "Våra öppettider", body=TEXT)

    assert titles(client, typed) == ["Våra öppettider"]


def test_every_word_must_be_there_if_it_is_anywhere(client, guides):
    below(guides, GuidePage, "Byt mobilnummer", body=TEXT)
    below(guides, GuidePage, "Byt lösenord", body=TEXT)

    assert titles(client, "byta lösenordet") == ["Byt lösenord"]


def test_otherwise_some_of_them_will_do_and_that_is_said(client, guides):
    answer = client.get("/sok/", {"q": "intyg raketforskning"})

    assert [hit.title for hit in answer.context["results"]] == ["Beställ ett intyg"]
    assert "Ingen har alla orden" in answer.content.decode()


@pytest.mark.postgresql
@pytest.mark.parametrize("typed", ["passen", "passet", "passets", "lösenorden", "anställningarna"])
def test_postgresql_knows_the_endings(client, home, typed):
    below(home, StandardPage, "Pass, lösenord och anställning", body=TEXT)

    assert titles(client, typed) == ["Pass, lösenord och anställning"]
