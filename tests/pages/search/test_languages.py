"""Her language first, and then Swedish, which is said."""

import pytest
from wagtail.models import Locale

from portal.pages.models import StandardPage
from tests.factories.pages import TEXT, below


@pytest.fixture
def in_english(home):
    english, _made = Locale.objects.get_or_create(language_code="en")
    below(home, StandardPage, "Passwords", slug="passwords", body=[("text", "<p>An intyg.</p>")], locale=english)
    below(home, StandardPage, "Intyg", body=TEXT)


def test_a_reader_of_english_meets_english_pages_first(client, in_english):
    answer = client.get("/sok/?q=intyg", headers={"accept-language": "en"})

    assert [hit.title for hit in answer.context["results"]] == ["Passwords", "Intyg"]
    assert 'lang="sv" hreflang="sv"><span>Intyg' in answer.content.decode()


def test_a_reader_of_swedish_meets_swedish_alone(client, in_english):
    answer = client.get("/sok/?q=intyg", headers={"accept-language": "sv"})

    assert [hit.title for hit in answer.context["results"]] == ["Intyg"]


@pytest.mark.postgresql
def test_english_words_have_english_endings(client, in_english):
    answer = client.get("/sok/?q=password", headers={"accept-language": "en"})

    assert [hit.title for hit in answer.context["results"]] == ["Passwords"]
