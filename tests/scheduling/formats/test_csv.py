"""Shifts of the schedule from a table, and booked ones in one."""

from dataclasses import replace

import pytest

from booking.period import Period
from scheduling.formats import csv_in, csv_out
from scheduling.formats.facts import Booked, Fact, Unreadable
from tests.clock import at
from tests.factories.scheduling import row, table

SHIFT = Period(at("2026-05-13 07:00"), at("2026-05-13 16:00"))
BOOKED = Booked(
    booking="b1", version=2, is_off=False, employee_number="M-1", period=SHIFT, break_minutes=30,
    workplace="Solgården", workplace_code="4711", occupation="Undersköterska", gives_time=True, shifts=("S-1", "S-2"),
)  # fmt: skip


def test_a_row_is_a_fact():
    said = row(kind="Akut resurstid", gives="Ja", places="4711, 4712", version="3")

    (fact,) = csv_in.read(table(said))

    assert fact == Fact(
        2, "S-1", "M-1", "acute_resource", SHIFT, gives_time=True, workplaces=("4711", "4712"), version=3
    )
    assert Fact.of(fact.as_kept()) == fact


def test_a_withdrawn_row_needs_no_times():
    (fact,) = csv_in.read(table(row(starts="", ends="", kind="", state="Borttaget", version="4")))

    assert fact == Fact(2, "S-1", "M-1", version=4, withdrawn=True)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"external_id": ""}, "Skriv passets id"),
        ({"number": ""}, "Skriv anställningsnumret."),
        ({"kind": "Semester"}, "Slaget ska vara"),
        ({"starts": "2026-03-29 02:30", "ends": "2026-03-29 07:00"}, "aldrig"),
        ({"ends": "2026-05-13 06:00"}, "slutar innan det börjar"),
        ({"ends": "2026-05-15 06:00"}, "Passet är för långt"),
        ({"starts": "2199-05-13 07:00", "ends": "2199-05-13 16:00"}, "för långt bort i tiden"),
        ({"gives": "kanske"}, "Skriv Ja eller Nej"),
        ({"version": "9" * 400}, "Versionen är ett heltal"),
        ({"version": "²"}, "Versionen är ett heltal"),
        ({"state": "?"}, "Status ska vara"),
        ({"places": "k" * 41}, "för långa koder"),
    ],
)
def test_what_is_wrong_is_said_of_its_row(said, why):
    good, bad = csv_in.read(table(row("S-0"), row(**said)))

    assert good.fault == ""
    assert (bad.line, why in bad.fault) == (3, True), bad.fault


@pytest.mark.parametrize("content", [b"", b"a;b\n1;2", b"\x00\x01", b"PK\x03\x04 no book"])
def test_what_is_no_such_table_is_refused(content):
    with pytest.raises(Unreadable):
        csv_in.read(content)


def test_more_rows_than_are_read_at_once_are_refused():
    with pytest.raises(Unreadable, match="2 000 rader"):
        csv_in.read(table(*(row(f"S-{n}") for n in range(2001))))


def test_a_booked_shift_is_a_row_with_its_offset():
    lines = csv_out.written([BOOKED]).decode("utf-8-sig").splitlines()

    assert lines[1] == (
        "b1;2;Bokat;M-1;2026-05-13T07:00+02:00;2026-05-13T16:00+02:00;30;Solgården;4711;Undersköterska;Ja;S-1,S-2"
    )


def test_a_shift_over_the_longer_night_says_both_offsets():
    night = Period(at("2026-10-24 22:00"), at("2026-10-25 07:00"))

    text = csv_out.written([replace(BOOKED, is_off=True, period=night, workplace="=HYPERLINK()")]).decode()

    assert "Avbokat;M-1;2026-10-24T22:00+02:00;2026-10-25T07:00+01:00" in text
    assert "'=HYPERLINK()" in text


def test_what_is_said_can_be_read_again():
    assert Booked.of(BOOKED.as_said()).as_said() == BOOKED.as_said()
