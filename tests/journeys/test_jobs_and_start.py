"""From the start page on a phone: few taps to an interest and to sick leave, and the way among the available jobs."""

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from booking.models import Availability, Booking, Interest, Kind, Order
from home.demo.cast import SUBSTITUTES
from people.models import Substitute, User
from scripts.browser import PHONE
from tests.factories.booking import AdvertFactory, AvailabilityFactory, BookingFactory, OrderFactory
from tests.factories.people import AgreementFactory, AreaFactory, SubstituteFactory, WorkplaceFactory
from tests.page_checks import assert_good_page

AMIRA = SUBSTITUTES[0]
BOTH = pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])


@pytest.fixture
def hand(portal) -> Substitute:
    """A substitute in an area of her own, where no other journey books anybody."""
    key = timezone.now().strftime("%d%H%M%S%f")
    hers = {"username": f"prov{key}", "phone": "", "email": f"prov{key}@alvsunda.example"}
    substitute = SubstituteFactory(employee_number=key, **{f"user__{name}": value for name, value in hers.items()})
    # The tests keep passwords in a quicker way than the portal, which would not know it.
    substitute.user.password = User.objects.get(username=AMIRA.username).password
    substitute.user.save()
    AgreementFactory(substitute=substitute, area=AreaFactory(name=f"Provområdet {key}"))
    return substitute


def order_of(hand: Substitute, place: str, days: int, hours: tuple[int, int] = (6, 14), **fields: object) -> Order:
    """An order at a workplace of her area, so many days ahead; the hours are UTC."""
    agreement = hand.agreements.get()
    workplace = WorkplaceFactory(area=agreement.area, name=place)
    starts, ends = (
        datetime.combine(timezone.localdate() + timedelta(days=days), datetime.min.time(), UTC) + timedelta(hours=hour)
        for hour in hours
    )
    seat = {"workplace": workplace, "occupation": agreement.occupation, "placed_by": hand.user}
    return OrderFactory(starts=starts, ends=ends, **seat, **fields)


def advertised(hand: Substitute, place: str, days: int = 20, hours: tuple[int, int] = (6, 14)) -> Order:
    return AdvertFactory(order=order_of(hand, place, days, hours)).order


class Taps:
    """Counts what she touches."""

    def __init__(self) -> None:
        self.number = 0

    def __call__(self, page: Page, role: str, name: str) -> None:
        page.get_by_role(role, name=name).first.click()
        self.number += 1


@BOTH
def test_an_interest_is_two_taps_from_the_start_page(open_page, portal, hand, javascript):
    order, tap = advertised(hand, "Ekbacken"), Taps()
    page = open_page(PHONE, hand.user.username, javascript=javascript)
    page.goto(f"{portal}/min-sida/")

    tap(page, "link", "Lediga jobb")
    tap(page, "button", "Anmäl intresse")

    expect(page.get_by_role("heading", name="Intresse skickat")).to_be_visible()
    assert tap.number == 2
    assert Interest.objects.get(order=order, substitute=hand).status == Interest.Status.REGISTERED


def test_a_job_that_fits_her_time_is_one_tap_from_the_start_page(open_page, portal, hand):
    order, tap = advertised(hand, "Ekbacken"), Taps()
    AvailabilityFactory(substitute=hand, kind=Kind.AVAILABLE, starts=order.starts, ends=order.ends)
    page = open_page(PHONE, hand.user.username)
    page.goto(f"{portal}/min-sida/")

    tap(page, "button", "Anmäl intresse")

    expect(page.get_by_role("heading", name="Intresse skickat")).to_be_visible()
    assert tap.number == 1


