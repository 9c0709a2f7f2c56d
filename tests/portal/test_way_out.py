"""Signing out is one step away, or two from what she is in the midst of and from what everybody reads."""

import re

import pytest
import time_machine

from tests.cast import NOW
from tests.walking import walk

OUT = re.compile(r'(?:action|href)="(?:/konto/logout/|/admin/logout/|/mer/)')
BACK = re.compile(r'href="(?:/min-sida/|/profil/|/bestallningar/)')
"""Pages from which it is one step."""

HERS = (
    "/min-sida/",
    "/kalender/",
    "/lediga-jobb/",
    "/bokningar/",
    "/forfragningar/",
    "/meddelanden/",
    "/profil/",
    "/mer/",
)
PAST = ("/admin", "/konto", "/sprak", "/utseende", "/dokument", "/media", "/static", "/hjalp/")


@pytest.mark.parametrize("who", ["substitute", "manager"])
def test_from_each_page_of_hers_it_is_a_step_or_two_to_signing_out(who, town, signed_in):
    her = town.substitute().user if who == "substitute" else town.manager
    starts = HERS if who == "substitute" else ("/bestallningar/", "/mer/")
    with time_machine.travel(NOW, tick=False):
        met = list(walk(signed_in(her), starts, past=PAST))

    pages = {
        place: page for place, page in met if "[" not in place and page.status_code == 200 and "<main" in page.text
    }
    assert len(pages) > 10
    far = {place for place, page in pages.items() if not OUT.search(page.text)}
    assert len(far) < len(pages) / 5
    assert [place for place in far if not BACK.search(pages[place].text)] == []
    assert 'action="/konto/logout/"' in pages["/mer/"].text


def test_the_desk_has_it_in_its_menu(town, signed_in):
    assert "/admin/logout/" in signed_in(town.planner).get("/admin/").text
