"""Mobila jobb: what somebody who is paid by the month finds for her resource time, and where she sees it."""

import pytest

from booking.models import Availability, Interest, Kind
from tests.booking.banking import paid_by_the_month
from tests.booking.substitute.reading import text
from tests.cast import NOW, at
from tests.factories.booking import AdvertFactory, AvailabilityFactory, BookingFactory
from tests.factories.people import WorkplaceFactory
from tests.page_checks import assert_valid_html


@pytest.fixture
def maja(town):
    return paid_by_the_month(town).maja


@pytest.fixture
def phone(maja, signed_in):
    return signed_in(maja.user)


def lay(maja, hours, kind=Kind.RESOURCE, **fields):
    starts, ends = (at(f"2026-05-15 {clock}") for clock in hours.split("-"))
    return AvailabilityFactory(substitute=maja, kind=kind, starts=starts, ends=ends, **fields)


def advertised(town, hours="08:00-15:00", **fields):
    return AdvertFactory(order=town.order(*(f"2026-05-15 {clock}" for clock in hours.split("-")), **fields)).order


@pytest.mark.parametrize(
    ("hours", "kind", "words"),
    [
        ("08:00-15:00", Kind.RESOURCE, "Samma tid som ditt resurspass. Ger ingen tid i tidbanken."),
        ("07:00-16:00", Kind.RESOURCE, "Inom ditt resurspass 07–16. 2 tim blir kvar, 07–08 och 15–16."),
        ("06:00-23:00", Kind.ACUTE_RESOURCE, "Ditt akuta pass flyttas till 08–15."),
        ("08:00-14:00", Kind.RESOURCE, "Inlagd tid saknar 1 tim. Du kan ändå anmäla intresse."),
    ],
)
def test_how_a_job_lies_to_her_resource_time_is_said_in_the_list_and_on_its_page(town, maja, phone, hours, kind, words):
    lay(maja, hours, kind)
    order = advertised(town)

    for page in ("/lediga-jobb/", f"/lediga-jobb/{order.pk}/"):
        assert words in text(phone.get(page))


def test_what_the_time_gives_in_the_bank_is_said(town, maja, phone):
    lay(maja, "06:00-23:00", Kind.ACUTE_RESOURCE, gives_time=True)

    answer = phone.get(f"/lediga-jobb/{advertised(town).pk}/")

    assert "Passar din resurstid" in text(answer)
    assert "Ger tid i tidbanken." in text(answer)
    assert_valid_html(answer.content.decode())


def test_jobs_for_her_resource_time_come_first_and_can_be_chosen_alone(town, maja, phone):
    early = WorkplaceFactory(area=town.area, name="Tidiga")
    lay(maja, "06:00-08:00", Kind.AVAILABLE)
    lay(maja, "08:00-23:00", Kind.ACUTE_RESOURCE)
    advertised(town, "06:00-07:30", workplace=early)
    advertised(town, "15:00-22:00")

    whole, chosen = text(phone.get("/lediga-jobb/")), text(phone.get("/lediga-jobb/?resurs=1"))

    assert whole.index("15.00–22.00") < whole.index("Passar tiden du har lagt in.")
    assert "15.00–22.00" in chosen
    assert "Passar tiden du har lagt in." not in chosen


def test_interest_is_one_tap_and_changes_nothing_of_her_time(town, maja, phone):
    row, order = lay(maja, "06:00-23:00", Kind.ACUTE_RESOURCE), advertised(town)

    phone.post(f"/lediga-jobb/{order.pk}/intresse/")

    assert Interest.objects.get(order=order, substitute=maja).status == Interest.Status.REGISTERED
    assert Availability.objects.get().period == row.period


def day(phone):
    answer = phone.get("/kalender/dag/2026-05-15/")
    assert_valid_html(answer.content.decode())
    return text(answer)


def test_her_calendar_says_how_many_jobs_match(town, maja, phone):
    lay(maja, "06:00-23:00", Kind.ACUTE_RESOURCE, shift_minutes=480)
    advertised(town, "15:00-23:00")
    advertised(town, "07:00-15:00")
    advertised(town, "06:00-16:00")

    page = day(phone)

    assert "Passet är högst 8 tim" in page
    assert "2 lediga jobb passar" in page


def test_a_booked_shift_stands_in_its_place_with_what_is_left(town, maja, phone):
    lay(maja, "07:00-16:00")
    BookingFactory(order=town.order("2026-05-15 08:00", "2026-05-15 14:00"), substitute=maja)

    page = day(phone)

    assert "Bokad 08–14" in page
    assert "Kvar: 07–08 och 14–16" in page
    assert "Hemtjänst Solgården" in page


@pytest.mark.parametrize(("hours", "left"), [("07:00-13:00", "2 tim kvar att ge"), ("07:00-15:00", "Inget är kvar")])
def test_of_acute_time_it_is_said_how_much_is_left_to_give(town, maja, phone, hours, left):
    lay(maja, "06:00-23:00", Kind.ACUTE_RESOURCE, shift_minutes=480)
    order = town.order(*(f"2026-05-15 {clock}" for clock in hours.split("-")))
    BookingFactory(order=order, substitute=maja)

    page = day(phone)
    assert left in page
    assert ("Tillgänglig" in page) == (left != "Inget är kvar")


FORM = {"vecka": "2026-W20", "dag": ["5"], "tid": "egen", "fran": "06:00", "till": "23:00", "ofta": "0"}


def send(phone, **said):
    return phone.post("/kalender/lagg-tid/", FORM | {"slag": Kind.ACUTE_RESOURCE} | said)


def test_she_puts_in_acute_time_with_a_length(maja, phone):
    send(phone, langd="480")

    row = Availability.objects.get()
    assert (row.kind, row.shift_minutes, row.entered_at) == (Kind.ACUTE_RESOURCE, 480, NOW)


def test_a_shift_longer_than_its_span_is_refused_beside_the_field(maja, phone):
    answer = send(phone, till="12:00", langd="480")

    assert answer.status_code == 422
    assert "Passet kan inte vara 8 tim: tiden är bara 6 tim." in text(answer)
    assert not Availability.objects.exists()


@pytest.mark.parametrize("length", ["7", "-30", "99999999999999999999", "\x00", "åtta"])
def test_a_length_that_is_not_offered_is_refused(maja, phone, length):
    assert send(phone, langd=length).status_code == 422
    assert not Availability.objects.exists()


def test_a_length_counts_for_nothing_but_acute_time(maja, phone):
    send(phone, slag=Kind.RESOURCE, langd="480")

    assert Availability.objects.get().shift_minutes is None


def test_what_she_changes_is_filled_with_the_length_that_stands(maja, phone):
    row = lay(maja, "06:00-23:00", Kind.ACUTE_RESOURCE, shift_minutes=450)

    page = phone.get(f"/kalender/tid/{row.pk}/andra/").content.decode()

    assert '<option value="450" selected>7 tim 30 min</option>' in page


def test_a_shift_is_part_of_the_employment_of_who_is_paid_by_the_month(town, maja, phone):
    booking = BookingFactory(order=town.order(), substitute=maja, terms={"pay_form": "monthly"})

    page = text(phone.get(f"/bokningar/{booking.pk}/"))

    assert "Passet ingår i din anställning med månadslön." in page
    assert "anställningsavtal" not in page
