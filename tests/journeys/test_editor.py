"""An editor changes a guide, and the change is seen."""

from playwright.sync_api import expect

from home.demo.cast import COLLEAGUES
from portal.pages.models import GuidePage
from scripts.browser import DESKTOP

JOHAN = COLLEAGUES[5]


def test_an_editor_changes_a_guide_and_everybody_sees_it(open_page, portal, phone_page):
    guide = GuidePage.objects.get(slug="byt-mobilnummer")
    editor = open_page(DESKTOP, JOHAN.username)
    editor.goto(f"{portal}/admin/pages/{guide.pk}/edit/")
    editor.locator("#id_title").fill("Byta mobilnummer steg för steg")
    editor.get_by_role("button", name="Fler åtgärder").or_(
        editor.locator("[data-w-dropdown-target=toggle]")
    ).last.click()
    editor.get_by_role("button", name="Publicera").first.click()
    editor.wait_for_load_state()

    phone_page.goto(f"{portal}/guider/byt-mobilnummer/")
    expect(phone_page.get_by_role("heading", level=1)).to_have_text("Byta mobilnummer steg för steg")
