"""A button of the desk pressed twice while its answer is on the way: sent once, and the answer is shown."""

from django.utils import timezone
from playwright.sync_api import expect

from booking.models import SavedView
from home.demo.cast import COLLEAGUES
from people.models import User
from scripts.browser import DESKTOP

KARIN = COLLEAGUES[2]


def test_a_view_removed_by_two_presses_is_gone_and_the_list_is_shown(open_page, portal):
    hers = {"user": User.objects.get(username=KARIN.username), "of": SavedView.Of.ORDERS, "name": "Två tryck"}
    view = SavedView.objects.create(**hers, query="status=open", made_at=timezone.now())
    page, sent = open_page(DESKTOP, KARIN.username), []
    page.goto(f"{portal}/admin/bestallningar/?status=open&vy={view.pk}")

    def slowly(route):
        sent.append(route.request.url)
        answer = route.fetch(max_redirects=0)
        page.wait_for_timeout(1000)
        route.fulfill(response=answer)

    page.route("**/ta-bort/", slowly)
    page.locator("summary", has_text="Ändra Två tryck").click()
    place = page.get_by_role("button", name="Ta bort vyn").bounding_box()
    for _press in range(2):
        page.mouse.click(place["x"] + 10, place["y"] + 10)
        page.wait_for_timeout(300)

    expect(page.get_by_text("Vyn Två tryck är borttagen.")).to_be_visible()
    assert len(sent) == 1
