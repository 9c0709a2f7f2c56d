"""A planner's list of orders: narrowed, kept as a view, and acted on several at once."""

import uuid
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from booking.models import Order, SavedView
from booking.operations import orders
from home.demo.cast import COLLEAGUES
from people.models import User
from scripts.browser import DESKTOP, PHONE
from tests.factories.booking import OrderFactory
from tests.page_checks import assert_as_wide_as_its_window, assert_good_desk_page

KARIN, SAMIR = COLLEAGUES[2], COLLEAGUES[3]
FAR = timedelta(days=400)
"""Farther ahead than any other journey looks."""


@pytest.fixture
def two_orders(portal) -> Iterator[list[Order]]:
    """Two of Samir's that nobody else looks at, found by where the contact is."""
    shift = Order.objects.filter(workplace__name="Västra skolan").latest("starts")
    placed = {
        "workplace": shift.workplace,
        "occupation": shift.occupation,
        "reason": shift.reason,
        "placed_by": User.objects.get(username=SAMIR.username),
        "contact": uuid.uuid4().hex,
    }
    made = [OrderFactory(starts=shift.starts + FAR, ends=shift.ends + FAR, **placed) for _seat in range(2)]
    yield made
    Order.objects.filter(pk__in=[order.pk for order in made]).update(status=Order.Status.CANCELLED)


@pytest.mark.parametrize("javascript", [True, False])
def test_two_orders_are_stopped_at_once_and_each_says_what_became_of_it(open_page, portal, two_orders, javascript):
    orders.cancel(two_orders[1], by=two_orders[1].placed_by, at=timezone.now(), note="prov")
    page = open_page(DESKTOP, SAMIR.username, javascript=javascript)
    page.goto(f"{portal}/admin/bestallningar/?when=alla&q={two_orders[0].contact}&status=open&status=cancelled")

    page.get_by_label("på sidan").first.check()
    page.get_by_role("button", name="Stoppa").click()
    expect(page.get_by_text("Stoppas. Inget mer går ut")).to_have_count(1)
    page.get_by_role("button", name="Stoppa").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Stoppa: så gick det")
    expect(page.get_by_text("1 klar")).to_be_visible()
    assert Order.objects.get(pk=two_orders[0].pk).stopped_at


def test_what_will_happen_and_what_happened_are_in_order_on_a_phone_and_at_a_desk(open_page, portal, two_orders):
    for width in (PHONE, DESKTOP):
        page = open_page(width, SAMIR.username)
        page.goto(f"{portal}/admin/bestallningar/?when=alla&q={two_orders[0].contact}&status=open")
        page.get_by_label("Välj alla på sidan").check()
        page.get_by_role("button", name="Lägg ut i Lediga jobb").click()
        expect(page.get_by_role("heading", name="Det här händer")).to_be_visible()
        assert_good_desk_page(page)
        page.get_by_role("button", name="Lägg ut i Lediga jobb").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Lägg ut i Lediga jobb: så gick det")
        assert_good_desk_page(page)
        assert_as_wide_as_its_window(page)


def test_a_view_is_kept_by_keyboard_alone(open_page, portal):
    page = open_page(DESKTOP, KARIN.username)
    page.goto(f"{portal}/admin/bestallningar/?when=idag&status=open")

    page.locator("summary", has_text="Spara vyn").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Vyns namn").focus()
    page.keyboard.type("Morgonens")
    page.keyboard.press("Enter")

    current = page.get_by_role("link", name="Morgonens")
    expect(current).to_have_attribute("aria-current", "true")
    assert SavedView.objects.get(name="Morgonens").query == "when=idag&status=open"
    SavedView.objects.filter(name="Morgonens").delete()


def test_a_list_is_taken_as_a_file(open_page, portal):
    page = open_page(DESKTOP, KARIN.username)
    page.goto(f"{portal}/admin/bestallningar/")

    with page.expect_download() as taken:
        page.get_by_role("button", name="Hämta som Excel").click()

    assert taken.value.suggested_filename.endswith(".xlsx")
