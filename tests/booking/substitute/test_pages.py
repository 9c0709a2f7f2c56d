"""What is held against every screen: valid HTML, one h1, few questions, and as many for thirty rows as for one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from booking import calendar_days
from booking.models import Enquiry, Interest, Kind
from people.models import Introduction, RecordsCheck
from portal.pages import frame
from tests.cast import NOW, at
from tests.factories.booking import (
    AdvertFactory,
    AvailabilityFactory,
    BookingFactory,
    EnquiryFactory,
    InterestFactory,
)
from tests.factories.people import AgreementFactory, CompetenceFactory, SubstituteCompetenceFactory, WorkplaceFactory
from tests.page_checks import assert_valid_html

AT_MOST = 15
LISTS = [
    "/min-sida/",
    "/kalender/",
    "/kalender/vecka/?vecka=2026-W21",
    "/lediga-jobb/",
    "/forfragningar/",
    "/bokningar/",
    "/profil/",
]


@pytest.fixture
def a_row_of_each(town, amira):
    """`a_row_of_each(n)`: one more of everything that a list may hold, each at a workplace of its own."""

    def make(n):
        place = WorkplaceFactory(area=town.area, needs_introduction=True, records_check="school")
        noted = {"substitute": amira, "given_on": NOW.date(), "noted_by": town.planner}
        Introduction.objects.create(workplace=place, **noted)
        shown = {"starts": at("2026-01-01 00:00"), "issued_on": NOW.date(), "checked_by": town.planner}
        RecordsCheck.objects.create(substitute=amira, kind="school", **shown)
        day = f"2026-05-{18 + n % 7}"
        order = town.order(f"{day} 07:00", f"{day} 16:00", workplace=place)
        order.competences.add(CompetenceFactory(name=f"kompetens {n}"))
        AdvertFactory(order=order)
        InterestFactory(order=order, substitute=amira)
        asked = {"order__workplace": place, "substitute": amira, "order__starts": at(f"{day} 17:00")}
        EnquiryFactory(**asked)
        EnquiryFactory(**asked, status=Enquiry.Status.NO)
        hour = 2 * (n // 7)
        for month in ("04", "05"):
            shift = (f"2026-{month}-{18 + n % 7} {hour:02}:00", f"2026-{month}-{18 + n % 7} {hour + 1:02}:00")
            BookingFactory(order=town.order(*shift, workplace=place), substitute=amira)
        AvailabilityFactory(substitute=amira, kind=Kind.ASK_ME, starts=at(f"{day} 00:00"), ends=at(f"{day} 06:00"))
        AgreementFactory(substitute=amira, workplace=place, area=None)
        SubstituteCompetenceFactory(substitute=amira, competence=CompetenceFactory(name=f"prov {n}"))

    return make


def questions(phone, address):
    frame.lately()  # as a process that has been up for a while
    with CaptureQueriesContext(connection) as asked:
        assert phone.get(address).status_code == 200
    return len(asked)


def test_a_list_asks_as_much_of_the_database_for_thirty_rows_as_for_one(phone, a_row_of_each):
    a_row_of_each(0)
    calendar_days.own()  # as a process that has been up for a while
    with_one = {address: questions(phone, address) for address in LISTS}
    for n in range(1, 30):
        a_row_of_each(n)

    assert {address: questions(phone, address) for address in LISTS} == with_one
    assert max(with_one.values()) <= AT_MOST


@pytest.mark.parametrize("address", [*LISTS, "/kalender/lagg-tid/", "/mer/"])
@pytest.mark.parametrize("rows", [0, 2])
def test_every_screen_is_valid_html_with_one_heading_of_the_first_degree(phone, a_row_of_each, address, rows):
    for n in range(rows):
        a_row_of_each(n)

    page = phone.get(address).content.decode()

    assert_valid_html(page)
    assert page.count("<h1") == 1


@pytest.mark.parametrize("status", Interest.Status)
def test_a_jobs_page_is_valid_and_light_whatever_came_of_it(phone, town, amira, status):
    order = town.order("2026-05-18 07:00", "2026-05-18 16:00")
    if status in {Interest.Status.REGISTERED, Interest.Status.WITHDRAWN}:
        AdvertFactory(order=order)
    InterestFactory(order=order, substitute=amira, status=status)

    assert_good(phone, f"/lediga-jobb/{order.pk}/")


@pytest.mark.parametrize("status", Enquiry.Status)
def test_an_enquirys_page_is_valid_and_light_whatever_came_of_it(phone, town, amira, status):
    enquiry = EnquiryFactory(order=town.order(), substitute=amira, status=status)

    assert_good(phone, f"/forfragningar/{enquiry.pk}/")


def test_a_shifts_page_is_valid_and_light(phone, town, amira):
    booking = BookingFactory(order=town.order(text="Kläder finns."), substitute=amira)

    assert_good(phone, f"/bokningar/{booking.pk}/")


def test_the_form_with_faults_is_valid(phone):
    assert_valid_html(phone.post("/kalender/lagg-tid/", {"tid": "egen", "fran": "7"}).content.decode())


def assert_good(phone, address):
    assert questions(phone, address) <= AT_MOST
    page = phone.get(address).content.decode()
    assert_valid_html(page)
    assert page.count("<h1") == 1


@pytest.mark.parametrize("address", [*LISTS, "/kalender/lagg-tid/", "/mer/"])
def test_every_form_that_changes_something_carries_its_token(phone, a_row_of_each, address):
    a_row_of_each(0)

    page = phone.get(address).content.decode()

    of_the_browser = page.count("data-theme-form") + page.count('action="/sprak/"')
    changing = page.count('method="post"') - of_the_browser
    assert page.count("csrfmiddlewaretoken") == changing
