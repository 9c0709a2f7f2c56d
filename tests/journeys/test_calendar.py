"""Her calendar: a week in a few taps, changed, copied and undone; with a thumb, a keyboard, or no script."""

import time
from datetime import timedelta

import pytest
from django.db.models import F
from playwright.sync_api import Locator, expect

from booking.models import Availability
from scripts.browser import PHONE
from tests.journeys.calendars import next_week, put_in, said, somebody
from tests.page_checks import assert_accessible

WITH_AND_WITHOUT = pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])


@pytest.fixture
def me(portal):
    return somebody()


@pytest.fixture
def coming():
    return next_week()


class Thumb:
    """Counts its taps."""

    def __init__(self) -> None:
        self.taps = 0

    def on(self, target: Locator) -> None:
        self.taps += 1
        target.click()


def test_a_week_takes_six_taps_and_half_a_minute(open_page, portal, me, coming):
    phone, thumb = open_page(PHONE, me.user.username), Thumb()
    phone.goto(f"{portal}/min-sida/")
    began = time.monotonic()

    thumb.on(phone.get_by_role("navigation", name="Huvudmeny").get_by_role("link", name="Kalender"))
    thumb.on(phone.get_by_role("link", name="Lägg in tid").first)
    sheet = phone.get_by_role("dialog", name="Lägg in tid")
    thumb.on(sheet.get_by_role("checkbox", name="tisdag"))
    thumb.on(sheet.get_by_role("checkbox", name="torsdag"))
    thumb.on(sheet.get_by_role("radio", name="Kväll"))
    expect(sheet.locator("output")).to_contain_text("Du kan bokas direkt tisdag och torsdag 15.00–21.30")
    thumb.on(sheet.get_by_role("button", name="Spara"))
    expect(phone.locator("#kvittens")).to_contain_text("Sparat. Du kan jobba: tisdag")

    assert thumb.taps <= 6
    assert time.monotonic() - began < 30
    assert said(me) == [("available", 2, "15"), ("available", 4, "15")]

    phone.goto(f"{portal}/kalender/lagg-tid/")
    expect(phone.get_by_role("checkbox", name="tisdag")).to_be_checked()
    expect(phone.get_by_role("radio", name="Kväll")).to_be_checked()


def test_last_week_is_copied_in_three_taps_and_undone_in_one(open_page, portal, me, coming):
    phone, thumb = open_page(PHONE, me.user.username), Thumb()
    put_in(phone, portal, "måndag", "fredag")
    a_week_ago = {"starts": F("starts") - timedelta(weeks=1), "ends": F("ends") - timedelta(weeks=1)}
    Availability.objects.filter(substitute=me).update(**a_week_ago)
    phone.goto(f"{portal}/min-sida/")
    before = said(me)

    thumb.on(phone.get_by_role("navigation", name="Huvudmeny").get_by_role("link", name="Kalender"))
    thumb.on(phone.get_by_role("link", name="Lägg in tid").first)
    thumb.on(phone.get_by_role("button", name="Kopiera", exact=True))
    expect(phone.locator("#kvittens")).to_contain_text(f"vecka {coming.before.number}")
    assert thumb.taps == 3

    thumb.on(phone.get_by_role("button", name="Ångra"))
    expect(phone.locator("#kvittens")).to_contain_text("Ångrat.")
    assert said(me) == before


@WITH_AND_WITHOUT
def test_a_block_is_put_in_changed_taken_away_and_undone(open_page, portal, me, coming, javascript):
    page = open_page(PHONE, me.user.username, javascript=javascript)
    put_in(page, portal, "onsdag")
    main, receipt = page.get_by_role("main"), page.locator("#kvittens")
    expect(main).to_contain_text("07.00–16.00")

    page.get_by_role("link", name="Ändra").click()
    page.get_by_role("radio", name="Egen tid").check(force=True)
    page.get_by_label("Från", exact=True).fill("09:15")
    page.get_by_label("Till", exact=True).fill("13:45")
    page.get_by_role("radio", name="Fråga mig först").check(force=True)
    page.get_by_role("button", name="Spara").click()
    expect(main).to_contain_text("09.15–13.45")

    page.get_by_role("button", name="Ta bort").click()
    expect(main).not_to_contain_text("09.15–13.45")
    receipt.get_by_role("button", name="Ångra").click()
    expect(main).to_contain_text("09.15–13.45")
    assert said(me) == [("ask_me", 3, "09")]


@WITH_AND_WITHOUT
def test_a_day_of_the_month_opens_with_what_may_be_done_about_it(open_page, portal, me, coming, javascript):
    page = open_page(PHONE, me.user.username, javascript=javascript)
    put_in(page, portal, "onsdag")
    wednesday = coming.days[2]
    page.goto(f"{portal}/kalender/?manad={wednesday:%Y-%m}")

    page.locator(f"a.day[href$='{wednesday.isoformat()}/']").click()

    shown = page.locator("#dagark") if javascript else page.get_by_role("main")
    expect(shown.get_by_role("heading", name=f"Onsdag {wednesday.day}")).to_be_visible()
    expect(shown.get_by_role("link", name="Ändra")).to_be_visible()
    expect(shown.get_by_role("link", name="Lägg in tid")).to_be_visible()
    shown.get_by_role("button", name="Ta bort").click()
    expect(page.locator("#kvittens")).to_contain_text("Borttaget")


def test_the_days_sheet_takes_the_focus_and_gives_it_back(open_page, portal, me):
    page = open_page(PHONE, me.user.username)
    page.goto(f"{portal}/kalender/")
    today = page.locator("a.day[aria-current=date]")

    today.focus()
    page.keyboard.press("Enter")
    sheet = page.locator("#dagark")
    expect(sheet.get_by_role("heading")).to_be_focused()
    assert_accessible(page, "#dagark")
    page.keyboard.press("Escape")

    expect(sheet).to_be_hidden()
    expect(today).to_be_focused()
