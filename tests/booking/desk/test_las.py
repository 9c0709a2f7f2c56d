"""LAS at the desk: her own tab, and the lists of those who are near a limit, past one, or no longer booked near one."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from people.models import HistoryEntry
from tests.booking.desk.conftest import text
from tests.cast import at, with_role
from tests.factories.booking import AvailabilityFactory, BookingFactory, EnquiryFactory, OrderFactory
from tests.factories.people import AgreementFactory
from tests.page_checks import assert_valid_html

TODAY = date(2026, 5, 12)
KIND = "sarskild_visstid"


@pytest.fixture
def amira(town):
    return town.substitute(user__first_name="Amira", user__last_name="Hassan")


@pytest.fixture
def works(town):
    """`works(person, days)`: a shift on each of these days."""

    def work(person, days, kind=KIND, place=None):
        for day in days:
            starts = datetime(day.year, day.month, day.day, 6, tzinfo=UTC)
            order = OrderFactory(workplace=(place or town).workplace, starts=starts, ends=starts + timedelta(hours=4))
            agreement = person.agreements.first()
            BookingFactory(order=order, substitute=person, agreement=agreement, terms={"employment": kind})

    return work


def thirds(months, *, last=TODAY):
    """The 1st, the 2nd and the last of so many whole months before that day: all of their days count."""
    end = last.replace(day=1)
    for _n in range(months):
        before = end - timedelta(days=1)
        end = before.replace(day=1)
        yield from (end, end + timedelta(days=1), before)


@pytest.fixture
def report(planner):
    return lambda **query: text(planner.get(reverse("las:index"), query))


@pytest.fixture
def tab(planner, amira):
    return lambda **query: text(planner.get(reverse("substitute:las", args=[amira.pk]), query))


# August 2025 to April 2026: 31 + 30 + 31 + 30 + 31 + 31 + 28 + 31 + 30 = 273 days, one left to 274.
NINE = 9


def test_her_tab_tells_days_dates_and_rights_with_the_days_behind(amira, works, tab):
    works(amira, [*thirds(NINE), TODAY + timedelta(days=1), TODAY + timedelta(days=2)])

    shown = tab()

    for words in ("273 dagar", "1 dag kvar till 274.", "14 maj 2026", "Dagarna bakom", "April 2026: 30 dagar"):
        assert words in shown
    assert "fredag 3 april till onsdag 29 april: 27 dagar mellan pass" in shown
    assert_valid_html(shown)


def test_each_year_is_a_page_of_its_own_and_what_is_no_year_is_the_latest(amira, works, tab):
    works(amira, thirds(NINE))

    assert "December 2025: 31 dagar" in tab(ar="2025")
    for year in ("2026", "1999", "x", "\0", "9" * 400):
        assert "December 2025" not in tab(ar=year)


def test_a_shift_of_another_area_counts_and_its_place_is_not_told(amira, elsewhere, works, tab):
    works(amira, [date(2026, 5, 4)], place=elsewhere)
    works(amira, [date(2026, 5, 6)])

    shown = tab()

    assert "2 dagar" in shown
    assert "Pass i ett annat område" in shown
    assert str(elsewhere.workplace) not in shown


def test_whoever_is_another_areas_is_not_there_nor_are_the_lists_for_others(elsewhere, planner, officer, signed_in):
    hers = elsewhere.substitute()

    assert planner.get(reverse("substitute:las", args=[hers.pk])).status_code == 404
    assert signed_in(officer).get(reverse("las:index")).status_code == 404
    assert signed_in(officer).post(reverse("las:export", args=["csv"])).status_code == 404


def test_a_look_at_her_days_is_written_down_as_one_at_her_shifts(amira, town, tab):
    tab()

    assert amira.user.looks.get().page == "shifts"


def test_whoever_is_near_stands_with_days_left_dates_and_shifts(amira, works, report):
    works(amira, [*thirds(NINE), TODAY + timedelta(days=1), TODAY + timedelta(days=2)])

    shown = report()

    for words in ("Hassan", "företräde efter 9 månader", "1 kvar", "14 maj 2026", "Torsdag 30 april 2026"):
        assert words in shown
    assert "Onsdag 13 maj 2026" in shown
    assert_valid_html(shown)


def test_those_of_other_areas_and_those_without_an_agreement_are_not_told_of(elsewhere, town, works, report):
    works(elsewhere.substitute(user__last_name="Annars"), thirds(NINE))
    over = town.substitute(user__last_name="Slutat")
    works(over, thirds(NINE))
    over.agreements.update(ends=at("2026-05-01 00:00"))

    assert "Ingen här" in report()


@pytest.mark.parametrize(("within", "is_there"), [("30", False), ("60", True), ("x", False)])
def test_how_near_is_chosen(within, is_there, amira, works, report):
    works(amira, thirds(8))  # September 2025 to April 2026: 273 - 31 = 242 days, 32 left

    assert ("Hassan" in report(within=within)) is is_there


def test_the_list_is_narrowed_by_limit_area_and_name(amira, town, works, report):
    works(amira, thirds(NINE))

    for query in ({"limit": "next_one"}, {"area": town.area.pk}, {"q": "hass"}):
        assert "1 rad" in report(**query)
    for query in ({"limit": "fixed_term"}, {"area": "x"}, {"q": "back"}, {"limit": "x"}):
        assert "Ingen här" in report(**query)


def test_whoever_is_past_a_limit_stands_in_a_list_of_her_own(amira, works, report):
    works(amira, [*thirds(NINE), date(2026, 5, 4), date(2026, 5, 6)])  # 275

    assert "Hassan" not in report()
    shown = report(lista="over")
    assert "Hassan" in shown
    assert "6 maj 2026" in shown


def test_vikariat_is_counted_against_the_limit_that_holds_here(amira, works, report, settings):
    works(amira, [TODAY - timedelta(days=n) for n in range(530)], kind="vikariat")

    assert "18 kvar" in report()
    settings.LAS_VIKARIAT_BY_AGREEMENT = False
    assert "Ingen här" in report()


BEFORE = date(2026, 4, 13)
"""Four weeks and a day ago."""


def test_whoever_worked_and_is_booked_no_more_is_told_with_whether_she_was_asked(amira, town, works, report):
    works(amira, [*thirds(8, last=date(2026, 4, 1)), date(2026, 4, 1), date(2026, 4, 3), BEFORE])
    AvailabilityFactory(substitute=amira, starts=at("2026-05-20 07:00"), ends=at("2026-05-20 16:00"))

    shown = report(lista="slutade")
    assert "Hassan" in shown
    for words in ("Inte ens frågad", "Har lagt in tid", "Inget bokat", "Måndag 13 april 2026"):
        assert words in shown

    EnquiryFactory(order=town.order(), substitute=amira, asked_at=at("2026-05-05 07:00"))
    assert "Frågad 1 gång" in report(lista="slutade")
    assert "Ingen här" in report(lista="slutade", quiet="6")


def test_whoever_has_a_shift_to_come_anywhere_has_not_stopped(amira, elsewhere, works, report):
    works(amira, [*thirds(8, last=date(2026, 4, 1)), date(2026, 4, 1), date(2026, 4, 3), BEFORE])
    assert "Hassan" in report(lista="slutade")
    AgreementFactory(substitute=amira, area=elsewhere.area, occupation=elsewhere.occupation)
    works(amira, [date(2026, 6, 1)], place=elsewhere)

    assert "Ingen här" in report(lista="slutade")
    shown = report()
    assert "Måndag 1 juni 2026" in shown
    assert str(elsewhere.workplace) not in shown


def test_the_file_holds_what_the_list_shows_and_is_noted(amira, town, works, planner):
    works(amira, thirds(NINE))

    answer = planner.post(reverse("las:export", args=["xlsx"]) + "?q=hassan")

    heading, row = load_workbook(BytesIO(b"".join(answer.streaming_content))).active.iter_rows(values_only=True)
    assert heading[:5] == ("Anställningsnummer", "Vikarie", "Gräns", "Dagar", "Kvar")
    assert (row[1], row[3], row[4]) == (str(amira), 273, 1)
    entry = HistoryEntry.objects.get(action="las.export")
    assert (entry.data["rows"], entry.data["narrowed"]) == (1, {"q": True})


def test_so_many_queries_however_many_people(town, works, planner):
    def asked(**query) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert planner.get(reverse("las:index"), query).status_code == 200
        return len(queries)

    works(town.substitute(), thirds(NINE))
    asked()
    one = asked()
    for _n in range(2):
        works(town.substitute(), thirds(NINE))

    assert asked() == one
    assert one <= 32


def test_a_planner_finds_the_list_in_her_menu_and_an_officer_does_not(planner, officer, signed_in):
    address = f'"{reverse("las:index")}"'

    assert address in text(planner.get(reverse("substitute:index")))
    assert address not in text(signed_in(with_role("system_owner")).get(reverse("wagtailadmin_home")))
