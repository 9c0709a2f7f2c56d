"""The pages of Älvsunda, as they are shipped: whole, plain and without a dead end."""

import re
from itertools import chain

import html5lib
import pytest
from django.test import Client
from wagtail.models import Page, Site

from home.demo import content
from home.models import HomePage
from portal.pages.care.lix import HEAVY, lix, long_sentences
from portal.pages.models import Contact, FAQPage, GuidePage
from portal.pages.pieces import words
from tests.page_checks import assert_valid_html
from tests.pages.conftest import TODAY
from tests.pages.shown import Shown, dead_ends

pytestmark = pytest.mark.django_db
WORD = re.compile(r"[^\W\d_]+")
OTHER_WORDS = re.compile(
    r"arbetspass|disponibilitet|vakan|obesatt|effektuera|annuller|moderera|engångskod|tvåfaktor|bank-?id|"
    r"ogiltig|felaktig|bemanningscent|vikariepool|hen\b|\bni\b",
    re.IGNORECASE,
)
"""What is called something else here."""

AGAIN, EASY = "?gang=nasta", "?lattlast=1"
SENTENCE_ENDS = re.compile(r"[.?:](?:\s|$)|\n")


@pytest.fixture
def shown(alvsunda, client) -> list[Shown]:
    """Those that are for everybody."""
    return [Shown(client, page) for page in alvsunda if not page.audiences.exists()]


@pytest.fixture
def reader(signed_in, editor) -> Client:
    """Somebody who may read every page."""
    return signed_in(editor)


@pytest.fixture
def for_some(alvsunda, reader) -> list[Shown]:
    """Those that are for some alone."""
    return [Shown(reader, page) for page in alvsunda if page.audiences.exists()]


def test_every_page_is_valid_html(shown, for_some):
    assert for_some
    for page in (*shown, *for_some):
        assert page.answer.status_code == 200, page.path
        html5lib.HTMLParser(strict=True).parse(page.html)


def test_every_page_has_one_heading_a_title_and_a_description(shown):
    for page in shown:
        assert len(page.soup.find_all("h1")) == 1, page.path
        assert page.soup.title.get_text().endswith("– Vikarieportalen")
        assert page.soup.find("meta", attrs={"name": "description"})["content"]
    titles = [page.soup.title.get_text() for page in shown]
    assert len(set(titles)) == len(titles)


def test_no_heading_skips_a_level(shown):
    for page in shown:
        levels = [int(heading.name[1]) for heading in page.soup.find_all(re.compile(r"^h[1-6]$"))]
        assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False)), page.path


def test_no_page_has_a_script_or_style_of_its_own(shown):
    for page in shown:
        assert not page.soup.find_all(style=True), page.path
        assert not page.soup.find_all("style"), page.path
        for script in page.soup.find_all("script"):
            assert script.get("src") or script["type"] == "application/ld+json", page.path
        handlers = [name for tag in page.soup.find_all() for name in tag.attrs if name.startswith("on")]
        assert not handlers, page.path


def test_no_id_stands_twice(shown):
    for page in shown:
        ids = [tag["id"] for tag in page.soup.find_all(id=True)]
        assert len(ids) == len(set(ids)), page.path


def test_every_link_leads_somewhere(shown, signed_in, town):
    assert not list(dead_ends(shown, signed_in(town.substitute().user)))


def test_an_answer_has_an_address_of_its_own(alvsunda, client):
    faq = Shown(client, FAQPage.objects.get())

    own = faq.soup.select("details.acc > div[id] a[href^='#svar-']")

    assert len(own) == len(faq.soup.select("details.acc")) > 15


def test_the_texts_are_plain(shown, for_some):
    for page in (*shown, *for_some):
        assert lix(page.text) < 35, (page.path, lix(page.text))
        assert "!" not in page.text, page.path


def test_no_page_is_heavy_as_it_is_counted_in_the_editor(alvsunda):
    for page in alvsunda:
        assert lix(words(page.specific)) < HEAVY, page.slug


