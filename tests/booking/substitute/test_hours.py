"""Mina timmar: a month of what she worked, by class, with the shifts behind it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from booking.operations import attendance, worked_time
from booking.operations.worked_time import Told
from booking.period import Period
from portal.pages import frame
from tests.booking.substitute.reading import text
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory
from tests.page_checks import assert_valid_html

PAGE = reverse("booking:hours")


@pytest.fixture
def worked(town, amira):
    """`worked("2026-05-04 07:00", "2026-05-04 16:00")`: a shift of hers with a break of half an hour."""

    def booking(starts, ends, **fields):
        order = town.order(starts, ends, status="completed")
        return BookingFactory(order=order, substitute=amira, **{"break_minutes": 30} | fields)

    return booking


def month(phone, name="2026-05") -> str:
    answer = phone.get(PAGE, {"manad": name})
    assert answer.status_code == 200
    assert_valid_html(answer.content.decode())
    return text(answer)


def test_the_month_is_summed_and_what_is_approved_told_apart(town, phone, worked):
    approved = worked("2026-05-04 07:00", "2026-05-04 16:00")
    attendance.attest(approved, by=town.manager, at=NOW)
    worked("2026-05-05 07:00", "2026-05-05 14:00")

    shown = month(phone)

    assert "15 tim Godkänt 8,5 tim Inte godkänt än 6,5 tim" in shown
    assert "Preliminärt: det som inte är godkänt kan ändras." in shown
    assert "Måndag 4 maj 07.00–16.00 8,5 tim" in shown
    assert "Av det är Ordinarie tid Upp till din arbetstid i veckan 15 tim" in shown
    assert "Obekväm arbetstid" not in shown


def test_inconvenient_hours_are_named_with_the_hours_that_they_are(phone, worked):
    worked("2026-05-04 18:00", "2026-05-05 07:00", break_minutes=0)

    shown = month(phone)

    assert "Ob kväll Måndag till torsdag 19–22 3 tim" in shown
    assert "Ob natt Måndag till torsdag 22–06 8 tim" in shown


def test_what_passes_a_full_week_is_overtime(phone, worked):
    for day in range(4, 9):
        worked(f"2026-05-0{day} 07:00", f"2026-05-0{day} 16:00")

    assert "Övertid Mer än 40 timmar i veckan 2,5 tim" in month(phone)


def test_what_stands_counts_and_not_what_was_booked(town, phone, worked):
    booking = worked("2026-05-04 07:00", "2026-05-04 16:00")
    told = Told(Period(booking.starts, at("2026-05-04 14:00")), 0)
    worked_time.answer(booking, told, by=town.manager, at=NOW)

    assert "Måndag 4 maj 07.00–14.00 7 tim" in month(phone)


def test_the_night_of_the_clock_change_has_its_real_hours(phone, worked):
    worked("2026-03-28 21:00", "2026-03-29 07:00", break_minutes=120)

    assert "21.00–07.00 7 tim (sommartid)" in month(phone, "2026-03")


def test_each_month_leads_to_those_beside_it_and_an_empty_one_says_so(phone, worked):
    worked("2026-04-30 21:00", "2026-05-01 07:00")

    answer = phone.get(PAGE)

    assert "Inga timmar" in text(answer)
    assert f"{PAGE}?manad=2026-04" in answer.content.decode()
    assert f"{PAGE}?manad=2026-06" in answer.content.decode()
    assert "Torsdag 30 april" in month(phone, "2026-04"), "a shift is of the month that it begins in"


@pytest.mark.parametrize("name", ["", "x", "2026-13", "9999-01", "\x00", "1999-12"])
def test_what_is_no_month_is_this_one(phone, name):
    assert "Maj 2026" in text(phone.get(PAGE, {"manad": name}))


def test_nothing_of_anothers_is_there(town, phone):
    order = town.order("2026-05-04 07:00", "2026-05-04 16:00", status="completed")
    BookingFactory(order=order, substitute=town.substitute())

    assert "Inga timmar" in month(phone)


def test_a_month_asks_as_much_for_one_shift_as_for_many(phone, worked):
    def questions() -> int:
        frame.lately()  # as a process that has been up for a while
        with CaptureQueriesContext(connection) as asked:
            phone.get(PAGE)
        return len(asked)

    worked("2026-05-04 07:00", "2026-05-04 16:00")
    questions()
    for_one = questions()
    for day in range(5, 9):
        worked(f"2026-05-0{day} 07:00", f"2026-05-0{day} 16:00")

    assert questions() <= for_one <= 12
