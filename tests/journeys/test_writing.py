"""A planner writes to many at once, and reads what comes back; the system owner words a message."""

import re

import pytest
from playwright.sync_api import Page, expect

from booking.models import Policy
from home.demo.cast import COLLEAGUES, SUBSTITUTES
from people.models import Area
from scripts.browser import DESKTOP, PHONE
from tests.journeys.test_from_order_to_shift import NEVER_QUIET, read_the_sms
from tests.page_checks import assert_good_desk_page

AMIRA = SUBSTITUTES[0]
KARIN, ANNA_LENA = COLLEAGUES[2], COLLEAGUES[6]
CAKE = "\N{SHORTCAKE}"


def written_to_at_any_hour() -> None:
    """The journey is walked at night too, when what a planner writes would wait for the morning."""
    for area in Area.objects.all():
        Policy.objects.update_or_create(area=area, defaults=NEVER_QUIET)


def main(page: Page):
    return page.get_by_role("main")


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_she_sees_to_how_many_and_what_it_costs_before_it_is_sent_and_how_it_went_after(open_page, portal, javascript):
    written_to_at_any_hour()
    page = open_page(DESKTOP, KARIN.username, javascript=javascript)
    page.goto(f"{portal}/admin/skriv/urval/")
    words = f"Vi ses på torsdag, {'med' if javascript else 'utan'} kaffe. {CAKE}"
    page.get_by_label("Meddelande").fill(words)
    if not javascript:
        page.get_by_role("button", name="Förhandsgranska").click()
    expect(main(page)).to_contain_text("Kan inte besvaras.")
    expect(main(page)).to_contain_text("En emoji gör sms:et dubbelt så dyrt.")
    if javascript:  # without it nothing can be asked of the page from within
        assert_good_desk_page(page)

    page.get_by_label("Meddelande").fill(words.removesuffix(CAKE))
    page.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_role("heading", name="Stämmer det här?")).to_be_visible()
    if javascript:
        assert_good_desk_page(page)
    page.get_by_role("button", name=re.compile(r"Skicka till \d+ vikarier, \d+ sms")).click()

    expect(page.get_by_role("heading", name="Hur det gick").first).to_be_visible()
    expect(main(page)).to_contain_text(AMIRA.name)
    read_the_sms(open_page(PHONE), portal, AMIRA.name, re.escape(words.removesuffix(f" {CAKE}")))


def test_who_is_left_out_is_counted_at_once(open_page, portal):
    page = open_page(DESKTOP, KARIN.username)
    page.goto(f"{portal}/admin/skriv/urval/")
    before = int(page.locator("#antal").inner_text().split()[0])
    page.get_by_text("Visa namnen, och välj bort").click()

    page.get_by_label(AMIRA.name).check()

    expect(page.locator("#antal")).to_contain_text(f"{before - 1} vikarier av")
    page.get_by_label("Kan bokas").uncheck()
    expect(page.get_by_label(AMIRA.name)).to_be_checked()


def test_what_was_read_by_mistake_waits_again(open_page, portal):
    page = open_page(DESKTOP, KARIN.username)
    page.goto(f"{portal}/admin/sms/")
    waiting = page.locator("#rader > li")
    before = waiting.count()

    waiting.first.get_by_role("button", name="Läst").click()
    expect(page.locator("#rader > li")).to_have_count(before - 1)
    page.get_by_role("button", name="Ångra").first.click()

    expect(page.locator("#rader > li")).to_have_count(before)


def test_the_system_owner_sees_how_her_words_read_as_she_writes_them(open_page, portal):
    page = open_page(DESKTOP, ANNA_LENA.username)
    page.goto(f"{portal}/admin/meddelandetexter/enquiry.lost/sv/")

    page.get_by_label("Text").fill("Tyvärr gick {plats} till någon annan.")
    expect(main(page)).to_contain_text("Texten måste ha med {dag} och {tid}.")
    page.get_by_label("Text").fill("Tyvärr gick {plats} {dag} {tid} till någon annan.")
    expect(main(page)).to_contain_text("Tyvärr gick Björkgården onsdag 13 maj 07.00-16.00 till någon annan.")
    page.get_by_role("button", name="Spara").click()

    expect(main(page)).to_contain_text("Egna ord")
    page.goto(f"{portal}/admin/meddelandetexter/enquiry.lost/sv/")
    page.get_by_role("button", name="Gå tillbaka till portalens ord").click()
    expect(main(page)).to_contain_text("Portalens ord igen")
