"""She gets a new number: the code comes to the telephone, and makes the number hers."""

import re

import pytest
from playwright.sync_api import expect

from home.demo.cast import SUBSTITUTES
from people.models import User
from scripts.browser import PHONE
from tests.page_checks import assert_good_page

LINH = SUBSTITUTES[9]


def code_on_the_telephone(page, portal, number) -> str:
    """As the demo's telephone shows it, when the queue has handed it over."""
    page.goto(f"{portal}/demo/telefon/{User.objects.get(username=LINH.username).pk}/")
    sms = page.locator(".sms", has_text="är din kod").filter(has_text=number)
    expect(sms).to_be_visible(timeout=30_000)
    return re.search(r"\d{6}", sms.inner_text())[0]


@pytest.mark.parametrize(("javascript", "number"), [(True, "070-174 06 98"), (False, "070-174 06 97")])
def test_a_new_number_is_hers_by_the_code_in_the_sms(open_page, portal, javascript, number):
    User.objects.filter(username=LINH.username).update(phone=LINH.phone, phone_verified=False)
    telephone, page = open_page(PHONE), open_page(PHONE, LINH.username, javascript=javascript)
    page.goto(f"{portal}/profil/")
    page.get_by_role("link", name="Byt nummer").click()
    page.get_by_label("Mobilnummer").fill(number)
    page.get_by_role("button", name="Skicka koden").click()
    page.wait_for_url("**/profil/mobilnummer/kod/")
    if javascript:
        assert_good_page(page)

    page.get_by_role("textbox", name="Kod").fill("000 000")
    page.get_by_role("button", name="Bekräfta").click()
    expect(page.locator("#id_code_error")).to_contain_text("Koden stämmer inte")
    page.get_by_role("textbox", name="Kod").fill(code_on_the_telephone(telephone, portal, number))
    page.get_by_role("button", name="Bekräfta").click()

    details = page.get_by_role("main")
    expect(details).to_contain_text(number)
    expect(details).to_contain_text("Bekräftat")
    assert User.objects.get(username=LINH.username).phone_verified
