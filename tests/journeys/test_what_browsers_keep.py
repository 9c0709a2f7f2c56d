"""What a browser keeps of the desk, where Wagtail's own scripts remember how its panels stand."""

from playwright.sync_api import expect

from home.demo.cast import COLLEAGUES
from portal import cookies
from scripts.browser import DESKTOP

JOHAN = COLLEAGUES[5]


def test_no_cookie_is_kept_at_the_desk_that_is_not_told_of(open_page, portal):
    desk = open_page(DESKTOP, JOHAN.username)
    desk.goto(f"{portal}/admin/")

    desk.locator(".sidebar__collapse-toggle").click()
    expect(desk.locator(".sidebar")).to_have_class("sidebar sidebar--slim")

    kept = {cookie["name"] for cookie in desk.context.cookies()}
    assert "wagtail_sidebar_collapsed" in kept
    assert kept <= {cookie.name for cookie in cookies.all_of_ours()}
    assert [name for name in desk.evaluate("Object.keys(localStorage)") if not name.startswith("wagtail:")] == []
