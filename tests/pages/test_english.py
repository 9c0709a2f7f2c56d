"""The pages of Älvsunda in English: as whole, as plain, and a translation of the Swedish ones."""

import html5lib
import pytest
from django.db import transaction
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from home.demo import content, english
from home.demo.texts.arriving import PAGES
from home.models import HomePage
from people.models import Area, Workplace
from portal.pages.care.lix import HEAVY, lix
from portal.pages.languages import is_of_a_page
from portal.pages.models import (
    AccessibilityStatementPage,
    CoursePage,
    GuidePage,
    JobAdvertPage,
    PrivacyPage,
    SectionPage,
    StandardPage,
    WorkplacePage,
)
from portal.pages.pieces import words
from tests.pages.conftest import TODAY
from tests.pages.shown import Shown, dead_ends

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    """All the pages in both languages, those of the workplaces too: built once, and then as if they had never been."""
    with django_db_blocker.unblock(), transaction.atomic():
        area = Area.objects.create(name="Älvsunda")
        Workplace.objects.bulk_create(Workplace(area=area, name=name, address="Storgatan 1") for name in PAGES)
        content.build(Site.objects.get(is_default_site=True), today=TODAY)
        english.build(start())
        yield
        transaction.set_rollback(True)


@pytest.fixture
def reader(signed_in, editor) -> Client:
    """Somebody who may read them all, those that are for some alone too."""
    return signed_in(editor)


@pytest.fixture
def in_english(built) -> list[Page]:
    return list(spoken("en"))


def start() -> HomePage:
    return HomePage.objects.get(locale__language_code="sv")


def spoken(language: str):
    return Page.objects.filter(depth__gt=1, locale__language_code=language).specific().order_by("path")


def in_both(model: type[Page], slug: str) -> tuple[Page, Page]:
    """A page in Swedish and in English."""
    page = model.objects.get(slug=slug, locale__language_code="sv")
    [other] = page.get_translations()
    return page, other


def test_every_page_that_is_shipped_is_there_in_english(in_english):
    written = {page.translation_key: page.get_url() for page in in_english if page.live}
    lacking = [page.get_url() for page in spoken("sv") if page.live and page.translation_key not in written]

    assert not lacking
    assert len(written) == len(spoken("sv")) > 30


def test_every_text_that_is_written_in_english_is_of_a_page(built):
    assert {english._address(page, start()) for page in spoken("sv")} == set(english.TEXTS)


def test_every_page_is_in_english_from_its_address_to_its_mark(in_english, reader):
    slugs = {page.slug for page in spoken("sv")} - {page[0] for page in PAGES.values()}
    for page in in_english:
        shown = reader.get(page.get_url())
        assert shown.status_code == 200, page.get_url()
        text = shown.content.decode()
        html5lib.HTMLParser(strict=True).parse(text)
        assert page.get_url().startswith("/en/")
        assert page.slug not in slugs
        assert '<html lang="en"' in text
        assert '<main id="innehall" tabindex="-1">' in text
        assert 'hreflang="sv"' in text


def test_the_tree_is_whole_so_that_editors_can_add_to_it(in_english):
    assert not any(Page.find_problems())


def test_every_link_leads_somewhere_and_to_the_page_in_english(in_english, reader, signed_in, town):
    shown = [Shown(reader, page) for page in in_english]

    substitutes, managers = (set(dead_ends(shown, signed_in(user))) for user in (town.substitute().user, town.manager))
    assert not substitutes & managers
    for page in shown:
        astray = {link for link in page.links() if is_of_a_page(link) and not link.startswith("/en/")}
        assert not astray, page.path


def test_a_guide_has_the_versions_of_the_swedish_one(in_english):
    for guide in GuidePage.objects.filter(locale__language_code="sv"):
        [other] = guide.get_translations()
        assert len(other.steps) == len(guide.steps), guide.slug
        assert len(other.again_steps) == len(guide.again_steps), guide.slug
        assert (other.minutes, other.again_minutes) == (guide.minutes, guide.again_minutes), guide.slug
        assert not other.easy, guide.slug


def test_the_texts_are_plain(in_english, reader):
    for page in in_english:
        text = Shown(reader, page).text
        assert max(lix(text), lix(words(page))) < HEAVY, page.get_url()
        assert "!" not in text, page.get_url()


