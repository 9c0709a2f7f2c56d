"""What somebody reads of her own stands in the frame of her work, and leads to nothing that is not hers."""

import re

import pytest
from django.urls import reverse

from tests.page_checks import assert_valid_html

OWN = ["/meddelanden/", "/meddelanden/val/", "/mina-enheter/", "/mina-uppgifter/"]


def ways(page: str) -> set[str]:
    """Where the main menu leads."""
    return set(re.findall(r'<a [^>]*href="([^"]+)"', page[page.index('class="appnav"') :].partition("</nav>")[0]))


@pytest.mark.parametrize("address", OWN)
def test_a_colleague_of_the_desk_is_led_back_there(address, town, signed_in):
    page = signed_in(town.planner).get(address).text

    assert ways(page) == {"/admin/", "/meddelanden/", "/mina-enheter/", "/mina-uppgifter/"}
    assert 'href="/mer/"' not in page
    assert_valid_html(page)


@pytest.mark.parametrize("address", OWN)
def test_each_way_of_a_frame_opens_to_whom_it_is_shown(address, town, signed_in):
    for who in (town.planner, town.manager, town.substitute().user):
        browser = signed_in(who)
        opened = {way: browser.get(way).status_code for way in ways(browser.get(address).text)}
        assert set(opened.values()) == {200}, opened


def test_the_desks_page_of_her_account_leads_to_what_is_kept_of_her(town, signed_in):
    assert reverse("messaging:own_data") in signed_in(town.planner).get(reverse("wagtailadmin_account")).text
