"""Two planners at the same board, which keeps itself fresh under their hands."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from booking.models import Order
from home.demo.cast import COLLEAGUES
from messaging.models import Heartbeat
from people.history import record
from people.models import Area, User, Workplace
from scripts.browser import DESKTOP, PHONE
from tests.cast import with_role
from tests.factories.booking import AvailabilityFactory, OrderFactory
from tests.factories.people import (
    AgreementFactory,
    AreaFactory,
    OccupationFactory,
    SubstituteFactory,
    WorkplaceFactory,
)

TEN_SECONDS = 10_000
KARIN = COLLEAGUES[2]


@dataclass
class Office:
    """An area of its own with its planner, so that no other journey is on its board."""

    area: Area
    workplace: Workplace
    planner: str

    def order(self, days: int = 3) -> Order:
        """A shift with somebody of its own who has put in time for it."""
        starts = (timezone.now() + timedelta(days=days)).replace(hour=8, minute=0, second=0, microsecond=0)
        order = OrderFactory(
            workplace=self.workplace, occupation=OccupationFactory(), starts=starts, ends=starts + timedelta(hours=8)
        )
        hand = SubstituteFactory(user__username=f"tav{uuid4().hex[:8]}")
        AgreementFactory(substitute=hand, area=self.area, occupation=order.occupation)
        AvailabilityFactory(substitute=hand, starts=order.starts, ends=order.ends)
        return order


@pytest.fixture
def office(portal) -> Office:
    area = AreaFactory(name=f"Område {uuid4().hex[:6]}")
    planner = with_role("planner", area=area, username=f"pla{uuid4().hex[:8]}", first_name="Maj", last_name="Ek")
    planner.password = User.objects.get(username=KARIN.username).password  # hashed as the portal itself does
    planner.save()
    return Office(area, WorkplaceFactory(area=area, name=f"Aspgården {uuid4().hex[:4]}"), planner.username)


def at_the_board(open_page, portal, office, width=DESKTOP, **options) -> Page:
    page = open_page(width, office.planner, **options)
    page.goto(f"{portal}/admin/")
    return page


def row_of(page: Page, order: Order):
    return page.locator(f"#rad-{order.pk}")


def test_what_another_planner_does_is_seen_within_ten_seconds_without_losing_ones_place(open_page, portal, office):
    first, *_others, last = (office.order(days) for days in range(3, 11))
    one, other = (at_the_board(open_page, portal, office) for _ in range(2))
    link = other.locator(f"#pass-{last.pk}")
    link.focus()
    link.evaluate("link => link.scrollIntoView({block: 'center'})")
    where = link.bounding_box()["y"]

    row_of(one, first).get_by_role("button", name="Boka").click()

    expect(one.locator(".messages")).to_contain_text("är bokad och får besked.")
    expect(row_of(one, first)).to_have_count(0)
    expect(one.locator("#fyll-forst")).to_be_focused()
    expect(row_of(other, first)).to_have_count(0, timeout=TEN_SECONDS)
    expect(link).to_be_focused()
    assert abs(link.bounding_box()["y"] - where) < row_of(other, last).bounding_box()["height"] + 2


def test_a_new_shift_that_is_near_is_read_out_once(open_page, portal, office):
    page = at_the_board(open_page, portal, office)
    news = page.locator("[data-fresh-news]")
    expect(news).to_have_text("")
    soon = timezone.now() + timedelta(minutes=50)

    order = OrderFactory(workplace=office.workplace, starts=soon, ends=soon + timedelta(hours=8))
    touch(office, order)

    expect(news).to_contain_text(f"{office.workplace} saknar vikarie från", timeout=TEN_SECONDS)
    expect(row_of(page, order)).to_contain_text("Ska ringas")


def touch(office: Office, order: Order) -> None:
    """As the operation that placed it would have written it down."""
    record(order, "order.place", by=None, at=timezone.now(), area_id=office.area.pk)


def test_a_refusal_stands_in_the_row_and_stays_there(open_page, portal, office):
    order = office.order()
    page = at_the_board(open_page, portal, office)
    Order.objects.filter(pk=order.pk).update(contact="Mona i porten")

    row_of(page, order).get_by_role("button", name="Boka").click()

    expect(row_of(page, order)).to_contain_text("Det gick inte")
    touch(office, order)
    page.wait_for_timeout(9_000)
    expect(row_of(page, order)).to_contain_text("Det gick inte")


def test_without_contact_it_says_so_and_goes_on_when_there_is(open_page, portal, office):
    page = at_the_board(open_page, portal, office)
    lost = page.locator("[data-fresh-lost=network]")

    page.context.set_offline(True)
    expect(lost).to_be_visible(timeout=TEN_SECONDS)
    page.context.set_offline(False)
    expect(lost).to_be_hidden(timeout=TEN_SECONDS)


def test_whoever_has_been_signed_out_is_told_and_keeps_what_she_saw(open_page, portal, office):
    order = office.order()
    page = at_the_board(open_page, portal, office)

    page.context.clear_cookies()

    expect(page.locator("[data-fresh-lost=session]")).to_be_visible(timeout=TEN_SECONDS)
    expect(row_of(page, order)).to_be_visible()


def test_trouble_with_sms_is_told_while_she_looks(open_page, portal, office):
    page = at_the_board(open_page, portal, office)
    told = page.get_by_role("heading", name="De flesta sms går inte iväg")
    for _ in range(12):  # the sweep of a portal that is well takes it away again
        Heartbeat.objects.get_or_create(name="sms.refused", defaults={"beat_at": timezone.now()})
        page.wait_for_timeout(1_000)
        if told.is_visible():
            break

    expect(told).to_be_visible()
    Heartbeat.objects.filter(name="sms.refused").delete()


def test_without_scripts_the_same_buttons_do_the_same(open_page, portal, office):
    order = office.order()
    page = open_page(PHONE, office.planner, javascript=False)
    page.goto(f"{portal}/admin/tavla/")

    row_of(page, order).get_by_role("button", name="Boka").click()

    expect(page.get_by_role("main")).to_contain_text("är bokad och får besked.")
    expect(page.get_by_role("main")).to_contain_text("Alla pass är tillsatta")


def test_a_week_and_a_day_are_walked_by_keyboard(open_page, portal, office):
    order = office.order()
    page = at_the_board(open_page, portal, office)

    page.get_by_role("link", name="Dag", exact=True).press("Enter")
    page.wait_for_url("**/admin/tavla/dag/*/")
    for _ in range(3):
        page.get_by_role("link", name="Dagen efter").press("Enter")
    page.locator(f"#pass-{order.pk}").press("Enter")

    expect(page.get_by_role("heading", level=1)).to_contain_text(str(office.workplace))
