"""A workplace needs somebody, and somebody comes."""

import re
from datetime import date, time, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from booking.models import Booking, Order, Policy
from home.demo.cast import COLLEAGUES, SUBSTITUTES
from scripts.browser import DESKTOP, PHONE

AMIRA, LARS_ERIK = SUBSTITUTES[0], SUBSTITUTES[1]
EVA, KARIN = COLLEAGUES[0], COLLEAGUES[2]
NEVER_QUIET = {"quiet_from": time(0), "quiet_to": time(0)}


def place(page: Page, portal: str, day: date, starts: str = "07:00", ends: str = "15:30") -> str:
    """The manager places an order at Solgården; answers with the order's key."""
    page.goto(f"{portal}/bestallningar/")
    page.get_by_role("link", name="Beställ vikarie").click()
    page.get_by_label("Arbetsplats").select_option(label="Solgården")
    page.get_by_label("Yrke").select_option(label="undersköterska")
    page.get_by_text("Annan dag", exact=True).click()
    page.locator("[name=day]").fill(day.isoformat())
    page.get_by_label("Börjar").fill(starts)
    page.get_by_label("Slutar").fill(ends)
    page.get_by_text("Sjuk", exact=True).click()
    page.locator("summary", has_text="Mer om passet").click()
    page.get_by_label("Vem som ersätts").fill("Anita på plan 2")
    page.get_by_role("button", name="Beställ vikarie").click()
    page.wait_for_url("**/bestallningar/*-*/**")
    return page.url.rstrip("/").split("/")[-1]


def own_day(days_ahead: int) -> date:
    """A day that no other journey books."""
    return timezone.localdate() + timedelta(days=days_ahead)


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_order_advert_interest_booking_sms_and_calendar(open_page, portal, javascript):
    day = own_day(40 if javascript else 44)
    manager = open_page(PHONE, EVA.username, javascript=javascript)
    key = place(manager, portal, day)
    expect(manager.get_by_role("main")).to_contain_text("Passet syns i Lediga jobb")

    substitute = open_page(PHONE, AMIRA.username, javascript=javascript)
    substitute.goto(f"{portal}/lediga-jobb/{key}/")
    expect(substitute.get_by_role("main")).not_to_contain_text("Anita")
    substitute.get_by_role("button", name="Anmäl intresse").click()
    expect(substitute.get_by_role("heading", name="Intresse skickat")).to_be_visible()

    planner = open_page(DESKTOP, KARIN.username)
    planner.goto(f"{portal}/admin/bestallningar/inspect/{key}/")
    first = planner.locator(".vp-cand").first
    expect(first).to_contain_text(AMIRA.name)
    expect(first).to_contain_text("Har anmält intresse")
    first.get_by_role("button", name="Boka").click()
    expect(planner.get_by_role("main")).to_contain_text(AMIRA.name)

    phone = open_page(PHONE)
    read_the_sms(phone, portal, AMIRA.name, f"Bokad: Solgården, .*{day.day} ")

    substitute.goto(f"{portal}/kalender/?manad={day:%Y-%m}")
    booked = substitute.locator(f"a[href*='{day.isoformat()}'], td:has-text('{day.day}')").filter(has_text="Solgården")
    expect(booked.first).to_be_visible()
    substitute.goto(f"{portal}/bokningar/")
    expect(substitute.get_by_role("main")).to_contain_text("Solgården")

    manager.goto(f"{portal}/bestallningar/{key}/")
    expect(manager.get_by_role("main")).to_contain_text(AMIRA.name)


def read_the_sms(page: Page, portal: str, name: str, words: str) -> None:
    """Look at the demo's phone until the SMS has come through the queue."""
    page.goto(f"{portal}/demo/")
    page.get_by_role("link", name=name).click()
    bubble = page.locator(".sms").filter(has_text=re.compile(words))
    for _ in range(20):
        if bubble.count():
            break
        page.wait_for_timeout(500)
        page.reload()
    expect(bubble.first).to_be_visible()


