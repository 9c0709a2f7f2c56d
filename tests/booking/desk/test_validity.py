"""Giltighet: what ends, whose it is, and which shifts need it."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from people.models import HistoryEntry
from tests.booking.desk.conftest import text
from tests.cast import NOW, at, with_role
from tests.factories.booking import BookingFactory
from tests.factories.people import AgreementFactory, CompetenceFactory, SubstituteCompetenceFactory
from tests.factories.standing import RecordsCheckFactory
from tests.page_checks import assert_valid_html

SOON = at("2026-05-20 00:00")
LATER_SHIFT = ("2026-05-25 07:00", "2026-05-25 16:00")


@pytest.fixture
def amira(town):
    return town.substitute(user__first_name="Amira", user__last_name="Hassan")


@pytest.fixture
def delegated(amira):
    return SubstituteCompetenceFactory(substitute=amira, ends=SOON)


@pytest.fixture
def report(planner):
    return lambda **query: text(planner.get(reverse("substitute:validity"), query))


def a_shift(town, substitute, *required):
    booking = BookingFactory(
        order=town.order(*LATER_SHIFT), substitute=substitute, agreement=substitute.agreements.get()
    )
    booking.order.competences.add(*required)
    return booking


def test_an_agreement_a_competence_and_a_check_that_end_soon_stand_there(amira, delegated, report):
    amira.agreements.update(ends=SOON)
    RecordsCheckFactory(substitute=amira, kind="school", ends=SOON)

    shown = report()

    for words in ("Undersköterska, Hemtjänst", "Delegering läkemedel", "Skola och förskola", "19 maj 2026", "3 papper"):
        assert words in shown
    assert_valid_html(shown)


@pytest.mark.parametrize(("days", "is_there"), [("14", False), ("30", True), ("60", True), ("90", True), ("x", False)])
def test_how_far_ahead_is_chosen(days, is_there, amira, report):
    SubstituteCompetenceFactory(substitute=amira, ends=NOW + timedelta(days=20))

    assert ("Delegering läkemedel<" in report(days=days)) is is_there


def test_shifts_after_it_that_need_it_are_named_and_no_others(town, amira, delegated, report):
    a_shift(town, amira, delegated.competence)
    BookingFactory(order=town.order("2026-05-26 07:00", "2026-05-26 16:00"), substitute=amira)
    before = town.order("2026-05-13 07:00", "2026-05-13 16:00")
    before.competences.add(delegated.competence)
    BookingFactory(order=before, substitute=amira)

    shown = report()

    assert "Måndag 25 maj 07.00–16.00" in shown
    assert "26 maj" not in shown
    assert "onsdag 13 maj" not in shown.lower()


def test_a_higher_competence_is_needed_by_shifts_that_ask_for_a_lower_one(town, amira, report):
    lower, higher = CompetenceFactory(name="lägre"), CompetenceFactory(name="högre")
    higher.stands_for.add(lower)
    SubstituteCompetenceFactory(substitute=amira, competence=higher, ends=SOON)
    a_shift(town, amira, lower)

    assert "Måndag 25 maj" in report()


def test_an_agreement_is_needed_by_what_is_booked_on_it_and_a_check_where_it_is_demanded(town, amira, report):
    a_shift(town, amira)
    RecordsCheckFactory(substitute=amira, kind="school", ends=SOON)
    assert "Måndag 25 maj" not in report()

    town.workplace.records_check = "school"
    town.workplace.save()
    assert report(kind="kontroll").count("Måndag 25 maj") == 1

    amira.agreements.update(ends=SOON)
    assert report(kind="avtal").count("Måndag 25 maj") == 1


def test_what_has_ended_is_there_only_while_a_coming_shift_needs_it(town, amira, delegated, report):
    delegated.ends = at("2026-05-01 00:00")
    delegated.save()
    assert "Inget går ut" in report()

    a_shift(town, amira, delegated.competence)
    assert "Har gått ut" in report()

    delegated.ends = at("2026-04-01 00:00")
    delegated.save()
    assert "Inget går ut" in report()


def test_whoever_cannot_be_booked_needs_no_papers(amira, delegated, report):
    amira.is_active = False
    amira.save()

    assert "Inget går ut" in report()


def test_by_kind_by_name_and_by_area(town, elsewhere, amira, delegated, report):
    town.planner.role_assignments.create(role="planner", area=elsewhere.area)
    there = elsewhere.substitute(user__first_name="Bo", user__last_name="Ek")
    there.agreements.update(ends=SOON)
    SubstituteCompetenceFactory(substitute=there, ends=SOON)

    assert "Delegering" not in report(kind="avtal")
    assert [name in report(q="hassan") for name in ("Amira Hassan</a>", "Bo Ek</a>")] == [True, False]
    by_area = report(area=elsewhere.area.pk)
    assert [name in by_area for name in ("Amira Hassan</a>", "Bo Ek</a>")] == [False, True]
    assert by_area.count("Bo Ek</a>") == 2


def test_nothing_of_another_area_is_there_neither_papers_nor_shifts(elsewhere, amira, delegated, report):
    AgreementFactory(substitute=amira, area=elsewhere.area, occupation=elsewhere.occupation, ends=SOON)
    BookingFactory(order=elsewhere.order(*LATER_SHIFT), substitute=amira).order.competences.add(delegated.competence)
    SubstituteCompetenceFactory(substitute=elsewhere.substitute(), ends=SOON)

    shown = report()

    assert "1 papper går ut" in shown
    assert "Förskola" not in shown
    assert "25 maj" not in shown


@pytest.mark.parametrize("kind", ["avtal", "kompetens", "kontroll"])
def test_prolonging_leads_to_a_form_that_is_filled_in(kind, town, amira, delegated, report, planner):
    amira.agreements.update(ends=SOON)
    RecordsCheckFactory(substitute=amira, kind="school", ends=SOON)
    shown = report(kind=kind)
    address = shown.split('class="vp-btn vp-btn--sm" href="')[1].split('"')[0].replace("&amp;", "&")

    form = text(planner.get(address.split("#")[0]))

    filled = {"avtal": f'value="{town.area.pk}" selected', "kompetens": f'value="{delegated.competence_id}" selected'}
    assert filled.get(kind, "Nytt utdrag") in form
    assert kind == "kontroll" or 'value="2026-05-20"' in form


def test_the_report_is_taken_out_as_a_file_and_that_is_in_the_history(town, amira, delegated, planner):
    a_shift(town, amira, delegated.competence)

    def fetch(kind):
        return planner.post(reverse("substitute:validity_export", args=[kind]) + "?q=hassan")

    table = b"".join(fetch("csv").streaming_content).decode().splitlines()
    sheet = load_workbook(BytesIO(b"".join(fetch("xlsx").streaming_content))).active

    assert table[0].startswith("employee_number,substitute,kind,paper,last_day,shifts")
    assert "Amira Hassan,Kompetens,Delegering läkemedel,2026-05-19,1" in table[1]
    assert [cell.value for cell in sheet[2]][1] == "Amira Hassan"
    noted = HistoryEntry.objects.filter(action="validity.export", area=town.area)
    assert [entry.data["rows"] for entry in noted] == [1, 1]
    assert "hassan" not in str(noted[0].data).lower()


def test_a_file_of_another_kind_or_for_somebody_else_is_not_there(town, officer, signed_in, planner):
    assert planner.post(reverse("substitute:validity_export", args=["pdf"])).status_code == 404
    for user, status in ((officer, 404), (with_role("planner", area=town.area), 200)):
        assert signed_in(user).get(reverse("substitute:validity")).status_code == status


def test_the_report_asks_as_much_for_one_paper_as_for_thirty(town, planner):
    delegation = CompetenceFactory()

    def one_more():
        substitute = town.substitute()
        SubstituteCompetenceFactory(substitute=substitute, competence=delegation, ends=SOON)
        a_shift(town, substitute, delegation)
        substitute.agreements.update(ends=SOON)

    def cost():
        planner.get(reverse("substitute:validity"))
        with CaptureQueriesContext(connection) as asked:
            planner.get(reverse("substitute:validity"))
        return len(asked)

    one_more()
    one = cost()
    for _more in range(14):
        one_more()

    assert cost() == one
