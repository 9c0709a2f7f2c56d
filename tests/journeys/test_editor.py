"""What editors do in a day, and who sees it."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from PIL import Image
from playwright.sync_api import Page, expect

from home.demo.cast import COLLEAGUES
from home.models import HomePage
from portal.pages.models import Contact, GuideIndexPage, GuidePage, StandardPage
from scripts.browser import DESKTOP

JOHAN, ANNA_LENA = COLLEAGUES[5], COLLEAGUES[6]
STEPS = [("Lägg nyckeln i asken", "Asken står i skåpet."), ("Ställ tillbaka asken", "Lås skåpet efter dig.")]


def test_what_an_editor_writes_is_seen_by_everybody_once_it_is_approved(open_page, portal, phone_page):
    guide = GuidePage.objects.get(slug="byt-mobilnummer")
    editor = open_page(DESKTOP, JOHAN.username)
    editor.goto(f"{portal}/admin/pages/{guide.pk}/edit/")
    editor.locator("#id_title").fill("Byta mobilnummer steg för steg")
    editor.get_by_role("button", name="Lämna in till Godkännande").first.click()
    expect(editor.locator(".messages")).to_contain_text("Byta mobilnummer steg för steg")
    heading = phone_page.get_by_role("heading", level=1)
    phone_page.goto(f"{portal}/guider/byt-mobilnummer/")
    expect(heading).not_to_have_text("Byta mobilnummer steg för steg")

    approve(open_page(DESKTOP, ANNA_LENA.username), portal, "Byta mobilnummer steg för steg")

    phone_page.reload()
    expect(heading).to_have_text("Byta mobilnummer steg för steg")


def approve(approver: Page, portal: str, title: str) -> None:
    """From her first page, where what waits for her stands."""
    approver.goto(f"{portal}/admin/")
    approver.get_by_role("link", name=title).first.click()
    approver.get_by_role("button", name="Fler åtgärder").click()
    approver.get_by_role("button", name="Godkänn och Publicera").click()
    expect(approver.locator(".messages")).to_contain_text(title)


@pytest.fixture
def drawing(tmp_path) -> Path:
    """A picture that nobody has uploaded before."""
    path = tmp_path / "skåp.png"
    Image.new("RGB", (640, 480), "#0e524c").save(path)
    return path


def test_a_guide_with_steps_and_a_picture_is_approved_and_seen_from_its_day(open_page, portal, phone_page, drawing):
    editor = open_page(DESKTOP, JOHAN.username)
    write_guide(editor, portal, "Så lämnar du nyckeln", drawing)
    schedule(editor, timezone.localdate() + timedelta(days=2))
    editor.get_by_role("button", name="Lämna in till Godkännande").first.click()
    expect(editor.locator(".messages")).to_contain_text("Så lämnar du nyckeln")

    approve(open_page(DESKTOP, ANNA_LENA.username), portal, "Så lämnar du nyckeln")
    assert phone_page.goto(f"{portal}/guider/sa-lamnar-du-nyckeln/").status == 404

    with time_machine.travel(timezone.now() + timedelta(days=3)):
        call_command("publish_scheduled")
    assert phone_page.reload().status == 200
    expect(phone_page.get_by_role("heading", name="Ställ tillbaka asken")).to_be_visible()
    assert phone_page.get_by_alt_text("Ett skåp i hallen").evaluate("picture => picture.naturalWidth") > 0


def write_guide(editor: Page, portal: str, title: str, picture: Path) -> None:
    """With two steps, the first with the picture."""
    guides = GuideIndexPage.objects.get(slug="guider")
    editor.goto(f"{portal}/admin/pages/add/pages/guidepage/{guides.pk}/")
    editor.locator("#id_title").fill(title)
    for number, (heading, text) in enumerate(STEPS):
        steps = editor.locator("#panel-child-innehall-steps-section")
        steps.get_by_role("button", name="Lägg till ett block").last.click()
        editor.locator(f"[name=steps-{number}-value-heading]").fill(heading)
        steps.locator(".public-DraftEditor-content").nth(number).fill(text)
    steps.get_by_role("button", name="Välj en bild").first.click()
    editor.get_by_role("tab", name="Ladda upp").click()
    editor.locator(".modal [type=file]").set_input_files(picture)
    editor.locator("[name=image-chooser-upload-title]").fill("Nyckelskåpet")
    editor.locator(".modal").get_by_role("button", name="Ladda upp").click()
    expect(editor.locator(".modal")).to_have_count(0)
    editor.locator("[name=steps-0-value-picture-alt_text]").fill("Ett skåp i hallen")


def schedule(editor: Page, day: date) -> None:
    editor.get_by_role("button", name="Växla status").click()
    editor.get_by_role("button", name="Sätt schema").first.click()
    editor.locator("[name=go_live_at]").fill(f"{day} 06:00")
    editor.locator("[name=go_live_at]").blur()  # a tab would open the calendar of the next field, over the button
    editor.get_by_role("button", name="Spara schema").click()


@pytest.fixture
def always_open(portal) -> Iterator[Contact]:
    """Who answers day and night, on every day of the week."""
    contact = Contact.objects.get(name="It-hjälpen")
    yield contact
    contact.exceptions = []
    contact.save()


def test_what_is_closed_for_a_holiday_is_seen_to_be_closed_at_once(open_page, portal, phone_page, always_open):
    card = phone_page.locator("section.contact").filter(has_text=always_open.name)
    phone_page.goto(f"{portal}/kontakt/")
    expect(card).to_contain_text("Öppet")

    close(open_page(DESKTOP, JOHAN.username), portal, always_open, timezone.localdate())

    phone_page.reload()
    expect(card).to_contain_text("Stängt")
    expect(card).not_to_contain_text("Öppet nu")


def close(editor: Page, portal: str, contact: Contact, day: date) -> None:
    """A date without hours is a date when it is closed."""
    editor.goto(f"{portal}/admin/snippets/pages/contact/edit/{contact.pk}/")
    editor.locator("#panel-exceptions-section").get_by_role("button", name="Lägg till ett block").first.click()
    editor.locator("[name=exceptions-0-value-date]").fill(day.isoformat())
    editor.locator("[name=exceptions-0-value-reason]").fill("Helgdag")
    editor.locator("[name=exceptions-0-value-reason]").press("Tab")
    editor.get_by_role("button", name="Spara").first.click()
    expect(editor.locator(".messages")).to_contain_text(contact.name)


@pytest.fixture
def two_pages(portal) -> Iterator[list[StandardPage]]:
    """Beside each other, so that one can be moved below the other."""
    home = HomePage.objects.filter(locale__language_code="sv").get()
    named = {"packlistan": "Packlistan", "infor-forsta-dagen": "Inför första dagen"}
    body = [("heading", "Det här tar du med")]
    made = [StandardPage(title=title, slug=slug, intro="Om att ta med.", body=body) for slug, title in named.items()]
    yield [home.add_child(instance=page) for page in made]
    for page in made:
        StandardPage.objects.filter(slug=page.slug).first().delete()


def test_the_old_address_of_a_page_that_is_moved_leads_right(open_page, portal, phone_page, two_pages):
    moved, above = two_pages
    editor = open_page(DESKTOP, ANNA_LENA.username)
    editor.goto(f"{portal}/admin/pages/{moved.pk}/move/")
    form = editor.locator("form", has=editor.locator("[name=new_parent_page]"))
    form.get_by_label("Handlingar").click()
    editor.locator("[data-chooser-action-choose]:visible").first.click()
    chooser = editor.locator(".modal")
    chooser.locator("input[type=text], input[type=search]").first.fill(above.title)
    chooser.get_by_role("link", name=above.title).first.click()
    form.locator("[type=submit]").last.click()
    editor.get_by_role("button", name="Ja, flytta sidan").click()
    editor.wait_for_url(f"**/admin/pages/{above.pk}/**")

    phone_page.goto(f"{portal}/packlistan/")
    expect(phone_page).to_have_url(f"{portal}/infor-forsta-dagen/packlistan/")
    expect(phone_page.get_by_role("heading", level=1)).to_have_text("Packlistan")
