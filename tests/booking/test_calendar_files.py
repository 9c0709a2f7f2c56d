"""The calendar file: by the standard whatever the names are, and the same moments whoever reads it."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import icalendar
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from booking import calendar_files
from booking.calendar_files import Event
from booking.period import STOCKHOLM, Period
from tests import rfc5545
from tests.cast import at

CHANGED = at("2026-05-12 05:45")
ODD = "Å, ä; ö \\ Björkgården\nplan 2: «Lönnen» 🌲 " + "särskilt boende " * 20


def an_event(starts="2026-05-13 07:00", ends="2026-05-13 16:00", **said) -> Event:
    usual = {
        "uid": "6f7e388e@vikarie.alvsunda.example", "is_off": False, "sequence": 1, "changed_at": CHANGED,
        "summary": "Pass på Solgården", "location": "Solgården, Solvägen 8", "description": "Fråga efter Jonas.",
        "url": "https://vikarie.alvsunda.example/bokningar/6f7e388e/",
    }  # fmt: skip
    period = Period(at(starts), at(ends)) if isinstance(starts, str) else Period(starts, ends)
    return Event(**(usual | said), period=period)


def times_of(file: bytes) -> tuple[datetime, datetime]:
    """As the library reads them, in UTC."""
    event = icalendar.Calendar.from_ical(file).walk("VEVENT")[0]
    return event.start.astimezone(UTC), event.end.astimezone(UTC)


def test_a_strict_reader_and_two_libraries_take_it():
    events = [an_event(position=(Decimal("66.60312"), Decimal("19.82"))), an_event(uid="another@x", is_off=True)]
    file = calendar_files.written(events, name="Mina pass", fetched_every=timedelta(hours=1))

    read = rfc5545.assert_valid(file)

    assert [event.value("STATUS") for event in read.all("VEVENT")] == ["CONFIRMED", "CANCELLED"]
    assert read.all("VEVENT")[0].value("GEO") == "66.60312;19.82"
    assert read.value("REFRESH-INTERVAL") == read.value("X-PUBLISHED-TTL") == "PT1H"
    assert vobject.readOne(file.decode()).validate(raiseException=True)
    assert len(icalendar.Calendar.from_ical(file).walk("VEVENT")) == 2


@pytest.mark.parametrize(
    ("starts", "ends", "hours"),
    [
        ("2027-03-27 22:00", "2027-03-28 06:00", 7),
        ("2027-10-30 22:00", "2027-10-31 06:00", 9),
        ("2026-05-13 22:00", "2026-05-14 06:00", 8),
    ],
)
def test_a_night_when_the_clock_changes_is_as_long_as_it_is(starts, ends, hours):
    file = calendar_files.written([an_event(starts, ends)])

    first, last = times_of(file)
    assert (first, last) == (at(starts).astimezone(UTC), at(ends).astimezone(UTC))
    assert last - first == timedelta(hours=hours)
    event = rfc5545.assert_valid(file).all("VEVENT")[0]
    assert event.value("DTSTART") == starts.replace("-", "").replace(":", "").replace(" ", "T") + "00"
    assert event.params("DTSTART") == {"TZID": "Europe/Stockholm"}


@pytest.mark.parametrize("fold", [0, 1])
def test_an_end_that_the_clock_shows_twice_is_the_one_that_was_meant(fold):
    ends = datetime(2027, 10, 31, 2, 30, tzinfo=STOCKHOLM, fold=fold)
    file = calendar_files.written([an_event(at("2027-10-30 22:00"), ends)])

    assert times_of(file)[1] == ends.astimezone(UTC)
    assert rfc5545.assert_valid(file).all("VEVENT")[0].value("DTEND").endswith("Z") == bool(fold)


def test_the_zone_of_the_file_is_that_of_stockholm_before_and_after_every_change():
    zone = (
        icalendar.Calendar.from_ical(calendar_files.written([an_event()])).walk("VTIMEZONE")[0].to_tz(lookup_tzid=False)
    )
    for year in range(2025, 2036):
        for month in (1, 3, 6, 10, 12):
            for day in range(1, 32, 3) if month in {1, 6, 12} else range(22, 32):
                for hour in (0, 1, 4, 12):
                    there = datetime.combine(date(year, month, min(day, 30)), time(hour), STOCKHOLM)
                    assert there.replace(tzinfo=zone).utcoffset() == there.utcoffset(), there


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400), st.text(max_size=400))
def test_whatever_people_write_the_file_is_valid_and_says_it(place, words):
    file = calendar_files.written([an_event(location=place, description=words)], name=place)

    rfc5545.assert_valid(file)
    event = icalendar.Calendar.from_ical(file).walk("VEVENT")[0]
    assert str(event["location"]) == calendar_files._text(place)


def test_odd_names_are_read_back_as_they_were_written():
    file = calendar_files.written([an_event(location=ODD, summary=ODD)])

    rfc5545.assert_valid(file)
    read = vobject.readOne(file.decode()).vevent
    assert read.location.value == read.summary.value == ODD
    assert max(map(len, file.split(b"\r\n"))) <= 75


@pytest.mark.parametrize(
    "other",
    [
        {"starts": "2026-05-13 08:00"}, {"is_off": True}, {"sequence": 2}, {"location": "Nygatan 1"},
        {"changed_at": CHANGED + timedelta(minutes=1)}, {"description": ""},
    ],
)  # fmt: skip
def test_another_file_has_another_fingerprint_and_the_same_the_same(other):
    assert calendar_files.fingerprint([an_event()]) == calendar_files.fingerprint([an_event()])
    assert calendar_files.written([an_event()]) == calendar_files.written([an_event()])

    assert calendar_files.fingerprint([an_event()]) != calendar_files.fingerprint([an_event(**other)])


def test_nobody_is_invited_and_nothing_rings():
    file = calendar_files.written([an_event()])

    assert not [word for word in (b"METHOD", b"ORGANIZER", b"ATTENDEE", b"VALARM") if word in file]


WRONG = {
    "no CRLF": lambda file: file.replace(b"\r\n", b"\n"),
    "a long line": lambda file: file.replace(b"SUMMARY:", b"SUMMARY:" + b"x" * 80),
    "no UID": lambda file: file.replace(b"UID:", b"X-UID:"),
    "two starts": lambda file: file.replace(b"SEQUENCE:1", b"DTSTART:20260513T050000Z"),
    "a zone that is not told": lambda file: file.replace(b"TZID=Europe/Stockholm", b"TZID=Europe/Oslo"),
    "a moment without a zone": lambda file: file.replace(b";TZID=Europe/Stockholm", b""),
    "a comma that is not escaped": lambda file: file.replace(b"\\,", b","),
    "another status": lambda file: file.replace(b"CONFIRMED", b"BOOKED"),
    "not ended": lambda file: file.replace(b"END:VEVENT\r\n", b""),
    "published by nobody": lambda file: file.replace(b"VERSION:2.0", b"VERSION:2.0\r\nMETHOD:PUBLISH"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_the_strict_reader_sees_what_is_wrong(wrong):
    file = WRONG[wrong](calendar_files.written([an_event()]))

    with pytest.raises(AssertionError):
        rfc5545.assert_valid(file)
