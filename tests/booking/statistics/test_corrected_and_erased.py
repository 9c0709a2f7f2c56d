"""Every table of figures there is says the same after somebody was corrected, and after she was erased."""

from datetime import timedelta

import pytest
from django.core.cache import cache

from booking.models import Absence, Enquiry
from booking.rules.las import VISSTID
from booking.views.desk.follow_up.files import TABLES
from people.operations import erasure, substitutes
from people.operations.accounts import Person
from tests.booking.statistics.conftest import of, thrice_a_month
from tests.cast import NOW, at, with_role
from tests.factories.booking import BookingFactory, EnquiryFactory

DAYS = ("2026-05-04 07:00", "2026-05-05 14:00", "2026-05-06 07:00", "2026-05-07 07:00")
NAMED = {"las", "timmar"}
"""Those that are about persons by name: of these the numbers alone are compared."""


@pytest.fixture
def her(town, filled, lapsed):
    """Somebody who has worked, said no and been away, among others who have."""
    her = town.substitute(user__first_name="Emma", user__last_name="Ek", user__phone="+46701740621")
    for day in DAYS:
        booking = filled(day, booking={"substitute": her}, minutes=30)
        EnquiryFactory(order=booking.order, substitute=her, status=Enquiry.Status.WON)
        filled(day, minutes=90)
    BookingFactory(order=lapsed(), substitute=her, ended_at=NOW, end_reason="other")
    Absence.objects.create(
        substitute=her, kind="set_days", starts=at("2026-05-08 00:00"), ends=at("2026-05-09 00:00"),
        noted_by=town.planner, noted_at=NOW,
    )  # fmt: skip
    return her


def figures(code, town) -> list[tuple[str, ...]]:
    """The table's cells as text, in whatever order; names of persons left out."""
    cache.clear()
    sheet = TABLES[code][0](of(town), town.planner)
    columns = [column.column for column in sheet.columns]
    rows = [[column.of(row) for column in columns] for row in sheet.rows]
    if code in NAMED:
        rows = [[cell for cell in row if isinstance(cell, int | float)] for row in rows]
    return sorted(tuple(map(str, row)) for row in rows)


def five_near_a_limit(her, town, worked) -> None:
    """She and four others have nine months' employment: fewer would not be counted out."""
    for person in (her, *(town.substitute() for _n in range(4))):
        worked(person, thrice_a_month(9), VISSTID)


def say_something(rows: list[tuple[str, ...]]) -> bool:
    """Whether any of them has a figure that is not nothing."""
    return any(cell[0] in "123456789" for row in rows for cell in row if cell)


@pytest.mark.parametrize("code", TABLES)
def test_a_person_who_is_corrected_or_erased_changes_no_figure(code, her, town, worked):
    if code == "las":
        five_near_a_limit(her, town, worked)
    before = figures(code, town)
    assert say_something(before)

    corrected = Person("Emilia", "Ekström", "070-174 06 22", "emilia@alvsunda.example")
    substitutes.change(her, corrected, is_active=True, by=town.planner, at=NOW)
    her.user.refresh_from_db()
    assert her.user.get_full_name() == "Emilia Ekström"
    assert figures(code, town) == before

    erasure.erase(her, by=with_role("system_owner"), at=NOW + timedelta(days=1))
    her.user.refresh_from_db()
    assert her.user.get_full_name() != "Emilia Ekström"
    assert figures(code, town) == before


def test_zeros_say_nothing():
    assert not say_something([("0", "0.0"), ("", "–")])