def test_a_thing_is_called_the_same_everywhere(shown):
    for page in shown:
        assert not OTHER_WORDS.findall(page.text), page.path


def test_sentences_are_short(shown):
    sentences = list(chain.from_iterable(SENTENCE_ENDS.split(page.text) for page in shown))
    long = [sentence for sentence in sentences if len(WORD.findall(sentence)) > 12]

    assert len(long) < len(sentences) / 20, long


@pytest.mark.parametrize(("version", "heaviest"), [("", 35), (AGAIN, 35), (EASY, 30)])
def test_no_version_of_a_guide_is_heavy_to_read(alvsunda, reader, version, heaviest):
    for guide in GuidePage.objects.all():
        page = Shown(reader, guide, version)
        text = page.said_in("article")
        assert lix(text) < heaviest, (page.path, lix(text))
        assert_valid_html(page.html)


def test_every_guide_is_there_on_easy_swedish_in_short_sentences(alvsunda, reader):
    for guide in GuidePage.objects.all():
        assert guide.easy, guide.slug
        assert not long_sentences(Shown(reader, guide, EASY).said_in(".prose"), most=11), guide.slug


def test_the_next_time_is_shorter_than_the_first(alvsunda):
    again = [guide for guide in GuidePage.objects.all() if guide.again_steps]

    assert len(again) >= 6
    for guide in again:
        assert len(guide.again_steps) < len(guide.steps), guide.slug
        assert (guide.again_minutes or guide.minutes) <= guide.minutes, guide.slug


def test_the_guide_for_those_who_order_is_read_by_them_alone(alvsunda, client, signed_in, town):
    page = GuidePage.objects.get(slug="bestalla-vikarie")

    assert client.get(page.get_url()).status_code == 404
    assert signed_in(town.substitute().user).get(page.get_url()).status_code == 404
    assert page.title not in client.get("/guider/").content.decode()
    manager = signed_in(town.manager)
    assert page.title in manager.get("/guider/").content.decode()
    soup = Shown(manager, page).soup
    for link in soup.select("main article a[href^='/']"):
        assert manager.get(link["href"]).status_code == 200, link


def test_building_again_changes_nothing(alvsunda):
    guide = GuidePage.objects.get(slug="jobbmejlen")
    guide.title = "Mejlen, som redaktören kallar den"
    guide.save_revision().publish()
    pages, contacts = Page.objects.count(), Contact.objects.count()

    content.build(Site.objects.get(is_default_site=True), today=TODAY)

    assert (Page.objects.count(), Contact.objects.count()) == (pages, contacts)
    assert GuidePage.objects.get(slug="jobbmejlen").title == "Mejlen, som redaktören kallar den"


def test_a_page_that_was_taken_away_is_made_again(alvsunda):
    GuidePage.objects.get(slug="jobbmejlen").delete()

    content.build(Site.objects.get(is_default_site=True), today=TODAY)

    assert GuidePage.objects.get(slug="jobbmejlen").live


def test_a_page_that_is_made_again_leads_to_those_that_are_there(alvsunda):
    GuidePage.objects.get(slug="kontrollera-din-lon").delete()

    content.build(Site.objects.get(is_default_site=True), today=TODAY)

    button = GuidePage.objects.get(slug="kontrollera-din-lon").steps[0].value["button"]
    assert button["page"].slug == "lonedagar"


def test_wagtails_welcome_gives_way_to_the_start_page(alvsunda):
    site = Site.objects.get(is_default_site=True)

    assert site.root_page.specific == HomePage.objects.get()
    assert site.site_name == "Vikarieportalen"
    assert not Page.objects.filter(title__startswith="Welcome").exists()
    assert {page.locale.language_code for page in alvsunda} == {"sv"}


def test_the_footer_leads_to_what_the_law_asks_for(shown):
    for page in shown:
        links = {link["href"] for link in page.soup.select("footer a[href]")}
        assert {"/kontakt/", "/tillganglighet/", "/personuppgifter/"} <= links
