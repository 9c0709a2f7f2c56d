"""Her calendar for everybody: by keyboard, on the smallest screen, with two windows, in her own time."""

import pytest
from playwright.sync_api import expect

from booking.models import Availability
from scripts.browser import DESKTOP, PHONE
from tests.journeys.calendars import next_week, put_in, said, somebody
from tests.page_checks import assert_accessible, assert_good_page


@pytest.fixture
def me(portal):
    return somebody()


@pytest.fixture
def coming():
    return next_week()


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
