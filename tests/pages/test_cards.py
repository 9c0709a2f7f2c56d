import pytest
from django.utils import translation

from portal.pages.cards import card
from portal.pages.models import Contact
from tests.clock import at
from tests.factories.pages import hours


@pytest.fixture
def staffing():
    weekdays = hours("0", "4", "06:30", "16:00", "11:30", "12:30")
    return Contact(name="Bemanningen", hours=[("days", weekdays), ("days", hours("5", "6", "06:30", "14:00"))])


def words(contact: Contact, moment: str) -> str:
    shown = card(contact, at=at(moment))
    return f"{shown.head} · {shown.detail}"


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("2026-05-12 13:00", "Öppet nu · Stänger 16.00"),
        ("2026-05-12 05:45", "Stängt nu · Öppnar 06.30, om 45 minuter"),
        ("2026-05-12 06:29:30", "Stängt nu · Öppnar 06.30, om 1 minut"),
        ("2026-05-12 05:30", "Stängt nu · Öppnar 06.30"),
        ("2026-05-12 11:45", "Stängt nu · Öppnar 12.30, om 45 minuter"),
        ("2026-05-12 18:00", "Stängt nu · Öppnar i morgon 06.30"),
        ("2026-05-15 18:00", "Stängt nu · Öppnar i morgon 06.30"),
    ],
)
def test_the_card_says_open_or_closed_and_when_that_changes(staffing, now, said):
    assert words(staffing, now) == said


def test_an_opening_later_in_the_week_is_told_by_its_day():
    contact = Contact(name="Lönecentrum", hours=[("days", hours("0", "4", "08:00", "12:00"))])

    assert words(contact, "2026-05-15 13:00") == "Stängt nu · Öppnar måndag 08.00"


def test_an_opening_after_a_week_is_told_by_its_date():
    contact = Contact(name="Lönecentrum", exceptions=[("date", a_date("2026-05-25", "08:00", "12:00"))])

    assert words(contact, "2026-05-12 13:00") == "Stängt nu · Öppnar måndag 25 maj 08.00"


def test_round_the_clock_is_told_as_such():
    contact = Contact(name="It-hjälpen", hours=[("days", hours("0", "6", "00:00", "00:00"))])

    assert words(contact, "2026-05-12 03:00") == "Öppet nu · Dygnet runt"
    assert card(contact, at=at("2026-05-12 03:00")).rows == [("Alla dagar", "00.00–24.00")]


def test_midnight_is_written_as_the_language_writes_it():
    contact = Contact(name="It-hjälpen", hours=[("days", hours("0", "6", "00:00", "00:00"))])

    with translation.override("en"):
        assert [span for _days, span in card(contact, at=at("2026-05-12 03:00")).rows] == ["00:00–24:00"]


def test_midnight_is_told_as_24(staffing):
    contact = Contact(name="Jouren", hours=[("days", hours("1", "1", "18:00", "00:00"))])

    assert words(contact, "2026-05-12 20:00") == "Öppet nu · Stänger 24.00"


def test_nothing_is_promised_when_it_never_opens():
    assert words(Contact(name="Nedlagt"), "2026-05-12 13:00") == "Stängt nu · "


def a_date(date: str, opens: str | None = None, closes: str | None = None) -> dict[str, object]:
    return {"date": at(f"{date} 00:00").date(), "reason": "", **clock(opens, closes)}


def clock(opens: str | None, closes: str | None) -> dict[str, object]:
    return {"opens": opens and at(f"2026-01-01 {opens}").time(), "closes": closes and at(f"2026-01-01 {closes}").time()}


def test_rows_show_the_week_the_lunch_and_the_coming_dates(staffing):
    staffing.exceptions = [
        ("date", a_date("2026-06-06")),  # too far ahead to be told
        ("date", a_date("2026-05-22")),
        ("date", a_date("2026-05-14", "06:30", "14:00")),
        ("date", a_date("2026-05-01")),  # past
    ]

    assert card(staffing, at=at("2026-05-12 13:00")).rows == [
        ("Måndag–fredag", "06.30–16.00"),
        ("Lunch", "11.30–12.30"),
        ("Lördag–söndag", "06.30–14.00"),
        ("Torsdag 14 maj", "06.30–14.00"),
        ("Fredag 22 maj", "Stängt"),
    ]


def test_a_holiday_closes_the_card(staffing):
    staffing.exceptions = [("date", a_date("2026-05-12"))]

    assert words(staffing, "2026-05-12 13:00") == "Stängt nu · Öppnar i morgon 06.30"


@pytest.mark.parametrize(("language", "written"), [("sv", "00.00–24.00"), ("en", "00:00–24:00")])
def test_a_day_without_end_is_written_as_the_clock_of_the_language(language, written):
    always = Contact(name="It-hjälpen", hours=[("days", hours("0", "6", "00:00", "00:00"))])

    with translation.override(language):
        [(_days, said)] = card(always, at=at("2026-05-12 12:00")).rows

    assert said == written
