"""The head of a workplace at her phone: few taps, and she sees how it goes."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from booking.models import Booking, Order
from booking.operations import bookings
from home.demo.cast import COLLEAGUES, SUBSTITUTES
from people.models import Substitute, User
from portal.templatetags.times import day
from scripts.browser import PHONE
from tests.page_checks import assert_accessible, assert_as_wide_as_its_window

EVA, MATS, KARIN, SAMIR = COLLEAGUES[0], COLLEAGUES[1], COLLEAGUES[2], COLLEAGUES[3]
TOMASZ = SUBSTITUTES[8]


class Taps:
    """Counts what is tapped on."""

    def __init__(self) -> None:
        self.number = 0

    def on(self, target: Locator) -> None:
        target.click()
        self.number += 1


def key_of(page: Page) -> str:
    page.wait_for_url(re.compile(r"/bestallningar/[0-9a-f-]{36}/$"))
    return page.url.rstrip("/").split("/")[-1]


def order_for(page: Page, portal: str, on: date) -> Order:
    """Mats orders a child carer for a day far ahead, when nobody else is at work on it."""
    page.goto(f"{portal}/bestallningar/ny/")
    page.get_by_role("link", name="Stängning").click()
    page.locator("label", has_text="Annan dag").first.click()
    page.get_by_label("Annan dag").last.fill(on.isoformat())
    page.locator("label.pill", has_text="Utbildning").click()
    page.get_by_label("Låt portalen tillsätta").uncheck()
    page.get_by_role("button", name="Beställ vikarie").click()
    return Order.objects.get(pk=key_of(page))


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_usual_shift_is_ordered_with_four_taps_from_the_start(open_page, portal, javascript):
    page, taps = open_page(PHONE, MATS.username, javascript=javascript), Taps()
    page.goto(f"{portal}/bestallningar/")

    taps.on(page.get_by_role("link", name="Ny beställning"))
    taps.on(page.get_by_role("link", name="Stängning"))
    taps.on(page.locator("label.pill", has_text="Sjuk"))
    taps.on(page.get_by_role("button", name="Beställ vikarie"))

    order = Order.objects.get(pk=key_of(page))
    assert taps.number == 4
    assert (order.workplace.name, order.reason.name) == ("Förskolan Kastanjen", "Sjuk")
    assert timezone.localtime(order.starts).strftime("%H:%M") == "09:00"


def test_the_form_says_what_it_comes_to_and_mends_a_start_that_is_too_soon(open_page, portal):
    page = open_page(PHONE, EVA.username)
    page.goto(f"{portal}/bestallningar/ny/")
    page.get_by_role("link", name="Kväll").click()
    page.locator(".near-days label").nth(2).click()
    in_two_days = timezone.localdate() + timedelta(days=2)
    expect(page.locator("#hander")).to_contain_text(f"1 vikarie {day(in_two_days)} 14.00–21.30")

    page.locator(".near-days label").first.click()
    page.get_by_label("Börjar").fill(timezone.localtime().strftime("%H:%M"))
    page.get_by_label("Slutar").fill("23:59")
    page.get_by_label("Slutar").press("Tab")
    page.get_by_role("button", name="Använd").click()
    expect(page.locator("#hander")).to_contain_text("1 vikarie i dag")
    assert_accessible(page)


def test_she_sees_who_comes_without_doing_anything_and_keeps_her_place(open_page, portal):
    page = open_page(PHONE, MATS.username)
    order = order_for(page, portal, timezone.localdate() + timedelta(days=61))
    page.goto(f"{portal}/bestallningar/")
    link = page.locator(f"#pass-{order.pk}")
    link.focus()
    before = page.evaluate("scrollY")

    substitute = Substitute.objects.get(user__username=TOMASZ.username)
    planner = User.objects.get(username=SAMIR.username)
    bookings.book(order, substitute, by=planner, at=timezone.now(), reason="Överenskommet")

    expect(page.locator("#kvittens")).to_contain_text(f"{TOMASZ.name} är bokad", timeout=30_000)
    expect(page.locator("article", has=link)).to_contain_text(f"{TOMASZ.name} kommer")
    assert page.evaluate("document.activeElement.id") == f"pass-{order.pk}"
    assert before >= 0
    assert_accessible(page)
    assert_as_wide_as_its_window(page)


def test_worked_time_is_confirmed_with_a_tap_and_taken_back(open_page, portal):
    page = open_page(PHONE, EVA.username)
    page.goto(f"{portal}/bestallningar/arbetad-tid/")
    card = page.locator("article.worked").first
    action = card.locator("form").first.get_attribute("action") or ""
    booking = Booking.objects.get(pk=action.split("/")[-3])

    card.get_by_role("button", name="Stämmer").click()
    expect(page.locator("#kvittens")).to_contain_text("tiden är bekräftad")
    page.locator("#kvittens").get_by_role("button", name="Ångra").click()
    expect(page.locator("#kvittens")).to_contain_text("inte bekräftad längre")
    booking.refresh_from_db()
    assert booking.attested_at is None
    assert_accessible(page)
