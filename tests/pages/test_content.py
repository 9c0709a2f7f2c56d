"""The pages of Älvsunda, as they are shipped: whole, plain and without a dead end."""

import re
from itertools import chain

import html5lib
import pytest
from bs4 import BeautifulSoup
from django.utils.functional import cached_property
from wagtail.models import Page, Site

from home.demo import content
from home.models import HomePage
from portal.pages.models import Contact, FAQPage, GuidePage
from tests.pages.conftest import TODAY

pytestmark = pytest.mark.django_db
WORD = re.compile(r"[^\W\d_]+")
SENTENCE_ENDS = re.compile(r"[.?:](?:\s|$)|\n")


class Shown:
    """A page as a visitor gets it."""

    def __init__(self, client, page: Page) -> None:
        self.path = page.specific.get_url()
        self.answer = client.get(self.path)
        self.html = self.answer.content.decode()

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.html, "html5lib")

    @property
    def text(self) -> str:
        """What its own part says, a line for each paragraph."""
        pieces = self.soup.select("main :is(h1, h2, h3, p, li:not(:has(p, h2, h3)), summary, dt, dd)")
        return "\n".join(re.sub(r"\s+", " ", piece.get_text()) for piece in pieces)


@pytest.fixture
def shown(alvsunda, client) -> list[Shown]:
    """Those that are for everybody."""
    return [Shown(client, page) for page in alvsunda if not page.audiences.exists()]


@pytest.fixture
def for_some(alvsunda, signed_in, editor) -> list[Shown]:
    """Those that are for some alone, as an editor reads them."""
    return [Shown(signed_in(editor), page) for page in alvsunda if page.audiences.exists()]


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
    colleague = signed_in(town.substitute().user)
    ids = {page.path: {tag["id"] for tag in page.soup.find_all(id=True)} for page in shown}
    inner = {(page.path, link["href"]) for page in shown for link in page.soup.select("main a[href], footer a[href]")}

    for path, address in inner:
        target, _, anchor = address.partition("#")
        if target.startswith("/") and target not in ids:
            assert colleague.get(target, follow=True).status_code == 200, (path, address)
        if anchor:
            assert anchor in ids[target or path], (path, address)
        assert not target or target.startswith(("/", "tel:", "mailto:", "https://")), (path, address)


def test_an_answer_has_an_address_of_its_own(alvsunda, client):
    faq = Shown(client, FAQPage.objects.get())

    own = faq.soup.select("details.acc > div[id] a[href^='#svar-']")

    assert len(own) == len(faq.soup.select("details.acc")) > 15


def test_the_texts_are_plain(shown, for_some):
    for page in (*shown, *for_some):
        assert lix(page.text) < 35, (page.path, lix(page.text))
        assert "!" not in page.text, page.path


def test_sentences_are_short(shown):
    sentences = list(chain.from_iterable(SENTENCE_ENDS.split(page.text) for page in shown))
    long = [sentence for sentence in sentences if len(WORD.findall(sentence)) > 12]

    assert len(long) < len(sentences) / 20, long


def lix(text: str) -> float:
    """Words per sentence, and how many of a hundred words are longer than six letters."""
    words = WORD.findall(text)
    sentences = [sentence for sentence in SENTENCE_ENDS.split(text) if WORD.search(sentence)]
    if not words:
        return 0
    return len(words) / len(sentences) + 100 * sum(len(word) > 6 for word in words) / len(words)


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