def asked_at_any_hour(key: str) -> None:
    """The journey is walked at night too, when an enquiry would wait for the morning."""
    Policy.objects.update_or_create(workplace=Order.objects.get(pk=key).workplace, defaults=NEVER_QUIET)


def test_an_enquiry_is_answered_from_the_phone(open_page, portal):
    key = place(open_page(PHONE, EVA.username), portal, own_day(48))
    asked_at_any_hour(key)
    planner = open_page(DESKTOP, KARIN.username)
    planner.goto(f"{portal}/admin/bestallningar/inspect/{key}/")
    row = planner.locator(".vp-cand").filter(has_text=LARS_ERIK.name)
    row.get_by_role("button", name="Fråga").click()
    expect(planner.locator(".vp-cand").filter(has_text=LARS_ERIK.name)).to_contain_text("Frågad")

    phone = open_page(PHONE)
    read_the_sms(phone, portal, LARS_ERIK.name, rf"Kan du jobba .*{own_day(48).day} ")
    code = Order.objects.get(pk=key).enquiries.get().code
    phone.get_by_label("Skriv ett sms").fill(f"ja {code}")
    phone.get_by_role("button", name="Skicka").click()

    read_the_sms(phone, portal, LARS_ERIK.name, rf"Bokad: Solgården, .*{own_day(48).day} ")
    assert Booking.objects.occupying().get(order=key).substitute.user.username == LARS_ERIK.username


def test_a_cancelled_booking_opens_the_order_again(open_page, portal):
    key = place(open_page(PHONE, EVA.username), portal, own_day(52))
    planner = open_page(DESKTOP, KARIN.username)
    planner.goto(f"{portal}/admin/bestallningar/inspect/{key}/")
    planner.locator(".vp-cand").first.get_by_role("button", name="Boka").click()
    planner.get_by_text("Avboka").first.click()
    planner.get_by_label("Orsak").select_option(label="vikarien anmälde frånvaro")
    planner.get_by_role("button", name="Avboka").last.click()

    expect(planner.get_by_role("main")).to_contain_text("Saknar vikarie")
    assert Order.objects.get(pk=key).status == Order.Status.OPEN


def test_the_back_button_and_a_second_click_book_no_second_time(open_page, portal):
    key = place(open_page(PHONE, EVA.username), portal, own_day(56))
    planner = open_page(DESKTOP, KARIN.username)
    address = f"{portal}/admin/bestallningar/inspect/{key}/"
    planner.goto(address)
    planner.locator(".vp-cand").first.get_by_role("button", name="Boka").click()
    planner.wait_for_load_state()
    planner.go_back()
    stale = planner.locator(".vp-cand").nth(1).get_by_role("button", name="Boka")
    if stale.count():
        stale.click()
        expect(planner.get_by_role("main")).to_contain_text("redan bokat")

    assert Booking.objects.occupying().filter(order=key).count() == 1


def test_a_form_that_is_wrong_says_so_beside_the_field_and_keeps_what_was_typed(open_page, portal):
    page = open_page(PHONE, EVA.username)
    page.goto(f"{portal}/bestallningar/ny/")
    page.get_by_label("Arbetsplats").select_option(label="Solgården")
    page.locator("label", has_text="Annan dag").first.click()
    page.get_by_label("Annan dag").last.fill("2020-01-01")
    page.get_by_label("Börjar").fill("07:00")
    page.get_by_label("Slutar").fill("15:30")
    page.locator("summary", has_text="Mer om passet").click()
    page.get_by_label("Vem som ersätts").fill("Anita")
    page.locator("form[action*='bestallningar']").evaluate("form => form.noValidate = true")
    page.get_by_role("button", name="Beställ vikarie").click()

    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_label("Vem som ersätts")).to_have_value("Anita")
    expect(page.get_by_label("Annan dag").last).to_have_attribute("aria-invalid", "true")
