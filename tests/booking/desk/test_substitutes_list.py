"""Vikarier: what the list can be narrowed to, and what stands in it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from booking.models import Absence, Kind, SavedView
from tests.booking.desk.conftest import text
from tests.cast import NOW, at
from tests.factories.booking import AvailabilityFactory, BookingFactory
from tests.factories.people import (
    AgreementFactory,
    CompetenceFactory,
    OccupationFactory,
    SubstituteCompetenceFactory,
    SubstituteFactory,
)
from tests.factories.standing import RecordsCheckFactory
from tests.page_checks import assert_valid_html

NEXT_WEEK = {"starts": at("2026-05-20 07:00"), "ends": at("2026-05-20 16:00")}


@pytest.fixture
def people(town):
    """By name: Asta, Bo, Cia."""
    return {name: town.substitute(user__first_name=name, user__last_name="Ek") for name in ("Asta", "Bo", "Cia")}


@pytest.fixture
def finds(planner):
    """`finds(week="tom")`: the first names in the list, as it is narrowed."""

    def find(**query):
        shown = text(planner.get(reverse("substitute:index"), query))
        return [name for name in ("Asta", "Bo", "Cia", "Dan") if f"{name} Ek</a>" in shown]

    return find


def test_everyone_of_her_areas_stands_there_by_name(people, elsewhere, finds):
    elsewhere.substitute(user__first_name="Dan", user__last_name="Ek")

    assert finds() == ["Asta", "Bo", "Cia"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("asta", ["Asta"]),
        ("ek bo", ["Bo"]),
        ("V-17", ["Cia"]),
        ("dan", []),
        ("'\"%", []),
        ("\x00", ["Asta", "Bo", "Cia"]),
    ],
)
def test_each_word_is_looked_for_in_name_and_number(words, found, people, finds):
    people["Cia"].employee_number = "V-17"
    people["Cia"].save()

    assert finds(q=words) == found


def test_by_area_and_occupation_of_the_same_agreement(town, elsewhere, people, finds, planner):
    carer = OccupationFactory(name="barnskötare")
    town.planner.role_assignments.create(role="planner", area=elsewhere.area)
    AgreementFactory(substitute=people["Bo"], area=elsewhere.area, occupation=carer)
    AgreementFactory(substitute=people["Cia"], area=None, workplace=elsewhere.workplace, occupation=carer, ends=NOW)

    assert finds(area=elsewhere.area.pk) == ["Bo"]
    assert finds(occupation=carer.pk) == ["Bo"]
    assert finds(area=elsewhere.area.pk, occupation=carer.pk) == ["Bo"]
    assert finds(area=town.area.pk, occupation=carer.pk) == []


def test_nobody_is_found_by_an_agreement_or_an_area_that_is_another_planners(elsewhere, people, finds):
    carer = OccupationFactory(name="barnskötare")
    AgreementFactory(substitute=people["Bo"], area=elsewhere.area, occupation=carer)

    assert finds(occupation=carer.pk) == []
    assert finds(area=elsewhere.area.pk) == []


def test_by_competence_or_one_that_stands_for_it(people, finds):
    lower, higher = CompetenceFactory(name="lägre"), CompetenceFactory(name="högre")
    higher.stands_for.add(lower)
    SubstituteCompetenceFactory(substitute=people["Asta"], competence=lower)
    SubstituteCompetenceFactory(substitute=people["Bo"], competence=higher)
    SubstituteCompetenceFactory(substitute=people["Cia"], competence=lower, ends=NOW)

    assert finds(competence=lower.pk) == ["Asta", "Bo"]
    assert finds(competence=higher.pk) == ["Bo"]


def test_who_can_be_booked_and_who_cannot(people, finds):
    people["Bo"].is_active = False
    people["Bo"].save()
    people["Cia"].agreements.update(ends=NOW)

    assert finds(bookable="ja") == ["Asta"]
    assert finds(bookable="nej") == ["Bo", "Cia"]


def test_whose_next_week_is_empty(town, people, finds):
    AvailabilityFactory(substitute=people["Asta"], **NEXT_WEEK)
    AvailabilityFactory(substitute=people["Bo"], kind=Kind.NOT_AVAILABLE, **NEXT_WEEK)
    assert finds(week="tom") == ["Bo", "Cia"]

    BookingFactory(order=town.order("2026-05-21 07:00", "2026-05-21 16:00"), substitute=people["Cia"])
    away = {"starts": at("2026-05-18 00:00"), "ends": at("2026-05-19 00:00"), "noted_by": town.planner, "noted_at": NOW}
    Absence.objects.create(substitute=people["Bo"], kind=Absence.Kind.SET_DAYS, **away)
    assert finds(week="tom") == []
    assert finds(week="tid") == ["Asta", "Cia"]


def test_whose_papers_end_soon_or_have_just_ended(people, finds):
    people["Asta"].agreements.update(ends=at("2026-06-01 00:00"))
    RecordsCheckFactory(substitute=people["Bo"], ends=at("2026-06-01 00:00"))
    SubstituteCompetenceFactory(substitute=people["Cia"], ends=at("2026-05-01 00:00"))

    assert finds(papers="30") == ["Asta", "Bo"]
    assert finds(papers="slut") == ["Cia"]


def test_a_choice_that_is_none_finds_nothing_and_says_so(people, planner):
    shown = text(planner.get(reverse("substitute:index"), {"week": "snart"}))

    assert "Inga vikarier" in shown
    assert "finns inte bland dina val" in shown


def test_a_row_says_what_is_soon_to_be_seen_to(town, people, planner):
    SubstituteCompetenceFactory(substitute=people["Asta"], ends=at("2026-10-01 00:00"))
    AvailabilityFactory(substitute=people["Asta"], **NEXT_WEEK)
    BookingFactory(order=town.order("2026-05-21 07:00", "2026-05-21 16:00"), substitute=people["Bo"])

    shown = text(planner.get(reverse("substitute:index")))

    for words in ("30 september 2026", "Inlagd tid", "1 pass", "Tom</span>", "Tills vidare"):
        assert words in shown
    assert_valid_html(shown)


def test_a_view_of_the_list_is_kept(people, town, planner):
    SavedView.objects.create(user=town.planner, of="substitutes", name="Tomma", query="week=tom", made_at=NOW)

    assert "Tomma" in text(planner.get(reverse("substitute:index"), {"week": "tom"}))


def test_an_officer_reads_the_list_and_does_nothing_to_it(people, officer, signed_in, owner):
    shown = text(signed_in(officer).get(reverse("substitute:index")))

    assert "Asta Ek" in shown
    assert 'name="deed"' not in shown
    assert signed_in(owner).get(reverse("substitute:index")).status_code in {302, 404}


def test_the_narrowed_list_asks_as_much_for_one_row_as_for_thirty(town, planner):
    address = reverse("substitute:index") + "?week=tom&papers=30&bookable=ja"

    def one_more():
        substitute = SubstituteFactory()
        AgreementFactory(substitute=substitute, area=town.area, occupation=town.occupation, ends=at("2026-06-01 00:00"))

    def cost():
        planner.get(address)
        with CaptureQueriesContext(connection) as asked:
            planner.get(address)
        return len(asked)

    one_more()
    one = cost()
    for _more in range(29):
        one_more()

    assert cost() == one
