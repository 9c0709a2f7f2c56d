"""She asks for a new workplace on her phone, a planner lets her be introduced, and the workplace knows."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from booking.models import Booking
from home.demo.cast import COLLEAGUES, SUBSTITUTES
from scripts.browser import DESKTOP, PHONE
from tests.journeys.test_from_order_to_shift import read_the_sms
from tests.page_checks import assert_good_desk_page, assert_good_page

LINH = SUBSTITUTES[9]
EVA, KARIN = COLLEAGUES[0], COLLEAGUES[2]


def ask(page: Page, portal: str, place: str, *, looked_at: bool) -> None:
    """From her own page to a request that waits; every state of it in order."""
    page.goto(f"{portal}/profil/arbetsplatser/")
    page.get_by_role("link", name="Be om en ny arbetsplats").click()
    page.get_by_role("button", name="Skicka").click()
    expect(page.get_by_role("main")).to_contain_text("Välj i listan.")
    if looked_at:
        assert_good_page(page)
    page.get_by_label("Arbetsplats").select_option(label=place)
    page.get_by_label("Något vi bör veta").fill("Jag har gått kursen i äldreomsorg.")
    page.get_by_role("button", name="Skicka").click()
    asked = page.locator("article").filter(has_text=place)
    expect(asked).to_contain_text("Väntar på svar")
    if looked_at:
        assert_good_page(page)


def answer(page: Page, portal: str, place: str, days_ahead: int) -> None:
    """Found among what is to be done; an agreement first, then the shift."""
    page.goto(f"{portal}/admin/att-gora/")
    task = page.locator(".vp-cand").filter(has_text=f"{LINH.name} vill jobba på en ny arbetsplats")
    task.filter(has_text=place).get_by_role("link", name="Svara").click()
    expect(page.get_by_role("main")).to_contain_text("Inget avtal når arbetsplatsen.")
    assert_good_desk_page(page)
    page.get_by_label("Yrke").select_option(label="undersköterska")
    page.get_by_role("button", name="Lägg till avtalet").click()
    expect(page.get_by_role("main")).to_contain_text("Nu kan du planera introduktionen.")
    assert_good_desk_page(page)
    plan = page.locator("form[action$='/introduktion/']")
    plan.get_by_label("Dag", exact=True).fill((timezone.localdate() + timedelta(days=days_ahead)).isoformat())
    plan.get_by_label("Börjar").fill("08:00")
    plan.get_by_label("Slutar").fill("12:00")
    plan.get_by_label("Rast, minuter").fill("0")
    plan.get_by_role("button", name="Boka introduktionen").click()
    expect(page.get_by_role("main")).to_contain_text("Introduktionen är bokad.")
    assert_good_desk_page(page)


@pytest.mark.parametrize(
    ("place", "days_ahead", "javascript"),
    [("Björkgården", 61, True), ("Solgården", 63, False)],
    ids=["with JavaScript", "without JavaScript"],
)
def test_she_asks_the_planner_plans_and_all_know(open_page, portal, place, days_ahead, javascript):
    phone = open_page(PHONE, LINH.username, javascript=javascript)
    ask(phone, portal, place, looked_at=javascript)

    answer(open_page(DESKTOP, KARIN.username), portal, place, days_ahead)

    phone.goto(f"{portal}/profil/arbetsplatser/")
    asked = phone.locator("article").filter(has_text=place)
    expect(asked).to_contain_text("Introduktion bokad")
    asked.get_by_role("link", name="Visa passet").click()
    expect(phone.get_by_role("main")).to_contain_text("Introduktion")
    read_the_sms(open_page(PHONE), portal, LINH.name, f"Introduktion bokad: {place}, ")
    booking = Booking.objects.get(substitute__user__username=LINH.username, order__workplace__name=place)
    manager = open_page(PHONE, EVA.username)
    manager.goto(f"{portal}/bestallningar/{booking.order_id}/")
    expect(manager.get_by_role("main")).to_contain_text(f"{LINH.name} kommer")
    expect(manager.get_by_role("definition").filter(has_text="Introduktion")).to_be_visible()
