"""Before her holiday an ordering manager names a stand-in, who orders in her place until one of them ends it."""

from django.utils import timezone

from home.demo.cast import COLLEAGUES
from people.days import day_of
from people.models import RoleAssignment
from scripts.browser import PHONE

EVA, MATS = COLLEAGUES[0], COLLEAGUES[1]


def test_a_stand_in_is_named_sees_it_and_ends_it(open_page, portal):
    page, today = open_page(PHONE, EVA.username), day_of(timezone.now()).isoformat()
    page.goto(f"{portal}/mer/")
    page.get_by_role("link", name="Ersättare").click()
    page.get_by_label("Din roll").select_option(index=0)
    page.get_by_label("Kollegans användarnamn").fill(MATS.username)
    page.get_by_label("Från och med").fill(today)
    page.get_by_label("Till och med").fill(today)
    page.get_by_role("button", name="Utse ersättaren").click()
    page.get_by_text("Ersättaren är utsedd.").wait_for()
    assert page.get_by_role("region", name="Ersätter dig").get_by_text("Mats Lindqvist", exact=True).is_visible()

    his = open_page(PHONE, MATS.username)
    his.goto(f"{portal}/mer/ersattare/")
    his.get_by_role("region", name="Du ersätter").get_by_role("button", name="Avsluta nu").click()
    his.get_by_text("Ersättningen är avslutad.").wait_for()

    assert not RoleAssignment.objects.delegated().exists()