def test_what_is_no_words_is_the_same_in_both_languages(built):
    advert, same_advert = in_both(JobAdvertPage, "underskoterska-solgarden")
    place, same_place = in_both(WorkplacePage, "solgarden")
    statement, same_statement = in_both(AccessibilityStatementPage, "tillganglighet")

    assert (same_advert.apply_by, same_advert.apply_email) == (advert.apply_by, advert.apply_email)
    assert same_advert.people[0].value["phone"] == advert.people[0].value["phone"]
    assert same_place.workplace == place.workplace
    days = [[row.value["mended_by"] for row in page.deficiencies] for page in (statement, same_statement)]
    assert days[0] == days[1]
    assert same_statement.answers_within == statement.answers_within


def test_what_is_ticked_in_the_course_is_ticked_in_both_languages(built):
    course, same = in_both(CoursePage, "introduktion")

    assert [item.id for item in same.items] == [item.id for item in course.items]
    assert same.items[0].value["heading"] == "Sign your agreement"


def test_the_privacy_notice_keeps_each_ground_beside_its_own_purpose(built):
    notice, same = in_both(PrivacyPage, "personuppgifter")

    assert [row.value["ground"] for row in same.purposes] == [row.value["ground"] for row in notice.purposes]
    assert len(same.plan) == len(notice.plan)
    assert same.officer_email == notice.officer_email


def test_what_an_editor_has_added_to_a_page_is_left_as_she_wrote_it(built):
    notice, same = in_both(PrivacyPage, "personuppgifter")
    same.delete()
    notice.plan.append(("row", {"what": "Kvitton", "how_long": "7 år"}))
    notice.save_revision().publish()

    english.build(start())

    _notice, anew = in_both(PrivacyPage, "personuppgifter")
    assert anew.plan[0].value["how_long"] == "2 years"
    assert anew.plan[len(notice.plan) - 1].value["what"] == "Kvitton"


def test_a_page_that_is_new_in_english_has_no_old_address(built, django_capture_on_commit_callbacks):
    course, same = in_both(CoursePage, "introduktion")
    same.delete()

    with django_capture_on_commit_callbacks(execute=True):
        english.build(start())

    assert course.get_translations().get().get_url() == "/en/introduction/"
    assert not Redirect.objects.exists()


def test_an_address_that_an_editor_has_taken_is_left_to_her(built):
    course, same = in_both(CoursePage, "introduktion")
    same.delete()
    hers = StandardPage(title="Hers", slug="introduction", body=[("text", "<p>Hers.</p>")])
    HomePage.objects.get(locale__language_code="en").add_child(instance=hers)

    english.build(start())

    assert course.get_translations().get().get_url() == "/en/introduction-1/"


def test_a_link_leads_to_the_page_in_english(built):
    guide = GuidePage.objects.get(slug="your-username")
    there = GuidePage.objects.get(slug="your-work-email")

    assert f'linktype="page" id="{there.pk}"' in str(guide.body.raw_data)


def test_the_menu_and_the_lists_are_in_english_and_whole(in_english, client):
    guides = client.get("/en/guides/").context["guides"]

    menu = [item.title for item in client.get("/en/").context["menu"]]
    assert menu[:4] == ["Guides", "Questions and answers", "News", "Contact"]
    assert len(guides) == sum(isinstance(page, GuidePage) and not page.audiences.exists() for page in in_english)


def test_translating_again_changes_nothing_that_an_editor_has_written(built):
    guide = GuidePage.objects.get(slug="your-work-email")
    guide.title = "Your email at work"
    guide.save_revision().publish()
    pages = Page.objects.count()

    english.build(start())

    assert Page.objects.count() == pages
    assert GuidePage.objects.get(slug="your-work-email").title == "Your email at work"


def test_a_page_that_was_taken_down_or_moved_is_not_put_up_in_english(built):
    section, same = in_both(SectionPage, "om-jobbet")
    same.delete()
    section.unpublish()
    guide, same_guide = in_both(GuidePage, "jobbmejlen")
    same_guide.delete()
    guide.move(spoken("sv").get(slug="introduktion"), pos="last-child")

    english.build(start())

    assert not StandardPage.objects.filter(slug__in=["work-clothes", "duty-of-secrecy"]).exists()
    assert not section.get_translations().exists()
    assert not guide.get_translations().exists()
