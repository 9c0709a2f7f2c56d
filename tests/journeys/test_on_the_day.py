"""On the day of a shift: what she needs is there, to be late is two taps, and her own calendar knows of it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from booking.models import Booking, CalendarFeed, Order
from home.demo.cast import COLLEAGUES
from people.models import Substitute, User
from scripts.browser import PHONE
from tests.factories.booking import BookingFactory, OrderFactory
from tests.factories.people import AgreementFactory, AreaFactory, SubstituteFactory, WorkplaceFactory
from tests.page_checks import assert_good_page

BOTH = pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])


@pytest.fixture
def hand(portal) -> Substitute:
    """A substitute in an area of her own."""
    key = uuid4().hex[:8]
    hers = {
        "username": f"dag{key}",
        "first_name": "Saga",
        "last_name": "Holm",
        "phone": "",
        "email": f"{key}@alvsunda.example",
    }
    substitute = SubstituteFactory(employee_number=key, **{f"user__{name}": said for name, said in hers.items()})
    substitute.user.password = planner().password  # written as the portal writes it, not as tests do
    substitute.user.save()
    AgreementFactory(substitute=substitute, area=AreaFactory(name=f"Dagområdet {key}"))
    return substitute


@pytest.fixture
def booking(hand) -> Booking:
    """A shift that begins within three hours."""
    agreement = hand.agreements.get()
    place = WorkplaceFactory(area=agreement.area, name="Granliden", way_in="Kod 2580#", clothes="Inneskor")
    starts = timezone.now().replace(minute=0, second=0, microsecond=0) + timedelta(hours=3)
    order = OrderFactory(
        workplace=place,
        starts=starts,
        ends=starts + timedelta(hours=8),
        placed_by=planner(),
        status=Order.Status.BOOKED,
    )
    return BookingFactory(order=order, substitute=hand, agreement=agreement, booked_by=planner())


def planner() -> User:
    """One of the demo's."""
    return User.objects.get(username=COLLEAGUES[2].username)


@BOTH
def test_to_be_late_is_two_taps_from_the_start_page(open_page, portal, hand, booking, javascript):
    page = open_page(PHONE, hand.user.username, javascript=javascript)

    page.get_by_role("link", name="Jag blir sen").first.click()
    page.get_by_role("button", name="20 min").click()

    expect(page.get_by_text("vet att du kommer").first).to_be_visible()
    booking.refresh_from_db()
    assert booking.expected_at == booking.starts + timedelta(minutes=20)


def test_the_shifts_own_pages_are_in_order_and_the_code_is_there(open_page, portal, hand, booking):
    page = open_page(PHONE, hand.user.username)
    for part in ("", "sen/", "sjuk/"):
        page.goto(f"{portal}/bokningar/{booking.pk}/{part}")
        assert_good_page(page)

    page.goto(f"{portal}/bokningar/{booking.pk}/")
    expect(page.get_by_text("Kod 2580#")).to_be_visible()
    page.goto(f"{portal}/bokningar/{booking.pk}/sen/")
    page.get_by_label("Annan tid").fill("")
    page.get_by_role("button", name="Säg till").click()
    expect(page.get_by_text("Skriv när du kommer.", exact=True)).to_be_visible()


def test_her_calendar_gets_an_address_that_she_copies_with_a_tap(open_page, portal, hand, booking):
    page = open_page(PHONE, hand.user.username)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{portal}/kalender/prenumerera/")
    assert_good_page(page)
    page.get_by_role("button", name="Skapa min adress").click()
    assert_good_page(page)

    page.get_by_role("button", name="Kopiera").click()

    expect(page.get_by_role("button", name="Kopierad")).to_be_visible()
    address = page.evaluate("navigator.clipboard.readText()")
    assert address.endswith(f"/kalender/prenumeration/{CalendarFeed.objects.get(substitute=hand).token}.ics")
    path = address[address.index("/kalender/") :]
    assert "BEGIN:VEVENT" in open_page().request.get(f"{portal}{path}").text()


def test_without_javascript_the_address_is_there_to_mark_and_no_button_that_does_nothing(open_page, portal, hand):
    page = open_page(PHONE, hand.user.username, javascript=False)
    page.goto(f"{portal}/kalender/prenumerera/")
    page.get_by_role("button", name="Skapa min adress").click()

    assert page.get_by_label("Kopiera adressen").input_value().endswith(".ics")
    expect(page.get_by_role("button", name="Kopiera")).to_have_count(0)
    page.get_by_role("button", name="Byt adress").click()
    page.get_by_role("button", name="Stäng av").click()
    expect(page.get_by_role("button", name="Skapa min adress")).to_be_visible()
