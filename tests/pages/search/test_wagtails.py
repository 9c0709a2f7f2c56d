"""In Wagtail's own screens too what is typed is only words, on either database."""

import pytest
from django.urls import reverse
from hypothesis import given
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from tests.cast import with_role
from tests.pages.search.test_anything import STRANGE, anything, nothing_worse

SCREENS = ["wagtailadmin_explore_root", "wagtailadmin_pages:search", "wagtailimages:index", "wagtaildocs:index"]


@pytest.mark.parametrize("screen", SCREENS)
def test_signs_and_operators_are_no_language_to_an_editors_search(screen, guides, signed_in):
    browser = signed_in(with_role("editor"))
    for typed in STRANGE:
        assert browser.get(reverse(screen), {"q": typed}).status_code == 200, typed


@nothing_worse
@given(typed=anything)
def test_nothing_typed_is_an_error_to_it(guides, typed):
    for search in (get_search_backend().search, get_search_backend().autocomplete):
        list(search(typed, Page))


@pytest.mark.parametrize("typed", ['"intyg"', 'ett "intyg', "intyg"])
def test_quotation_marks_hide_nothing(typed, guides):
    assert [page.title for page in get_search_backend().search(typed, Page)] == ["Beställ ett intyg"]
