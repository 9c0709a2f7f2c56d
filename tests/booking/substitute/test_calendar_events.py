"""Her shifts as her own calendar reads them: where, when and whom to ask for, and what became of them."""

import re
from datetime import timedelta

import pytest
import time_machine

from booking.models import EndReason
from booking.operations import bookings, changing
from tests import rfc5545
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory

LATER = NOW + timedelta(hours=2)


@pytest.fixture
def booking(town, amira):
    order = town.order(contact="Jonas Berg", reference="Gun Sjöstrand", text="Ta med matlåda", note="ring inte hem")
    return bookings.book(order, amira, by=town.planner, at=NOW)


@pytest.fixture
def read(client, feed):
    """`read()`: what her calendar reads, event by event; without signing in."""

    def events() -> list[rfc5545.Component]:
        answer = client.get(f"/kalender/prenumeration/{feed.token}.ics")
        assert answer.status_code == 200
        return rfc5545.assert_valid(answer.content).all("VEVENT")

    return events


def test_a_shift_says_where_when_and_whom_to_ask_for_and_no_more(booking, read):
    event = read()[0]

    assert event.value("UID") == f"{booking.pk}@localhost"
    assert event.value("DTSTART") == "20260513T070000"
    said = "".join(value for _name, _params, value in event.properties)
    for words in ("Hemtjänst Solgården", "Storgatan 14", "Jonas Berg", "0980-319 245", f"/bokningar/{booking.pk}/"):
        assert words in said
    for secret in ("Sjöstrand", "matlåda", "ring inte", booking.order.reason.name):
        assert secret not in said


def test_a_workplace_without_a_telephone_and_a_contact_says_neither(town, amira, read):
    type(town.workplace).objects.update(phone="")
    BookingFactory(order=town.order(), substitute=amira)

    said = read()[0].value("DESCRIPTION")
    assert "Telefon" not in said
    assert "Fråga efter" not in said


def test_a_change_raises_the_sequence_and_keeps_the_uid(town, booking, read):
    before = read()[0]

    changing.change(booking.order, {"starts": at("2026-05-13 08:00")}, by=town.planner, at=LATER)

    after = read()[0]
    assert after.value("UID") == before.value("UID")
    assert int(after.value("SEQUENCE")) > int(before.value("SEQUENCE"))
    assert after.value("LAST-MODIFIED") == after.value("DTSTAMP") == LATER.strftime("%Y%m%dT%H%M%SZ")
    assert after.value("DTSTART") == "20260513T080000"


def test_a_shift_that_is_taken_back_is_cancelled_for_a_month_and_then_gone(town, booking, read):
    was = int(read()[0].value("SEQUENCE"))
    bookings.end(booking, by=town.planner, at=LATER, reason=EndReason.CALLED_OFF)

    event = read()[0]
    assert (event.value("STATUS"), event.value("TRANSP")) == ("CANCELLED", "TRANSPARENT")
    assert event.value("SUMMARY") == "Avbokat pass på Hemtjänst Solgården"
    assert int(event.value("SEQUENCE")) > was
    assert "sjuk" not in str(event.properties)
    with time_machine.travel(LATER + timedelta(days=31), tick=False):
        assert read() == []


def test_three_months_back_and_all_to_come_and_nobody_elses(town, amira, read):
    for day in ("2026-02-01", "2026-03-01", "2027-12-01"):
        BookingFactory(order=town.order(f"{day} 07:00", f"{day} 16:00"), substitute=amira)
    BookingFactory(order=town.order(), substitute=town.substitute())

    assert [event.value("DTSTART")[:8] for event in read()] == ["20260301", "20271201"]


def test_it_is_hers_also_when_she_plans(town, amira, read):
    amira.user.role_assignments.create(role="planner", area=town.area)
    BookingFactory(order=town.order(), substitute=town.substitute())

    assert read() == []


def test_the_position_is_told_when_it_is_known(town, booking, read):
    assert read()[0].value("GEO") is None
    type(town.workplace).objects.update(latitude="66.60480", longitude="19.84120")

    assert read()[0].value("GEO") == "66.6048;19.8412"


def test_it_is_in_her_own_language(amira, booking, read):
    amira.user.language = "en"
    amira.user.save()

    assert read()[0].value("SUMMARY")


def test_one_shift_is_a_file_with_a_name_that_says_which(phone, booking):
    answer = phone.get(f"/bokningar/{booking.pk}/kalender.ics")

    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    name = re.fullmatch(r'attachment; filename="(.*)"', answer.headers["Content-Disposition"])[1]
    assert name == "pass-2026-05-13-hemtjanst-solgarden.ics"
    assert len(rfc5545.assert_valid(answer.content).all("VEVENT")) == 1


def test_anothers_shift_is_no_file(phone, town):
    others = BookingFactory(order=town.order(), substitute=town.substitute())

    assert phone.get(f"/bokningar/{others.pk}/kalender.ics").status_code == 404
