"""The picture that stands for a page where its address is sent."""

import gc

import pytest

from portal.pages.lead_pictures import SIZE
from portal.pages.models import GuideIndexPage, GuidePage, StandardPage
from tests.factories.pages import STEP, TEXT, below
from tests.pages.counting import AT_MOST, asked
from tests.pages.test_heads import OURS, properties, shown

MOST_FOR_A_PICTURE = 3
"""Queries: the picture, its sizes on the page, and its size in the head."""


def pictured(a_picture, **image: object) -> tuple[str, dict[str, object]]:
    return "picture", {
        "image": {"image": a_picture, "alt_text": "En hiss", "decorative": False, **image},
        "caption": "",
    }


# Wagtail leaves its temporary files to the garbage collector, which is called here so that no other test is blamed.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_the_first_picture_of_a_page_stands_for_it(client, home, a_picture):
    below(home, StandardPage, "Om", slug="om", body=[*TEXT, pictured(a_picture)])

    said = properties(shown(client, "/om/"))
    gc.collect()

    assert said["og:image"] == f"{OURS}{a_picture.get_rendition(SIZE).url}"
    assert (said["og:image:width"], said["og:image:height"]) == ("1000", "526")
    assert said["og:image:alt"] == "En hiss"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_the_picture_of_a_step_stands_for_a_guide_and_costs_one_question(client, home, a_picture):
    index = below(home, GuideIndexPage, "Guider")
    kind, fields = STEP
    picture = {"image": a_picture, "alt_text": "", "decorative": True}
    below(index, GuidePage, "Utan", slug="utan", steps=[STEP])
    below(index, GuidePage, "Hiss", slug="hiss", steps=[STEP, (kind, {**fields, "picture": picture})])

    said = properties(shown(client, "/guider/hiss/"))
    more = asked(client, "/guider/hiss/") - asked(client, "/guider/utan/")
    gc.collect()

    assert "/media/images/" in said["og:image"]
    assert "og:image:alt" not in said
    assert more <= MOST_FOR_A_PICTURE
    assert asked(client, "/guider/hiss/") <= AT_MOST


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_picture_whose_file_is_gone_is_no_picture(client, home, a_picture):
    below(home, StandardPage, "Om", slug="om", body=[pictured(a_picture)])
    a_picture.file.delete(save=False)

    said = properties(client.get("/om/").content.decode())
    gc.collect()

    assert "/static/icons/" in said["og:image"]
