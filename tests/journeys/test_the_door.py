"""The way in, and out again."""

import re

import pytest
from playwright.sync_api import expect

from home.demo.cast import SUBSTITUTES
from tests.page_checks import assert_good_page

AMIRA = SUBSTITUTES[0]


@pytest.mark.parametrize("address", ["/", "/konto/login/", "/konto/password/reset/"])
def test_the_public_pages_are_in_order_on_a_phone_and_at_a_desk(phone_page, desktop_page, portal, address):
    for page in (phone_page, desktop_page):
        page.goto(portal + address)
        assert_good_page(page)


def test_a_substitute_signs_in_and_is_greeted_by_her_start_page(open_page, portal):
    page = open_page(username=AMIRA.username)

    expect(page).to_have_url(f"{portal}/min-sida/")
    expect(page.locator("body")).to_contain_text(AMIRA.first)


def test_a_wrong_password_is_refused_beside_the_form(phone_page, portal):
    phone_page.goto(f"{portal}/konto/login/")
    phone_page.locator("[name=login]").fill(AMIRA.username)
    phone_page.locator("[name=password]").fill("inte det rätta")
    phone_page.locator("[name=password]").press("Enter")

    expect(phone_page).to_have_url(re.compile("/konto/login/"))
    expect(phone_page.locator("[name=login]")).to_have_value(AMIRA.username)
