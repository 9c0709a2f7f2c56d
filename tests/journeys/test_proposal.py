"""A planner drags a week into a proposal, changes it by hand, solves the rest and accepts a part of it."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from booking.models import Booking, Order
from booking.operations import bookings
from booking.period import local_span
from booking.weeks import Week, local_day
from home.demo.cast import COLLEAGUES
from people.models import Area, Occupation, Substitute, User, Workplace
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

KARIN = COLLEAGUES[2]


@dataclass
class Office:
    """An area of its own, so that no other journey is in its proposals; and the week after next."""

    area: Area
    workplace: Workplace
    occupation: Occupation
    planner: User
    week: Week

    def order(self, day: date) -> Order:
        span = local_span(day, time(7), time(15))
        words = {"workplace": self.workplace, "occupation": self.occupation}
        return OrderFactory(starts=span.starts, ends=span.ends, **words)

    def substitute(self, name: str, *orders: Order) -> Substitute:
        """She has put in time for the orders."""
        her = SubstituteFactory(user__username=f"for{uuid4().hex[:8]}", user__first_name=name, user__last_name="Lind")
        AgreementFactory(substitute=her, area=self.area, occupation=self.occupation)
        for order in orders:
            AvailabilityFactory(substitute=her, starts=order.starts, ends=order.ends)
        return her


@pytest.fixture
def office(portal) -> Office:
    area = AreaFactory(name=f"Område {uuid4().hex[:6]}")
    planner = with_role("planner", area=area, username=f"pla{uuid4().hex[:8]}", first_name="Maj", last_name="Ek")
    planner.password = User.objects.get(username=KARIN.username).password  # hashed as the portal itself does
    planner.save()
    place = WorkplaceFactory(area=area, name=f"Aspgården {uuid4().hex[:4]}")
    week = Week.of(local_day(timezone.now()) + timedelta(days=14))
    return Office(area, place, OccupationFactory(), planner, week)


def made(page: Page, portal: str, office: Office) -> None:
    """A proposal for the week, by the board's button."""
    page.goto(f"{portal}/admin/tavla/vecka/{office.week.monday.strftime('%G-%V')}/")
    page.get_by_role("link", name="Till förslag").press("Enter")
    page.get_by_role("button", name="Gör förslaget").press("Enter")


def test_a_week_is_proposed_changed_by_hand_solved_and_accepted_in_part(open_page, portal, office):
    days = office.week.days
    first, second, third = (office.order(day) for day in days[:3])
    hanna = office.substitute("Hanna", first, second, third)
    selma = office.substitute("Selma", first)
    page = open_page(DESKTOP, office.planner.username)
    made(page, portal, office)
    main = page.get_by_role("main")
    expect(main).to_contain_text("3 av 3 pass tillsatta")

    page.get_by_role("link", name="Välj någon annan").first.click()
    page.get_by_role("button", name="Välj och lås Selma Lind").click()
    expect(page.locator(".messages")).to_contain_text("Låst: Selma Lind")
    page.get_by_role("button", name="Inte Hanna Lind").last.click()
    expect(main).to_contain_text("2 av 3 pass tillsatta")
    page.get_by_role("button", name="Lös resten").click()
    expect(main).to_contain_text("Förra gången det löstes: 3 pass tillsatta.")

    bookings.book(second, office.substitute("Ture"), by=None, at=timezone.now())
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.get_by_role("button", name="Godkänn markerade").click()

    expect(main).to_contain_text("Godkänd och bokad")
    expect(main).to_contain_text("Passet är redan bokat: Ture Lind")
    assert Booking.objects.get(order=first).substitute == selma
    assert not Booking.objects.filter(substitute=hanna).exists()
    assert not Booking.objects.filter(order=third).exists()


def test_the_weeks_heading_is_dragged_to_the_menu(open_page, portal, office):
    page = open_page(DESKTOP, office.planner.username)
    page.goto(f"{portal}/admin/tavla/vecka/{office.week.monday.strftime('%G-%V')}/")

    page.locator("[data-to-proposal]").drag_to(page.get_by_role("link", name="Förslag", exact=True))

    expect(page.get_by_role("heading", level=1)).to_have_text("Nytt förslag")
    expect(page.get_by_label("Från och med vecka")).to_have_value(office.week.monday.strftime("%G-%V"))


def test_all_of_it_works_on_a_phone_without_scripts(open_page, portal, office):
    order = office.order(office.week.days[1])
    hanna = office.substitute("Hanna", order)
    page = open_page(PHONE, office.planner.username, javascript=False)
    made(page, portal, office)

    page.get_by_role("button", name="Lås Hanna Lind").press("Enter")
    page.get_by_role("button", name="Lös resten").press("Enter")
    page.get_by_role("button", name="Godkänn alla").press("Enter")

    expect(page.get_by_role("main")).to_contain_text("Godkänd och bokad")
    assert Booking.objects.get(order=order).substitute == hanna
