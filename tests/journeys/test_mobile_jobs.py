"""Mobila jobb: somebody who is paid by the month lays acute time, and is sent where she is needed."""

import re
from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from booking.models import Availability, Booking, Order
from booking.period import local
from booking.weeks import Week
from home.demo.cast import BY_THE_MONTH, COLLEAGUES
from people.models import Substitute, Workplace
from scripts.browser import DESKTOP, PHONE
from tests.factories.booking import AdvertFactory, OrderFactory
from tests.page_checks import assert_good_page

KARIN = COLLEAGUES[2]


def signe() -> Substitute:
    return Substitute.objects.get(user__username=BY_THE_MONTH.username)


def own_day(days_ahead: int) -> date:
    """A day that no other journey books, and that no clock change comes near."""
    return timezone.localdate() + timedelta(days=days_ahead)


def advertised(day: date) -> Order:
    """Eight hours at a workplace of hers, in the evening."""
    agreement, workplace = signe().agreements.get(), Workplace.objects.get(name="Björkgården")
    starts: datetime = local(day, time(14))
    seat = {"workplace": workplace, "occupation": agreement.occupation, "placed_by": signe().user}
    order = OrderFactory(starts=starts, ends=starts + timedelta(hours=8), break_minutes=30, **seat)
    return AdvertFactory(order=order).order


def put_in(page: Page, portal: str, day: date, *, javascript: bool) -> None:
    """Acute resource time 06–22, of which she gives eight hours."""
    page.goto(f"{portal}/kalender/lagg-tid/?vecka={Week.of(day)}&dag={day.isoweekday()}")
    page.get_by_label("Egen tid").check()
    page.locator("[name=fran]").fill("06:00")
    page.locator("[name=till]").fill("22:00")
    page.get_by_label("Akut resurstid").check()
    page.get_by_label("Hur långt är passet?").select_option(label="8 tim")
    if javascript:  # the checks run as a script in the page
        assert_good_page(page)
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_role("main")).to_contain_text("Passet är högst 8 tim")


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_acute_time_finds_its_job_and_comes_back_as_a_shift(open_page, portal, javascript):
    day = own_day(61 if javascript else 66)
    order = advertised(day)
    phone = open_page(PHONE, BY_THE_MONTH.username, javascript=javascript)
    put_in(phone, portal, day, javascript=javascript)
    assert Availability.objects.filter(substitute=signe(), starts=local(day, time(6)), shift_minutes=480).exists()

    phone.goto(f"{portal}/kalender/dag/{day}/")
    expect(phone.get_by_role("main")).to_contain_text("1 ledigt jobb passar")
    phone.goto(f"{portal}/lediga-jobb/{order.pk}/")
    expect(phone.get_by_role("main")).to_contain_text("Ditt akuta pass flyttas till 14–22.")
    phone.get_by_role("button", name="Anmäl intresse").click()
    expect(phone.get_by_role("heading", name="Intresse skickat")).to_be_visible()

    planner = open_page(DESKTOP, KARIN.username)
    planner.goto(f"{portal}/admin/resurstid/?vecka={Week.of(day)}")
    line = planner.get_by_role("listitem").filter(has_text="Har anmält intresse").filter(has_text="14.00–22.00")
    expect(line).to_contain_text("Akut resurstid 06–22, flyttas")
    line.get_by_role("button", name=re.compile("Boka")).click()
    expect(planner.get_by_role("main")).to_contain_text(BY_THE_MONTH.name)
    assert Booking.objects.get(order=order).substitute == signe()

    phone.goto(f"{portal}/kalender/dag/{day}/")
    expect(phone.get_by_role("main")).to_contain_text("Björkgården")
    expect(phone.get_by_role("main")).to_contain_text("Bokad 14–22")
    expect(phone.get_by_role("main")).to_contain_text("Inget är kvar")
    phone.goto(f"{portal}/bokningar/")
    expect(phone.get_by_role("main")).to_contain_text("Björkgården")
