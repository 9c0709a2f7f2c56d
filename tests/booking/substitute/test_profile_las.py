"""Mina LAS-dagar: what has been counted, when it leads to something, and the days behind."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.booking.substitute.reading import text
from tests.factories.booking import BookingFactory, OrderFactory
from tests.page_checks import assert_valid_html

ADDRESS = "/profil/las-dagar/"


@pytest.fixture
def works(amira, town):
    """`works(first, number)`: a shift on each of so many days."""

    def work(first, number, kind="sarskild_visstid"):
        for n in range(number):
            starts = datetime(first.year, first.month, first.day, 6, tzinfo=UTC) + timedelta(days=n)
            order = OrderFactory(workplace=town.workplace, starts=starts, ends=starts + timedelta(hours=4))
            BookingFactory(
                order=order, substitute=amira, agreement=amira.agreements.first(), terms={"employment": kind}
            )

    return work


@pytest.fixture
def reads(phone):
    return lambda query="": text(phone.get(ADDRESS + query))


def test_without_shifts_there_is_nothing_and_it_says_why(phone, reads):
    page = reads()

    for words in ("0 dagar", "365 dagar kvar till 365.", "Inte nu: 0 dagar", "Inga dagar än."):
        assert words in page
    assert_valid_html(phone.get(ADDRESS).content.decode())


def test_both_limits_of_vikariat_are_shown_and_which_holds_here(reads, settings):
    not_here = "Den gränsen är inte den som gäller här."

    page = reads()
    assert page.index("Enligt kommunernas avtal (AB)") < page.index("Enligt lagen") < page.index(not_here)
    settings.LAS_VIKARIAT_BY_AGREEMENT = False
    assert reads().index(not_here) < reads().index("Enligt lagen")


def test_dates_are_told_by_what_is_booked_and_by_her_pace(works, reads):
    works(date(2025, 8, 12), 276)  # to the 14th of May 2026: 273 to the 11th, and the 12th is not over

    page = reads()

    assert "273 dagar" in page
    assert "Med det som är bokat 13 maj 2026" in page  # 274 on the 12th, 275 on the 13th
    assert "I samma takt som de senaste tre månaderna 15 maj 2026" in page  # 88 of 89 days: 2 take 2,02


def test_who_is_past_a_limit_reads_when_and_what_to_do(works, reads):
    works(date(2025, 5, 1), 366)

    page = reads()

    assert "Passerades 1 maj 2026" in page
    assert "Du har passerat en gräns. Ring Bemanningen" in page
    assert "Har företräde Sedan 30 januari 2026. Bokas inget mer gäller det till och med 1 februari 2027." in page
    assert "Besked ska ges om inget mer bokas" in page


def test_by_months_of_thirty_days_it_is_passed_before(works, reads):
    works(date(2025, 5, 1), 361)

    page = reads()

    assert "Passerad med 30 dagar per månad" in page
    assert "Då är gränsen 360 dagar." in page


@pytest.mark.parametrize(
    ("number", "kind", "why"),
    [
        (3, "sarskild_visstid", "Tre pass eller fler i månaden"),
        (2, "sarskild_visstid", "Färre än tre pass i månaden"),
        (3, "vikariat", "Vikariat räknas pass för pass."),
        (1, "vikariat", "Vikariat, 1 pass"),
    ],
)
def test_each_month_says_why_its_days_count(number, kind, why, works, reads):
    works(date(2026, 4, 6), number, kind)

    page = reads()

    assert why in page
    assert "Måndag 6 april Hemtjänst Solgården, 08.00–12.00" in page


def test_as_many_queries_however_many_shifts(works, phone):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert phone.get(ADDRESS).status_code == 200
        return len(queries)

    works(date(2026, 5, 1), 1)
    asked()
    one = asked()
    works(date(2026, 4, 1), 2)

    assert asked() == one
