"""A guide for the first time, for the next, and in easy Swedish; and what an editor may leave out."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from wagtail.test.utils.form_data import rich_text, streamfield

from portal.pages.models import GuideIndexPage, GuidePage
from tests.factories.pages import STEP, TEXT, below
from tests.pages.test_editing import guide_form

QUICKLY = ("step", {**STEP[1], "heading": "Tryck på Nästa"})
EASY = [("text", "<p>Du vill ha ett intyg.</p>")]


@pytest.fixture
def guides(home):
    return below(home, GuideIndexPage, "Guider")


@pytest.fixture
def guide(guides):
    versions = {"steps": [STEP, STEP, STEP], "again_steps": [QUICKLY], "again_minutes": 1, "easy": EASY}
    return below(guides, GuidePage, "Intyg", intro="Så gör du.", body=TEXT, minutes=4, easy_minutes=6, **versions)


def shown(client, asked: str = "") -> BeautifulSoup:
    return BeautifulSoup(client.get(f"/guider/intyg/{asked}").content, "html5lib")


def said(client, asked: str = "") -> str:
    return " ".join(shown(client, asked).main.get_text(" ").split())


@pytest.mark.parametrize("asked", ["", "?gang=forsta", "?gang=", "?gang=%00", "?lattlast=0", "?lattlast=ja"])
def test_the_first_time_is_what_is_shown_unless_another_is_asked_for(client, guide, asked):
    text = said(client, asked)

    assert "3 steg, 4 minuter" in text
    assert "Öppna Intyg" in text
    assert "Tryck på Nästa" not in text
    assert "Du vill ha ett intyg" not in text


def test_the_next_time_has_its_own_steps_and_its_own_time(client, guide):
    text = said(client, "?gang=nasta")

    assert "1 steg, 1 minut " in text
    assert "Tryck på Nästa" in text
    assert "Öppna Intyg" not in text
    assert "Beställ intyg här." in text


def test_plain_links_lead_from_one_time_to_the_other_and_say_which_is_shown(client, guide):
    for asked, current in (("", "Första gången"), ("?gang=nasta", "Nästa gång")):
        links = shown(client, asked).select(".tabs a")
        assert [link["href"] for link in links] == ["/guider/intyg/", "/guider/intyg/?gang=nasta"]
        assert [link.get_text() for link in links if link.get("aria-current")] == [current]


def test_easy_swedish_is_a_text_of_its_own_that_says_what_it_is(client, guide):
    page, text = shown(client, "?lattlast=1"), said(client, "?lattlast=1")

    assert "Läs på 6 minuter" in text
    assert "Du vill ha ett intyg." in text
    assert page.select_one(".badge").get_text() == "Lättläst"
    assert "(lättläst)" in page.title.get_text()
    assert not any(words in text for words in ("Öppna Intyg", "Så gör du.", "Beställ intyg här.", "Nästa gång"))


def test_links_lead_to_the_easy_text_and_back(client, guide):
    link = [a["href"] for a in shown(client).select("a.btn") if "Lättläst" in a.get_text()]
    back = [a["href"] for a in shown(client, "?lattlast=1").select("a.btn") if "Vanlig text" in a.get_text()]

    assert (link, back) == (["/guider/intyg/?lattlast=1"], ["/guider/intyg/"])


@pytest.mark.parametrize("asked", ["", "?gang=nasta", "?lattlast=1"])
def test_every_version_is_the_same_page_to_a_search_engine(client, guide, asked):
    assert shown(client, asked).find("link", rel="canonical")["href"].endswith("/guider/intyg/")


@pytest.mark.parametrize("asked", ["?gang=nasta", "?lattlast=1", "?gang=nasta&lattlast=1"])
def test_a_guide_without_other_versions_offers_none_and_shows_the_first(client, guides, asked):
    below(guides, GuidePage, "Intyg", steps=[STEP])

    assert "1 steg, 2 minuter" in said(client, asked)
    assert not shown(client, asked).main.select(".tabs, a[href*='lattlast'], a[href*='gang']")


def test_a_time_that_is_left_out_is_the_same_as_the_first(guides):
    guide = below(guides, GuidePage, "Intyg", steps=[STEP], again_steps=[QUICKLY, QUICKLY], easy=EASY, minutes=3)

    assert guide.version("nasta").effort == "2 steg, 3 minuter"
    assert guide.version("lattlast").effort == "Läs på 3 minuter"


def test_lists_tell_what_it_takes_the_first_time(client, guide):
    assert "3 steg, 4 minuter" in client.get("/guider/").content.decode()


def test_steps_for_the_next_time_need_steps_for_the_first(guides):
    with pytest.raises(ValidationError, match="Skriv först stegen för första gången"):
        below(guides, GuidePage, "Intyg", body=TEXT, again_steps=[QUICKLY])


def test_an_editor_writes_each_version_and_looks_at_it(signed_in, approver, client, guide):
    easy = streamfield([("heading", "På lätt svenska")])
    versions = {
        "again_steps": streamfield([("step", a_step("Tryck genast"))]),
        "again_minutes": "1",
        "easy": easy,
        "easy_minutes": "",
    }
    desk, edit = signed_in(approver), f"/admin/pages/{guide.pk}/edit/"

    desk.post(edit + "preview/", guide_form(slug="intyg", **versions))
    previews = {mode: desk.get(f"{edit}preview/?mode={mode}").content.decode() for mode in ("", "nasta", "lattlast")}
    desk.post(edit, guide_form(slug="intyg", **versions))

    assert "Öppna Intyg" in previews[""]
    assert "Tryck genast" in previews["nasta"]
    assert "På lätt svenska" in previews["lattlast"]
    assert "Tryck genast" in said(client, "?gang=nasta")
    assert "På lätt svenska" in said(client, "?lattlast=1")


def a_step(heading: str) -> dict[str, object]:
    """What the form sends of one."""
    return {
        "heading": heading,
        "text": rich_text("<p>Klart.</p>"),
        "picture": {"image": "", "alt_text": "", "decorative": ""},
        "screen": streamfield([]),
        "screen_in_words": "",
        "button": {"page": "", "place": "", "label": ""},
    }
