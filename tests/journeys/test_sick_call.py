"""At six somebody calls in sick; before the shift begins somebody else has it, and whoever ordered knows who comes."""

from playwright.sync_api import Page, expect

from booking.models import Booking, Order
from home.demo.cast import COLLEAGUES, SUBSTITUTES
from scripts.browser import DESKTOP, PHONE
from tests.journeys.test_from_order_to_shift import asked_at_any_hour, own_day, place, read_the_sms

EVA, KARIN = COLLEAGUES[0], COLLEAGUES[2]
TEN_SECONDS = 10_000
NAMES = {person.username: person.name for person in SUBSTITUTES}


def order_page(page: Page, portal: str, key: str) -> Page:
    page.goto(f"{portal}/admin/bestallningar/inspect/{key}/")
    return page


def test_sick_call_order_wave_yes_by_sms_booked_and_the_manager_sees_the_name(open_page, portal):
    day = own_day(60)
    manager = open_page(PHONE, EVA.username)
    key = place(manager, portal, day, "06:00", "14:00")
    asked_at_any_hour(key)

    planner = order_page(open_page(DESKTOP, KARIN.username), portal, key)
    planner.get_by_role("button", name="Fråga alla").click()
    expect(planner.get_by_role("main")).to_contain_text("Förfrågan är skickad till")

    with_a_phone = Order.objects.get(pk=key).enquiries.put().exclude(substitute__user__phone="")
    enquiry = with_a_phone.select_related("substitute__user").order_by("rank").first()
    her = NAMES[enquiry.substitute.user.username]
    phone = open_page(PHONE)
    read_the_sms(phone, portal, her, rf"Kan du jobba .*{day.day} ")
    phone.get_by_label("Skriv ett sms").fill(f"ja {enquiry.code}")
    phone.get_by_role("button", name="Skicka").click()
    read_the_sms(phone, portal, her, rf"Bokad: Solgården, .*{day.day} ")

    # The planner has done nothing since: her page has read it anew.
    expect(planner.get_by_role("heading", name=f"{her} kommer")).to_be_visible(timeout=20_000)
    expect(planner.locator("[data-fresh-news]")).to_contain_text(f"{her} fick passet")
    manager.goto(f"{portal}/bestallningar/{key}/")
    expect(manager.get_by_role("main")).to_contain_text(her)


def test_an_order_is_filled_in_two_clicks_from_where_it_is_listed(open_page, portal):
    key = place(open_page(PHONE, EVA.username), portal, own_day(64))
    planner = open_page(DESKTOP, KARIN.username)
    planner.goto(f"{portal}/admin/bestallningar/")
    clicks = 0
    for button in (planner.locator(f"a[href*='{key}']").first, planner.locator(".vp-cand .vp-btn--primary").first):
        button.click()
        clicks += 1

    expect(planner.get_by_role("heading", name="kommer")).to_be_visible()
    assert Booking.objects.occupying().filter(order=key).exists()
    assert clicks == 2


def test_a_returned_order_is_booked_again_with_the_same_one(open_page, portal):
    key = place(open_page(PHONE, EVA.username), portal, own_day(68))
    planner = order_page(open_page(DESKTOP, KARIN.username), portal, key)
    planner.locator(".vp-cand").first.get_by_role("button", name="Boka").click()
    heading = planner.get_by_role("heading", name="kommer")
    expect(heading).to_be_visible()
    who = heading.inner_text().removesuffix(" kommer")

    planner.locator("summary", has_text="Returnera").click()
    planner.get_by_label("Varför går passet tillbaka?").fill("Fel avdelning")
    planner.get_by_role("button", name="Returnera passet").click()
    expect(planner.get_by_role("main")).to_contain_text("Returnerad till beställaren")
    planner.get_by_role("button", name="Boka samma igen").click()

    expect(planner.get_by_role("heading", name=f"{who} kommer")).to_be_visible()
    assert Order.objects.get(pk=key).status == Order.Status.BOOKED


def test_of_two_planners_the_second_sees_within_ten_seconds_and_undoes_nothing(open_page, portal):
    key = place(open_page(PHONE, EVA.username), portal, own_day(72))
    first, second = (order_page(open_page(DESKTOP, KARIN.username), portal, key) for _window in range(2))
    other = order_page(open_page(DESKTOP, KARIN.username, javascript=False), portal, key)
    second.locator("#fraga-hur-namn").focus()
    first.locator(".vp-cand").first.get_by_role("button", name="Boka").click()
    expect(first.get_by_role("heading", name="kommer")).to_be_visible()

    expect(second.get_by_role("heading", name="kommer")).to_be_visible(timeout=TEN_SECONDS)
    other.locator(".vp-cand").nth(1).get_by_role("button", name="Boka").click()
    expect(other.get_by_role("alert")).to_contain_text("edan bokat")
    assert Booking.objects.occupying().filter(order=key).count() == 1
