"""Shifts of the schedule from a calendar, and booked ones in one."""

import pytest

from booking.period import Period
from scheduling.formats import calendar_in, calendar_out
from scheduling.formats.facts import Fact, Unreadable
from tests.clock import at
from tests.scheduling.formats.test_csv import BOOKED, SHIFT

ZONE = """BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:19961027T030000
TZOFFSETFROM:+0200
TZOFFSETTO:{offset}
END:STANDARD
END:VTIMEZONE"""
SHAPE = """UID:S-1
SEQUENCE:3
CATEGORIES:Akut resurstid
X-ANSTNR:M-1
X-GER-TID:JA
X-ARBETSPLATSER:4711\\,4712"""
TIMES = "DTSTART;TZID=Europe/Stockholm:20260513T070000\nDTEND:20260513T140000Z"


def calendar(*events: str, zone: str = "") -> bytes:
    parts = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *filter(None, [zone])]
    parts += [f"BEGIN:VEVENT\n{event}\nEND:VEVENT" for event in events]
    return "\r\n".join("\n".join([*parts, "END:VCALENDAR"]).split("\n")).encode()


def test_an_event_is_a_fact_by_the_line_where_it_begins():
    (fact,) = calendar_in.read(calendar(f"{SHAPE}\n{TIMES}"))

    assert fact == Fact(
        4, "S-1", "M-1", "acute_resource", SHIFT, gives_time=True, workplaces=("4711", "4712"), version=3
    )


@pytest.mark.parametrize(
    "times",
    [
        "DTSTART:20260513T070000\nDTEND:20260513T160000",  # floating
        "DTSTART:20260513T050000Z\nDURATION:PT9H",
        "DTSTART;TZID=W. Europe Standard Time:20260513T070000\nDTEND;TZID=CET:20260513T160000",
        "DTSTART;TZID=Hemma:20260513T070000\nDTEND;TZID=Hemma:20260513T160000",
    ],
)
def test_times_are_stockholms_unless_they_say_otherwise(times):
    zone = ZONE.format(name="Hemma", offset="+0100")

    assert calendar_in.read(calendar(f"{SHAPE}\n{times}", zone=zone))[0].period == SHIFT


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("DTSTART;TZID=America/New_York:20260513T070000\nDTEND:20260513T140000Z", "är inte Stockholms"),
        ("DTSTART;TZID=CET:20260513T070000\nDTEND:20260513T140000Z", "är inte Stockholms"),
        ("DTSTART:20260329T023000\nDTEND:20260329T070000", "aldrig"),
        ("DTSTART:20261025T023000\nDTEND:20261025T070000", "två gånger"),
        ("DTSTART;VALUE=DATE:20260513\nDTEND;VALUE=DATE:20260514", "Skriv klockslag"),
        (f"{TIMES}\nRRULE:FREQ=SECONDLY", "Passet upprepas"),
        (f"{TIMES}\nRDATE:20260514T070000", "Passet upprepas"),
        ("DTSTART:20260513T070000", "Skriv när passet börjar"),
        ("DTSTART:20260513T070000\nDURATION:P99999999999D", "Skriv när passet slutar"),
        (f"{TIMES}\nnonsens", "en rad som inte går att läsa"),
    ],
)
def test_what_is_wrong_is_said_of_its_event(said, why):
    foreign = ZONE.format(name="CET", offset="-0500")

    (fact,) = calendar_in.read(calendar(f"{SHAPE}\n{said}", zone=foreign))

    assert why in fact.fault
    assert (fact.line, fact.external_id) == (12, "S-1")


def test_a_cancelled_event_is_withdrawn_and_an_alarm_in_it_says_nothing():
    alarm = "BEGIN:VALARM\nUID:annan\nnonsens\nEND:VALARM"

    (fact,) = calendar_in.read(calendar(f"UID:S-1\nSEQUENCE:4\nSTATUS:CANCELLED\n{alarm}"))

    assert fact == Fact(4, "S-1", version=4, withdrawn=True)


def test_whose_it_is_may_stand_at_the_attendee():
    told = SHAPE.replace("X-ANSTNR:M-1", "ATTENDEE;X-ANSTNR=M-2;CN=x:mailto:a@exempel.se")

    assert calendar_in.read(calendar(f"{told}\n{TIMES}"))[0].employee_number == "M-2"


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\xff\xfe\xfa", b"hej", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1", b"BEGIN:VCALENDAR\n" + b"a" * 20_000,
        b"BEGIN:VCALENDAR\n" + b"\n" * 300_000, b"x" * 6_000_000,
    ],
)  # fmt: skip
def test_what_is_no_calendar_or_too_much_of_one_is_refused(content):
    with pytest.raises(Unreadable):
        calendar_in.read(content)


def test_a_folded_line_is_one():
    folded = f"{SHAPE}\n{TIMES}".replace("UID:S-1", "UID:S\n -1")

    assert calendar_in.read(calendar(folded))[0].external_id == "S-1"


def test_a_booked_shift_is_an_event_and_one_that_is_off_stays_cancelled():
    off = BOOKED.as_said() | {"state": "cancelled", "version": 3}
    shifts = [(BOOKED, at("2026-05-12 06:00")), (type(BOOKED).of(off), at("2026-05-12 06:00"))]

    text = calendar_out.written(shifts, host="portal.example").decode()

    assert text.count("UID:b1@portal.example") == 2
    assert "SEQUENCE:2" in text
    assert "STATUS:CANCELLED" in text
    assert "DTSTART:20260513T050000Z" in text
    assert "X-ANSTNR:M-1" in text
    assert "X-SCHEMAPASS:S-1\\,S-2" in text
    assert Period(SHIFT.starts, SHIFT.ends) == BOOKED.period
