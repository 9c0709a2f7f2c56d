"""Words that mean the same, and the pages that editors put first."""

import pytest
from wagtail.models import PageViewRestriction

from portal.pages.models import BestHit, GuidePage, Keyword
from portal.pages.search.asked import understood
from tests.factories.pages import TEXT, below
from tests.pages.search.conftest import hits, titles


@pytest.fixture
def ill(guides):
    return below(guides, GuidePage, "Hemma med sjukt barn", body=TEXT)


@pytest.fixture
def keyword(ill):
    return Keyword.objects.create(words="vab, Vård av barn, sjukt barn")


@pytest.mark.parametrize("typed", ["vab", "VAB", "vård av barn", "vård av barnen"])
def test_a_word_finds_what_is_written_with_another(client, keyword, typed):
    assert titles(client, typed) == ["Hemma med sjukt barn"]


def test_it_holds_for_one_word_of_many(client, guides, keyword):
    assert titles(client, "hemma vab") == ["Hemma med sjukt barn"]


def test_without_the_keyword_it_is_not_found(client, ill):
    assert titles(client, "vab") == []


def test_the_words_of_two_rows_are_joined(keyword):
    Keyword.objects.create(words="vab,tillfällig föräldrapenning")

    [part] = understood("vab").parts
    assert ("vård", "av", "barn") in part.alike
    assert ("tillfällig", "föräldrapenning") in part.alike


@pytest.mark.parametrize("words", ["", ",", " , ,", "vab", "\x00,'", "vab,vab"])
def test_a_row_without_words_does_no_harm(client, ill, words):
    Keyword.objects.create(words=words.replace("\x00", ""))

    assert client.get("/sok/?q=vab").status_code == 200


@pytest.fixture
def best(keyword, guides):
    page = GuidePage.objects.get(title="Så blir du vikarie")
    BestHit.objects.create(keyword=keyword, page=page)
    return page


@pytest.mark.parametrize("typed", ["vab", "sjukt barn", "Vård av barn?"])
def test_the_chosen_page_stands_first_and_once(client, best, typed):
    found = hits(client, typed)

    assert [hit.title for hit in found.best] == ["Så blir du vikarie"]
    assert [hit.title for hit in found.pages] == ["Hemma med sjukt barn"]


def test_it_stands_there_for_the_keyword_alone(client, best):
    assert hits(client, "vab lön").best == []


def test_it_is_not_told_to_whom_it_is_closed(client, best):
    PageViewRestriction.objects.create(page=best, restriction_type=PageViewRestriction.LOGIN)

    assert hits(client, "vab").best == []


def test_keywords_are_one_question(keyword, best, django_assert_num_queries):
    for number in range(30):
        Keyword.objects.create(words=f"ord{number}, annat{number}")

    with django_assert_num_queries(1):
        assert len(understood("vab ord7").parts) == 2


def test_an_editor_keeps_them(signed_in, editor, best):
    desk = signed_in(editor)
    sent = {"words": "lön, pengar", "best-TOTAL_FORMS": "1", "best-INITIAL_FORMS": "0", "best-0-page": best.pk}

    assert desk.get("/admin/snippets/pages/keyword/").status_code == 200
    desk.post("/admin/snippets/pages/keyword/add/", sent | {"best-0-ORDER": "1", "best-0-id": ""})

    assert [hit.page_id for hit in Keyword.objects.get(words="lön, pengar").best.all()] == [best.pk]
