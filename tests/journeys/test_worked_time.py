"""A shift is over: she confirms it or changes its time, the workplace answers, and she says no to the answer."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from booking.models import Booking, Order, PlannerTask, WorkedTime
from home.demo.cast import COLLEAGUES
from people.models import RoleAssignment, Substitute, User, Workplace
from scripts.browser import PHONE
from tests.factories.booking import BookingFactory, OrderFactory
from tests.factories.people import AgreementFactory, AreaFactory, SubstituteFactory, UserFactory, WorkplaceFactory
from tests.page_checks import assert_good_page

BOTH = pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])


@pytest.fixture
def place(portal) -> Workplace:
    """A workplace of an area of its own."""
    return WorkplaceFactory(area=AreaFactory(name=f"Tidsområdet {uuid4().hex[:8]}"), name="Granliden")


def signs_in(user: User) -> User:
    """With the demo's password, written as the portal writes it."""
    user.password = User.objects.get(username=COLLEAGUES[2].username).password
    user.save()
    return user


@pytest.fixture
def hand(place) -> Substitute:
    key = uuid4().hex[:8]
    substitute = SubstituteFactory(
        employee_number=key, user__username=f"tid{key}", user__first_name="Saga", user__last_name="Holm", user__phone=""
    )
    signs_in(substitute.user)
    AgreementFactory(substitute=substitute, area=place.area)
    return substitute


@pytest.fixture
def manager(place) -> User:
    user = signs_in(UserFactory(username=f"chef{uuid4().hex[:8]}", first_name="Ulla", last_name="Ek", phone=""))
    RoleAssignment.objects.create(user=user, role="ordering_manager", workplace=place)
    return user


@pytest.fixture
def booking(place, hand, manager) -> Booking:
    """A shift of eight hours that ended an hour or two ago, at a whole hour, far from where clocks change."""
    ends = timezone.now().replace(minute=0, second=0, microsecond=0) - timedelta(hours=1)
    order = OrderFactory(
        workplace=place, starts=ends - timedelta(hours=8), ends=ends, placed_by=manager, status=Order.Status.COMPLETED
    )
    agreement = hand.agreements.get()
    return BookingFactory(order=order, substitute=hand, agreement=agreement, booked_by=manager, break_minutes=30)


def earlier(booking: Booking, minutes: int) -> str:
    """What the clock showed so long before the booked end."""
    return timezone.localtime(booking.ends - timedelta(minutes=minutes)).strftime("%H:%M")


@BOTH
def test_a_shift_that_was_right_is_one_tap_from_the_start_page(open_page, hand, booking, javascript):
    page = open_page(PHONE, hand.user.username, javascript=javascript)
    expect(page.get_by_role("heading", name="Stämde passet?")).to_be_visible()

    page.get_by_role("button", name="Ja, det stämmer").click()

    expect(page.get_by_text("Arbetsplatsen ser att tiden stämde.")).to_be_visible()
    expect(page.get_by_role("button", name="Ja, det stämmer")).to_have_count(0)
    assert WorkedTime.objects.get(booking=booking).ends == booking.ends


def test_she_changes_the_time_the_workplace_answers_and_she_objects(open_page, portal, hand, manager, booking):
    page = open_page(PHONE, hand.user.username)
    page.get_by_role("link", name="Ändra tiden").click()
    assert_good_page(page)
    page.get_by_label("Slutade").fill(earlier(booking, 20))
    page.get_by_label("Kommentar").fill("Dagfrid kom tidigt.")
    page.get_by_role("button", name="Skicka tiden").click()
    expect(page.get_by_text("Väntar på arbetsplatsen").first).to_be_visible()
    assert_good_page(page)

    theirs = open_page(PHONE, manager.username)
    theirs.goto(f"{portal}/bestallningar/arbetad-tid/")
    expect(theirs.get_by_text("Dagfrid kom tidigt.")).to_be_visible()
    expect(theirs.get_by_text("(−20 min)")).to_be_visible()
    theirs.get_by_role("link", name="Annan tid").click()
    assert_good_page(theirs)
    theirs.get_by_label("Slutade").fill(earlier(booking, 60))
    theirs.get_by_role("button", name="Spara och bekräfta").click()
    expect(theirs.get_by_text("tiden är bekräftad")).to_be_visible()

    page.goto(f"{portal}/bokningar/{booking.pk}/")
    expect(page.get_by_text("Godkänd med annan tid")).to_be_visible()
    page.get_by_role("link", name="Säg emot").click()
    assert_good_page(page)
    page.get_by_label("Vad stämmer inte?").fill("Jag gick tjugo minuter före slutet.")
    page.get_by_role("button", name="Skicka till bemanningen").click()

    expect(page.get_by_text("Bemanningen får veta")).to_be_visible()
    assert PlannerTask.objects.get(booking=booking).kind == PlannerTask.Kind.TIME_DISPUTED


def test_what_is_approved_is_in_her_hours(open_page, portal, hand, manager, booking):
    page = open_page(PHONE, manager.username)
    page.goto(f"{portal}/bestallningar/arbetad-tid/")
    page.get_by_role("button", name="Stämmer").click()
    expect(page.get_by_text("tiden är bekräftad")).to_be_visible()

    hers = open_page(PHONE, hand.user.username)
    hers.goto(f"{portal}/bokningar/timmar/?manad={timezone.localtime(booking.starts):%Y-%m}")

    assert_good_page(hers)
    expect(hers.get_by_text("7,5 tim").first).to_be_visible()
