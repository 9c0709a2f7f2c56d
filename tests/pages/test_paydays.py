"""The paydays: how editors keep them, and what the page shows of them."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from portal.pages.models import Payday, PaydayPage
from tests.cast import at
from tests.factories.pages import below
from tests.pages.counting import asked


def a_payday(month: str, hand_in_by: str, payday: str, **fields: object) -> Payday:
    return Payday(
        month=date.fromisoformat(month), hand_in_by=at(hand_in_by), payday=date.fromisoformat(payday), **fields
    )


def paid(*months: int, year: int = 2026) -> None:
    """The months of the year whose hours are paid on the 25th."""
    for month in months:
        a_payday(f"{year}-{month:02}-01", f"{year}-{month:02}-20 12:00", f"{year}-{month:02}-25").save()


@pytest.fixture
def page(home, client):
    """The page as it is shown."""
    below(home, PaydayPage, "Lön", slug="lon")
    return lambda: client.get("/lon/")


@pytest.mark.parametrize(
    ("row", "field", "why"),
    [
        (("2026-05-01", "2026-04-30 12:00", "2026-06-26"), "hand_in_by", "Dagen ligger före arbetsmånaden."),
        (
            ("2026-05-01", "2026-06-26 12:00", "2026-06-26"),
            "payday",
            "Lönedagen måste komma efter sista dagen att lämna in.",
        ),
        (
            ("2026-05-01", "2026-06-03 12:00", "2026-09-25"),
            "payday",
            "Lönedagen ligger mer än tre månader efter arbetsmånaden.",
        ),
        (("2026-05-01", "2026-06-03 12:00", "2026-06-27"), "payday", "Banken betalar inte ut på en lördag"),
        (("2026-11-01", "2026-12-03 12:00", "2026-12-25"), "payday", "Banken betalar inte ut på en lördag"),
    ],
)
def test_a_payday_that_cannot_be_is_refused_beside_its_field(db, row, field, why):
    with pytest.raises(ValidationError) as refused:
        a_payday(*row).full_clean()

    assert refused.value.message_dict[field][0].startswith(why)


def test_any_day_of_a_month_means_the_month_and_a_month_stands_once(db):
    may = a_payday("2026-05-17", "2026-06-03 12:00", "2026-06-26")
    may.full_clean()
    may.save()

    assert may.month == date(2026, 5, 1)
    assert str(may) == "maj 2026"
    with pytest.raises(ValidationError):
        a_payday("2026-05-02", "2026-06-03 12:00", "2026-06-25").full_clean()


def test_the_database_pays_no_month_before_it_begins(db):
    with pytest.raises(IntegrityError), transaction.atomic():
        a_payday("2026-05-01", "2026-04-03 12:00", "2026-04-26").save()


def test_the_page_marks_the_next_and_tells_which_have_been(page, time_machine):
    time_machine.move_to("2026-05-25T12:00:00+02:00", tick=False)
    paid(4, 5, 6)

    html = page().content.decode()

    assert page().context["next_payday"].payday == date(2026, 5, 25)  # still today
    assert html.count('aria-current="date"') == 1
    assert html.count("Utbetald") == 1
    assert "måndag 25 maj 2026" in html
    assert "ons 20 maj 12.00" in html


def test_in_the_last_days_of_the_year_the_next_is_in_the_new_one(page, time_machine):
    time_machine.move_to("2026-12-29T12:00:00+01:00", tick=False)
    paid(11, 12)
    paid(1, 2, year=2027)

    answer = page()

    assert [one.payday.month for one in answer.context["paydays"]] == [11, 12, 1]
    assert "måndag 25 januari 2027" in answer.content.decode()


def test_a_year_without_paydays_says_so(page):
    assert "Årets lönedagar är inte klara än." in page().content.decode()


def test_twelve_months_ask_no_more_than_one(home, client, time_machine):
    time_machine.move_to("2026-05-25T12:00:00+02:00", tick=False)
    below(home, PaydayPage, "Lön", slug="lon")
    paid(6)
    one = asked(client, "/lon/")
    paid(1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12)

    assert asked(client, "/lon/") == one <= 12


def test_an_editor_keeps_the_paydays_and_a_planner_does_not(signed_in, editor, town):
    form = {"month": "2026-05-12", "hand_in_by": "2026-06-03 12:00", "payday": "2026-06-26", "note": ""}

    assert signed_in(town.planner).get("/admin/snippets/pages/payday/").status_code in {302, 403}
    signed_in(editor).post("/admin/snippets/pages/payday/add/", form)

    assert Payday.objects.get().month == date(2026, 5, 1)
