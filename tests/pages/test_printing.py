"""What comes out on paper, and that the button for it is there only where it works."""

import gc
import re

import pytest
from bs4 import BeautifulSoup
from django.conf import settings

from portal.pages.models import GuideIndexPage, GuidePage, StandardPage
from tests.factories.pages import STEP, TEXT, below

CSS = settings.BASE_DIR / "static" / "css"
PICTURED = {"alt_text": "Sidan Intyg med knappen Beställ", "decorative": False}


@pytest.fixture
def guides(home):
    return below(home, GuideIndexPage, "Guider")


def shown(client, address: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(address).content, "html5lib")


def test_the_button_is_hidden_until_its_script_shows_it(client, guides):
    below(guides, GuidePage, "Intyg", steps=[STEP])
    page = shown(client, "/guider/intyg/")

    assert page.select_one("button[data-print]").has_attr("hidden")
    assert page.select_one("script[src*='js/print']")["type"] == "module"


def test_paper_says_where_the_page_is_to_be_found(client, home):
    below(home, StandardPage, "Om portalen", body=TEXT)

    assert shown(client, "/om-portalen/").select_one(".only-print").get_text().endswith("/om-portalen/")


def test_paper_is_never_dark():
    tokens = (CSS / "tokens.css").read_text()

    outside = re.sub(r"@media screen[^{]*\{.*?\n\}\n", "", tokens, flags=re.DOTALL)

    assert tokens.count("color-scheme: dark;") == 2
    assert "dark" not in re.sub(r"/\*.*?\*/", "", outside, flags=re.DOTALL)


# Wagtail leaves its temporary files to the garbage collector, which is called here so that no other test is blamed.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(("said", "heard"), [(PICTURED, PICTURED["alt_text"]), ({"decorative": True}, "")])
def test_a_picture_of_a_step_is_described_as_it_is_there(client, guides, a_picture, said, heard):
    picture = {"image": a_picture, "alt_text": "", **said}
    below(guides, GuidePage, "Intyg", steps=[("step", {**STEP[1], "picture": picture})])

    picture = shown(client, "/guider/intyg/").select_one(".steps img")
    gc.collect()

    assert picture["alt"] == heard
