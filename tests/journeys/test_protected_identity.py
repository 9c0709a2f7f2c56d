"""Whoever keeps the hidden identities finds out who somebody is, and nobody else does."""

from playwright.sync_api import expect

from home.demo.cast import COLLEAGUES
from home.demo.protected import SARA
from people.models import HistoryEntry, Substitute
from scripts.browser import DESKTOP
from tests.page_checks import assert_good_desk_page

KARIN, MARGARETA = COLLEAGUES[2], COLLEAGUES[7]


def test_the_keeper_opens_the_card_that_a_planner_calls_about(open_page, portal):
    her = Substitute.objects.get(user__protected=True)
    planner = open_page(DESKTOP, KARIN.username)
    planner.goto(f"{portal}/admin/vikarier/inspect/{her.pk}/")
    expect(planner.get_by_text("Ring den som ansvarar för skyddade uppgifter.")).to_be_visible()
    expect(planner.get_by_text(SARA.last_name)).to_have_count(0)

    keeper = open_page(DESKTOP, MARGARETA.username, scheme="dark")
    keeper.goto(f"{portal}/admin/skyddade/?q={SARA.last_name}")
    keeper.get_by_role("link", name=str(her)).click()
    keeper.get_by_label("Jag måste nå personen").check()
    keeper.get_by_role("button", name="Visa namn och kontakt").click()

    expect(keeper.get_by_label("Efternamn")).to_have_value(SARA.last_name)
    assert_good_desk_page(keeper)
    assert HistoryEntry.objects.filter(action="substitute.identified", user__username=MARGARETA.username).exists()