@BOTH
def test_sick_leave_is_two_taps_from_the_start_page(open_page, portal, hand, javascript):
    order, tap = order_of(hand, "Ekbacken", 2, status=Order.Status.BOOKED), Taps()
    booking = BookingFactory(order=order, substitute=hand, agreement=hand.agreements.get(), booked_by=hand.user)
    page = open_page(PHONE, hand.user.username, javascript=javascript)
    page.goto(f"{portal}/min-sida/")

    tap(page, "link", "Jag är sjuk")
    page.locator("main form[action*='sjuk'] button, main form button").first.click()
    tap.number += 1

    expect(page.get_by_text("Krya på dig").first).to_be_visible()
    assert tap.number == 2
    assert Booking.objects.get(pk=booking.pk).ended_at

    page.goto(f"{portal}/min-sida/")
    expect(page.get_by_role("heading", name=re.compile("Du är frånvaroanmäld"))).to_be_visible()
    page.get_by_role("button", name="Jag är tillbaka").click()
    page.goto(f"{portal}/min-sida/")
    expect(page.get_by_role("heading", name=re.compile("Du är frånvaroanmäld"))).to_have_count(0)


def test_the_list_follows_the_choices_and_says_how_many_there_are(open_page, portal, hand):
    advertised(hand, "Ekbacken")
    advertised(hand, "Granliden", 21, (13, 20))
    page = open_page(PHONE, hand.user.username)
    page.goto(f"{portal}/lediga-jobb/")
    page.get_by_text("Fler val").click()
    evening = page.get_by_label("Kväll")

    evening.check()

    expect(page.locator("#antal-status")).to_have_text("1 ledigt jobb")
    expect(page.get_by_role("heading", name="Ekbacken")).to_have_count(0)
    expect(evening).to_be_focused()
    assert parse_qs(urlsplit(page.url).query) == {"tid": ["kvall"]}
    assert_good_page(page)

    page.get_by_role("link", name="Ta bort Kväll").click()
    expect(page.get_by_role("heading", name="Ekbacken")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Ekbacken")).to_have_count(0)


def test_without_javascript_the_choices_are_a_form_that_is_sent(open_page, portal, hand):
    advertised(hand, "Ekbacken")
    advertised(hand, "Granliden", 21, (13, 20))
    page = open_page(PHONE, hand.user.username, javascript=False)
    page.goto(f"{portal}/lediga-jobb/")

    page.get_by_text("Fler val").click()
    page.get_by_label("Kväll").check()
    page.get_by_role("button", name="Visa jobb").click()

    expect(page.get_by_role("heading", name="1 ledigt jobb")).to_be_visible()
    expect(page.get_by_role("link", name="Ta bort Kväll")).to_be_visible()


def test_an_interest_is_taken_back_and_had_again(open_page, portal, hand):
    order = advertised(hand, "Ekbacken")
    page = open_page(PHONE, hand.user.username)
    page.goto(f"{portal}/lediga-jobb/{order.pk}/")
    page.get_by_label(re.compile("Lägg in tiden bara för det här passet")).check()
    page.get_by_role("button", name="Anmäl intresse").click()

    page.get_by_role("button", name="Ångra intresse").click()
    expect(page.get_by_role("heading", name=re.compile("Du har ångrat ditt intresse"))).to_be_visible()
    assert not Availability.objects.filter(substitute=hand).exists()
    page.get_by_role("button", name="Anmäl intresse igen").click()

    expect(page.get_by_role("heading", name="Intresse skickat")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("Tiden är inlagd bara för det här passet.")


def test_a_second_tap_and_the_back_button_send_no_second_interest(open_page, portal, hand):
    order = advertised(hand, "Ekbacken")
    page = open_page(PHONE, hand.user.username)
    page.goto(f"{portal}/lediga-jobb/{order.pk}/")
    page.get_by_role("button", name="Anmäl intresse").dblclick()
    expect(page.get_by_role("heading", name="Intresse skickat")).to_be_visible()
    page.go_back()
    if page.get_by_role("button", name="Anmäl intresse").count():
        page.get_by_role("button", name="Anmäl intresse").click()

    expect(page.get_by_role("heading", name="Intresse skickat")).to_be_visible()
    assert Interest.objects.filter(order=order).count() == 1


def test_somebody_new_is_met_by_three_steps(open_page, portal, hand):
    hand.agreements.all().delete()
    page = open_page(PHONE, hand.user.username)
    page.goto(f"{portal}/min-sida/")

    expect(page.get_by_role("heading", name="Kom igång i tre steg")).to_be_visible()
    assert_good_page(page)
