"""Her calendar: a week in a few taps, changed, copied and undone; with a thumb, a keyboard, or no script."""

import time
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db.models import F
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from booking.models import Availability
from booking.weeks import Week, local_day
from home.demo.cast import SUBSTITUTES
from people.models import Area, Occupation, Substitute, User
from scripts.browser import DESKTOP, PHONE
from tests.factories.people import AgreementFactory, SubstituteFactory
from tests.page_checks import assert_accessible, assert_good_page

WITH_AND_WITHOUT = pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])


@pytest.fixture
def me(portal) -> Substitute:
    """Somebody whose calendar is empty."""
    hand = SubstituteFactory(user__username=f"kal{uuid4().hex[:8]}", user__first_name="Nora", user__last_name="Lind")
    hand.user.password = User.objects.get(username=SUBSTITUTES[0].username).password  # as the portal keeps one
    hand.user.save()
    AgreementFactory(substitute=hand, area=Area.objects.first(), occupation=Occupation.objects.first())
    return hand


@pytest.fixture
def coming() -> Week:
    return Week.of(local_day(timezone.now())).after


def said(me) -> list[tuple[str, int, str]]:
    rows = Availability.objects.filter(substitute=me).order_by("starts")
    return [
        (row.kind, timezone.localtime(row.starts).isoweekday(), f"{timezone.localtime(row.starts):%H}") for row in rows
    ]


class Thumb:
    """Counts its taps."""

    def __init__(self) -> None:
        self.taps = 0

    def on(self, target: Locator) -> None:
        self.taps += 1
        target.click()


def put_in(page: Page, portal: str, *days: str, often: str = "") -> None:
    """By the form's own page."""
    page.goto(f"{portal}/kalender/lagg-tid/")
    for day in days:
        page.get_by_role("checkbox", name=day).check(force=True)
    if often:
        page.get_by_role("radio", name=often).check(force=True)
    page.get_by_role("button", name="Spara").click()
    page.wait_for_url("**/kalender/vecka/**")


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


def test_a_week_by_keyboard_alone(open_page, portal, me):
    page = open_page(DESKTOP, me.user.username)
    page.goto(f"{portal}/kalender/")

    page.get_by_role("link", name="Lägg in tid").first.focus()
    page.keyboard.press("Enter")
    sheet = page.get_by_role("dialog", name="Lägg in tid")
    expect(sheet).to_be_visible()
    for _step in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "dag":
            break
    page.keyboard.press("Space")
    expect(sheet.get_by_role("checkbox", name="måndag")).to_be_checked()
    page.keyboard.press("Enter")

    expect(page.locator("#kvittens")).to_contain_text("Sparat.")
    undo = page.get_by_role("button", name="Ångra")
    for _step in range(12):
        page.keyboard.press("Tab")
        if undo.evaluate("button => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("#kvittens")).to_contain_text("Ångrat.")
    assert said(me) == []


def test_undo_leaves_after_ten_seconds_unless_somebody_is_at_it(open_page, portal, me):
    page = open_page(DESKTOP, me.user.username)
    page.clock.install()
    put_in(page, portal, "måndag")
    undo = page.get_by_role("button", name="Ångra")
    expect(undo).to_be_visible()
    page.wait_for_timeout(400)  # the receipt has been read out by then
    assert not undo.evaluate("button => button === document.activeElement")

    undo.focus()
    page.clock.fast_forward(11_000)
    expect(undo).to_be_visible()

    page.get_by_role("main").focus()
    page.clock.fast_forward(11_000)
    expect(undo).to_be_hidden()
    expect(page.locator("#kvittens")).to_contain_text("Sparat.")


def test_two_windows_a_double_click_and_the_way_back_give_no_double_rows(open_page, portal, me):
    one, other = (open_page(PHONE, me.user.username) for _window in range(2))
    for page in (one, other):
        page.goto(f"{portal}/kalender/lagg-tid/")
        page.get_by_role("checkbox", name="måndag").check(force=True)
    one.get_by_role("button", name="Spara").dblclick()
    one.wait_for_url("**/kalender/vecka/**")
    other.get_by_role("button", name="Spara").click()
    other.wait_for_url("**/kalender/vecka/**")
    one.go_back()
    one.get_by_role("button", name="Spara").click()
    one.wait_for_url("**/kalender/vecka/**")

    assert said(me) == [("available", 1, "07")]


def test_month_or_week_is_remembered_without_a_script(open_page, portal, me):
    page = open_page(PHONE, me.user.username, javascript=False)
    page.goto(f"{portal}/kalender/")

    page.get_by_role("link", name="Vecka", exact=True).click()
    page.goto(f"{portal}/kalender/")

    expect(page.get_by_role("link", name="Vecka", exact=True)).to_have_attribute("aria-current", "page")


def test_every_state_is_in_order_on_the_smallest_screen(open_page, portal, me, coming):
    page = open_page(PHONE, me.user.username, scheme="dark")
    put_in(page, portal, "måndag", "onsdag", often="Varje vecka")
    assert_good_page(page)  # with its receipt
    block = Availability.objects.filter(substitute=me).order_by("starts").first()
    day = coming.monday.isoformat()
    page.set_viewport_size({"width": 320, "height": 640})
    for address in (
        "/kalender/",
        f"/kalender/vecka/?vecka={coming}",
        f"/kalender/vecka/?vecka={coming.later(60)}",
        f"/kalender/dag/{day}/",
        f"/kalender/tid/{block.pk}/andra/?den={day}",
        f"/kalender/tid/{block.pk}/andra/?den={day}&alla=",
        f"/kalender/kopiera/?vecka={coming.after}",
    ):
        page.goto(portal + address)
        assert_good_page(page)
    page.goto(f"{portal}/kalender/")
    page.get_by_role("link", name="Lägg in tid").first.click()
    assert_accessible(page)


def test_a_mistake_is_told_and_nothing_typed_is_lost(open_page, portal, me):
    page = open_page(PHONE, me.user.username)
    page.goto(f"{portal}/kalender/lagg-tid/")
    page.get_by_role("radio", name="Egen tid").check(force=True)
    page.get_by_label("Från", exact=True).fill("09:15")
    page.get_by_role("button", name="Spara").click()

    expect(page.get_by_role("alert").first).to_contain_text("Välj minst en dag.")
    expect(page.get_by_label("Från", exact=True)).to_have_value("09:15")
    assert_accessible(page)
