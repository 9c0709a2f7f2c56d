"""Her language first, and then Swedish, which is said."""

import pytest
from wagtail.models import Locale

from portal.pages.models import BestHit, GuidePage, Keyword, StandardPage
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


@pytest.fixture
def chosen(guides):
    """The page that editors say answers "vab" best."""
    page = GuidePage.objects.get(title="Så blir du vikarie")
    BestHit.objects.create(keyword=Keyword.objects.create(words="vab, sick child"), page=page)
    return page


def best(client, language: str) -> list[tuple[str, str]]:
    answer = client.get("/sok/?q=sick+child", headers={"accept-language": language})
    return [(hit.title, hit.language) for hit in answer.context["hits"].best]


def in_english_too(page, **fields):
    english, _made = Locale.objects.get_or_create(language_code="en")
    copy = page.copy_for_translation(english, copy_parents=True)
    copy.title = "How to become a substitute"
    for name, value in fields.items():
        setattr(copy, name, value)
    copy.save_revision().publish()
    return copy


def test_the_best_answer_is_shown_in_the_language_of_the_reader(client, chosen):
    in_english_too(chosen)

    assert best(client, "en") == [("How to become a substitute", "en")]
    assert best(client, "sv") == [("Så blir du vikarie", "sv")]


def test_the_best_answer_may_be_chosen_in_either_language(client, chosen):
    BestHit.objects.update(page=in_english_too(chosen))

    assert best(client, "en") == [("How to become a substitute", "en")]
    assert best(client, "sv") == [("Så blir du vikarie", "sv")]


def test_where_it_is_not_translated_the_best_answer_is_swedish_and_says_so(client, chosen):
    answer = client.get("/sok/?q=vab", headers={"accept-language": "en"})

    assert 'lang="sv" hreflang="sv"><span>Så blir du vikarie' in answer.content.decode()
    assert best(client, "en") == [("Så blir du vikarie", "sv")]


def test_a_translation_that_is_closed_to_her_is_no_answer_and_the_swedish_is(client, chosen):
    copy = in_english_too(chosen)
    copy.audiences.set([copy.audiences.model(group="planner")])
    copy.save()

    assert best(client, "en") == [("Så blir du vikarie", "sv")]
