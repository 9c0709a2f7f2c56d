"""What would come of each row of a file of substitutes, said before anything is done."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people.importing import columns, plan
from people.importing.plan import What
from people.importing.tables import Unreadable
from people.models import HiddenIdentity, HistoryEntry, Substitute
from tests.cast import NOW, at
from tests.factories.people import (
    AgreementFactory,
    CompetenceFactory,
    OccupationFactory,
    RoleAssignmentFactory,
    SubstituteCompetenceFactory,
    SubstituteFactory,
    UserFactory,
    WorkplaceFactory,
)
from tests.people.importing.files import one_of_many, row

NAMED = {"first_name": "Mira", "last_name": "Lindgren", "phone": "+46701740605", "email": "mira@alvsunda.example"}


@pytest.fixture(autouse=True)
def carer(db):
    return OccupationFactory(name="barnskötare")


def known(town, carer, **user):
    """Mira, as she stands in the portal."""
    named = {f"user__{name}": value for name, value in (NAMED | user).items()}
    hers = SubstituteFactory(employee_number="V-1", **named)
    AgreementFactory(substitute=hers, area=town.area, occupation=carer, starts=at("2026-01-01 00:00"))
    return hers


def line(town, **said):
    return plan.of([row(town.area, **said)], by=town.planner)[0]


def test_somebody_whom_nobody_knows_is_new(town):
    found = line(town)

    assert (found.what, found.news, found.faults) == (What.NEW, ("agreement",), {})


def test_nothing_is_done_by_looking(town):
    line(town)

    assert not Substitute.objects.exists()
    assert not HistoryEntry.objects.exists()


def test_whoever_is_in_the_portal_with_the_same_words_is_alike(town, carer):
    known(town, carer)

    assert line(town).what is What.ALIKE


def test_what_is_new_of_somebody_known_is_named(town, carer):
    known(town, carer)
    CompetenceFactory(name="Lyftutbildning")

    found = line(town, phone="070-174 06 06", email="mira.l@alvsunda.example", competence="lyftutbildning")

    assert (found.what, found.news) == (What.CHANGED, ("phone", "email", "competence"))


def test_an_agreement_more_is_no_change_of_the_person(town, carer):
    known(town, carer)
    place = WorkplaceFactory(area=town.area, name="Björken")

    found = plan.of([row(place)], by=town.planner)[0]

    assert (found.what, found.news) == (What.ADDED, ("agreement",))


def test_several_rows_of_one_number_are_one_person_with_several_papers(town):
    place = WorkplaceFactory(area=town.area, name="Björken")
    CompetenceFactory(name="Lyftutbildning")

    rows = [row(town.area), row(place, 3, competence="Lyftutbildning"), row(place, 4)]
    found = plan.of(rows, by=town.planner)

    assert [each.what for each in found] == [What.NEW, What.ADDED, What.ALIKE]
    assert found[1].news == ("agreement", "competence")


@pytest.mark.parametrize(
    ("said", "column", "words"),
    [
        ({"employee_number": ""}, "employee_number", "Skriv anställningsnumret."),
        ({"employee_number": "x" * 21}, "employee_number", "som mest 20 tecken"),
        ({"first_name": ""}, "first_name", "Skriv förnamnet."),
        ({"phone": "12"}, "phone", "Skriv ett telefonnummer som finns"),
        ({"email": "mira"}, "email", "namn@exempel.se"),
        ({"born": ""}, "born", "Skriv födelsedagen."),
        ({"born": "17 mars"}, "born", "Skriv dagen som 2026-05-13."),
        ({"born": "0096-03-17"}, "born", "Kontrollera året."),
        ({"place": ""}, "place", "Skriv ett område eller en arbetsplats."),
        ({"place": "Månen"}, "place", "Det finns inget område"),
        ({"occupation": "Astronaut"}, "occupation", "Skriv ett yrke som finns i portalen."),
        ({"competence": "Trolla"}, "competence", "Skriv en kompetens som finns i portalen."),
        ({"pay_form": "guld"}, "pay_form", "Skriv timlön eller månadslön."),
        ({"starts": ""}, "starts", "Skriv dagen."),
        ({"ends": "2026-05-31"}, "ends", "Sista dagen kan inte ligga före den första."),
        ({"competence_ends": "2026-05-31"}, "competence_ends", "Sista dagen kan inte ligga före den första."),
        ({"first_name": "=cmd()"}, "first_name", "Börja inte med ="),
    ],
)
def test_what_is_wrong_is_said_by_its_column(said, column, words, town):
    found = line(town, **said)

    assert found.what is What.FAULTY
    assert words in found.faults[column]


def test_every_fault_of_a_row_is_said_at_once(town):
    assert line(town, phone="12", occupation="Astronaut", starts="").faults.keys() == {"phone", "occupation", "starts"}


def test_a_place_of_another_area_is_no_place(town, elsewhere):
    found = plan.of([row(elsewhere.area), row(elsewhere.workplace, 3)], by=town.planner)

    assert [each.faults.keys() for each in found] == [{"place"}, {"place"}]


def test_a_name_of_two_workplaces_must_be_said_with_its_area(town, elsewhere):
    town.planner.role_assignments.create(role="planner", area=elsewhere.area)
    for area in (town.area, elsewhere.area):
        WorkplaceFactory(area=area, name="Björken")

    unclear, clear = plan.of([row("Björken"), row(f"{town.area}, Björken", 3, employee_number="V-2")], by=town.planner)

    assert "Skriv Område, Arbetsplats." in unclear.faults["place"]
    assert clear.faults == {"email": "E-postadressen används redan av ett annat konto."} or clear.what is What.NEW


def test_an_address_that_somebody_else_has_is_refused(town, carer):
    UserFactory(email="Mira@alvsunda.example")

    assert "används redan" in line(town).faults["email"]


def test_two_new_persons_of_one_file_cannot_share_an_address(town):
    first, second = plan.of([row(town.area), row(town.area, 3, employee_number="V-2")], by=town.planner)

    assert first.what is What.NEW
    assert "används redan" in second.faults["email"]


def test_a_number_with_other_words_further_down_is_refused_with_the_row(town):
    _first, second = plan.of([row(town.area), row(town.area, 3, last_name="Öberg")], by=town.planner)

    assert second.faults == {"employee_number": "Rad 2 har samma nummer men andra uppgifter."}


def test_a_slip_in_the_number_does_not_give_somebody_else_new_words(town, carer):
    known(town, carer)

    found = line(town, last_name="Öberg", email="other@alvsunda.example")

    assert "tillhör någon annan" in found.faults["employee_number"]


def test_somebody_of_another_area_gets_the_agreement_and_nothing_else_of_hers_changes(town, elsewhere, carer):
    known(elsewhere, carer)

    found = line(town, phone="070-174 06 99")

    assert (found.what, found.news) == (What.ADDED, ("agreement",))


def test_a_number_of_another_area_tells_nothing_of_whose_it_is(town, elsewhere, carer):
    known(elsewhere, carer, last_name="Annan", email="annan@alvsunda.example")

    assert line(town).faults == {"employee_number": "Anställningsnumret finns redan."}


def test_an_address_of_somebody_with_a_role_is_not_changed_by_a_file(town, carer):
    RoleAssignmentFactory(user=known(town, carer).user, role="editor", area=None)

    assert "Be systemförvaltaren" in line(town, email="ny@alvsunda.example").faults["email"]


def test_somebody_with_protected_identity_is_changed_by_hand_alone(town, carer):
    HiddenIdentity.objects.create(user=known(town, carer).user, employee_number="v-9", marked_at=NOW)

    found = line(town, employee_number="V-9", email="ny@alvsunda.example")

    assert "skyddade uppgifter" in found.faults["employee_number"]


def test_papers_that_overlap_and_do_not_cover_are_refused(town, carer):
    hers = known(town, carer)
    hers.agreements.update(ends=at("2026-07-01 00:00"))
    SubstituteCompetenceFactory(
        substitute=hers, competence__name="Lyft", starts=at("2026-07-01 00:00"), ends=at("2026-08-01 00:00")
    )

    found = line(town, competence="Lyft")

    assert found.faults.keys() == {"starts", "competence"}


def test_papers_that_cover_the_days_are_enough(town, carer):
    hers = known(town, carer)
    SubstituteCompetenceFactory(substitute=hers, competence__name="Lyft", starts=at("2026-01-01 00:00"), ends=None)

    assert line(town, ends="2026-12-31", competence="Lyft", competence_ends="2026-10-01").what is What.ALIKE


def queries(town, number):
    rows = [row(town.area, n, **one_of_many(n)) for n in range(number)]
    with CaptureQueriesContext(connection) as asked:
        plan.of(rows, by=town.planner)
    return len(asked)


def test_a_thousand_rows_ask_no_more_than_one(town):
    queries(town, 1)  # what is asked once is known by then

    assert queries(town, 1) == queries(town, 30)


@pytest.mark.parametrize(
    ("headings", "words"),
    [
        (["Anställningsnummer", "Förnamn"], "saknar kolumner: Efternamn, Födelsedatum"),
        ([*(column.heading for column in columns.COLUMNS), "anst.nr"], "två gånger: Anställningsnummer"),
    ],
)
def test_headings_that_do_not_suffice_are_refused_by_name(headings, words):
    with pytest.raises(Unreadable, match=words):
        columns.by_position(headings)


def test_headings_go_by_other_names_and_columns_of_others_are_left_alone():
    found = columns.by_position(
        ["ANST.NR", "förnamn", "Skonummer", "Efternamn", "Född", "Mobil", "Epost", "Område", "Yrke", "Från"]
    )

    assert list(found) == [0, 1, 3, 4, 5, 6, 7, 8, 9]
    assert found[0] == "employee_number"
