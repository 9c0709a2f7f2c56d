"""The pages of Älvsunda in English: as whole, as plain, and a translation of the Swedish ones."""

import pytest
from wagtail.models import Page

from home.demo import english
from home.models import HomePage
from portal.pages.models import GuidePage

pytestmark = pytest.mark.django_db


@pytest.fixture
def in_english(alvsunda) -> list[Page]:
    english.build(HomePage.objects.get(locale__language_code="sv"))
    return list(Page.objects.filter(depth__gt=1, locale__language_code="en").specific().order_by("path"))


def test_every_page_that_has_an_english_text_is_there_in_english(alvsunda, in_english):
    written = {"start", *english.SECTIONS, *english.TEXTS}

    assert {page.translation_key for page in in_english} == {p.translation_key for p in alvsunda if p.slug in written}
    assert len(in_english) == len(written)
    assert all(page.live for page in in_english)


def test_nothing_of_the_swedish_text_is_left_in_it(in_english):
    for guide in GuidePage.objects.filter(locale__language_code="en"):
        assert not guide.easy
        assert not guide.again_steps


def test_a_link_leads_to_the_page_in_english(in_english):
    guide = GuidePage.objects.get(slug="your-username")
    there = GuidePage.objects.get(slug="your-work-email")

    assert f'linktype="page" id="{there.pk}"' in str(guide.body.raw_data)


def test_the_menu_and_the_lists_are_in_english_and_whole(in_english, client):
    guides = client.get("/en/guides/").context["guides"]

    assert [item.title for item in client.get("/en/").context["menu"]] == [
        "Guides", "Questions and answers", "News", "Contact",
    ]  # fmt: skip
    assert len(guides) == sum(isinstance(page, GuidePage) and not page.audiences.exists() for page in in_english)
    assert not any(Page.find_problems())


def test_translating_again_changes_nothing_that_an_editor_has_written(in_english):
    guide = GuidePage.objects.get(slug="your-work-email")
    guide.title = "Your email at work"
    guide.save_revision().publish()
    pages = Page.objects.count()

    english.build(HomePage.objects.get(locale__language_code="sv"))

    assert Page.objects.count() == pages
    assert GuidePage.objects.get(slug="your-work-email").title == "Your email at work"
