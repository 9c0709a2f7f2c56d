"""From the lock screen: the SMS, its link, and one tap. Nobody signs in."""

import re
from collections.abc import Callable
from datetime import time, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from booking.models import Booking, Enquiry, Order, OrderReason
from booking.notifications.enquiries import link_of
from booking.period import local
from home.demo.cast import COLLEAGUES, SUBSTITUTES
from people.models import Occupation, Substitute, User, Workplace
from scripts.browser import DESKTOP, PHONE
from tests.factories.booking import BookingFactory, EnquiryFactory, OrderFactory
from tests.journeys.worker import RUNS, until
from tests.page_checks import assert_good_page

AMIRA, LARS_ERIK, EVA = SUBSTITUTES[0], SUBSTITUTES[1], COLLEAGUES[0]
BOTH = pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
Status = Enquiry.Status
Asked = Callable[..., Enquiry]


@pytest.fixture
def asked(portal) -> Asked:
    """`asked(60)`: Amira is asked about a shift that many days ahead, and may answer for an hour."""

    def enquiry(days: int, person: str = AMIRA.username, **fields: object) -> Enquiry:
        day = timezone.localdate() + timedelta(days=days)
        order = OrderFactory(
            workplace=Workplace.objects.get(name="Solgården"),
            occupation=Occupation.objects.get(name="undersköterska"),
            reason=OrderReason.objects.filter(introduces=False).first(),
            starts=local(day, time(7)),
            ends=local(day, time(15, 30)),
            placed_by=User.objects.get(username=EVA.username),
            placed_at=timezone.now(),
        )
        hers = {"substitute": Substitute.objects.get(user__username=person), "code": 7000 + Enquiry.objects.count()}
        when = {"asked_at": timezone.now(), "answer_by": timezone.now() + timedelta(hours=1)}
        return EnquiryFactory(order=order, asked_by=order.placed_by, **(hers | when | fields))

    return enquiry


class Finger:
    """Counts its taps."""

    taps = 0

    def tap(self, page: Page, name: str) -> None:
        page.get_by_role("button", name=name).click()
        self.taps += 1


@BOTH
def test_an_enquiry_is_answered_in_one_tap_from_its_link(open_page, portal, asked, javascript):
    enquiry, finger = asked(70 if javascript else 71), Finger()
    page = open_page(PHONE, javascript=javascript)
    page.goto(portal + link_of(enquiry))
    finger.tap(page, "Ja, jag tar passet")

    expect(page.get_by_role("heading", name="Passet är ditt")).to_be_visible()
    assert finger.taps == 1
    assert Booking.objects.occupying().get(order=enquiry.order).substitute == enquiry.substitute
    assert page.context.cookies() == []
    page.goto(f"{portal}/forfragningar/")
    expect(page).to_have_url(re.compile("/konto/login/"))


@BOTH
def test_what_she_said_can_be_taken_back_by_the_same_link(open_page, portal, asked, javascript):
    enquiry, page = asked(72 if javascript else 73), open_page(PHONE, javascript=javascript)
    page.goto(portal + link_of(enquiry))
    heading = page.get_by_role("heading", level=1)
    for button, leads_to in (
        ("Nej, jag kan inte", "Du har svarat Nej"),
        ("Ångra mitt nej", "Kan du jobba?"),
        ("Ja, jag tar passet", "Passet är ditt"),
        ("Ångra", "Du har lämnat tillbaka passet"),
    ):
        page.get_by_role("button", name=button, exact=True).click()
        expect(heading).to_have_text(leads_to)


def test_by_keyboard_twice_and_back_again(open_page, portal, asked):
    enquiry, page = asked(74), open_page(PHONE)
    page.goto(portal + link_of(enquiry))
    page.get_by_role("button", name="Ja, jag tar passet").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Passet är ditt")).to_be_visible()

    page.go_back()
    page.get_by_role("button", name="Ja, jag tar passet").or_(page.get_by_role("button", name="Ångra")).wait_for()
    page.reload()
    expect(page.get_by_role("heading", name="Passet är ditt")).to_be_visible()
    assert Booking.objects.filter(order=enquiry.order).count() == 1


def test_ja_and_nej_in_two_windows(open_page, portal, asked):
    enquiry = asked(75)
    one, other = open_page(PHONE), open_page(PHONE)
    for page in (one, other):
        page.goto(portal + link_of(enquiry))
    one.get_by_role("button", name="Ja, jag tar passet").click()
    expect(one.get_by_role("heading", name="Passet är ditt")).to_be_visible()
    other.get_by_role("button", name="Nej, jag kan inte").click()

    expect(other.get_by_role("alert").first).to_contain_text("Du är fortfarande bokad på passet.")
    assert Booking.objects.occupying().filter(order=enquiry.order).exists()


def test_expired_or_taken_while_she_looked(open_page, portal, asked):
    late, taken = asked(76), asked(77)
    page = open_page(PHONE)
    page.goto(portal + link_of(late))
    Enquiry.objects.filter(pk=late.pk).update(answer_by=timezone.now())
    page.get_by_role("button", name="Ja, jag tar passet").click()
    expect(page.get_by_role("heading", name="Svarstiden är slut")).to_be_visible()

    page.goto(portal + link_of(taken))
    Order.objects.filter(pk=taken.order_id).update(status=Order.Status.BOOKED)
    BookingFactory(order=taken.order, substitute=Substitute.objects.get(user__username=LARS_ERIK.username))
    page.get_by_role("button", name="Ja, jag tar passet").click()
    expect(page.get_by_role("heading", name="Passet är redan taget")).to_be_visible()


def test_without_network_the_answer_stays_with_her(open_page, portal, asked):
    enquiry, page = asked(78), open_page(PHONE)
    page.goto(portal + link_of(enquiry))
    until(page, RUNS)  # else the browser complains that it could not fetch the worker
    page.context.set_offline(True)
    page.get_by_role("button", name="Ja, jag tar passet").click()
    expect(page.get_by_role("alert").filter(has_text="Svaret är inte skickat.")).to_be_visible()

    page.context.set_offline(False)
    page.get_by_role("button", name="Ja, jag tar passet").click()
    expect(page.get_by_role("heading", name="Passet är ditt")).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(PHONE, "light"), (DESKTOP, "dark")])
def test_every_state_is_in_order_by_link_and_signed_in(open_page, portal, asked, width, scheme):
    first = 80 if width == PHONE else 95
    met = [status for status in Status if status != Status.QUEUED]
    states = [asked(first + n, status=status, answered_at=timezone.now()) for n, status in enumerate(met)]
    stranger, hers = open_page(width, scheme=scheme), open_page(width, AMIRA.username, scheme=scheme)
    for enquiry in states:
        for page, path in ((stranger, link_of(enquiry)), (hers, f"/forfragningar/{enquiry.pk}/")):
            page.goto(portal + path)
            assert_good_page(page)
    for page, path in ((stranger, "/f/x/"), (hers, "/forfragningar/")):
        page.goto(portal + path)
        assert_good_page(page)


def test_a_shift_that_is_hers_is_in_order_on_the_smallest_screen(open_page, portal, asked):
    enquiry, page = asked(110), open_page(PHONE)
    page.set_viewport_size({"width": 320, "height": 640})
    for button in ("Ja, jag tar passet", "Ångra"):
        page.goto(portal + link_of(enquiry))
        assert_good_page(page)
        page.get_by_role("button", name=button, exact=True).click()
    assert_good_page(page)
