"""Papers that end under shifts that need them."""

from datetime import date, timedelta

import pytest

from booking.models import Booking, Order, PlannerTask
from booking.operations import papers
from people.models import HistoryEntry, RecordsCheck
from people.models.workplace import RecordsCheckKind
from people.operations.refusals import Refused
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory
from tests.factories.people import AgreementFactory, CompetenceFactory, SubstituteCompetenceFactory

SCHOOL = RecordsCheckKind.SCHOOL
TODAY = date(2026, 5, 12)


@pytest.fixture
def amira(town):
    return town.substitute()


@pytest.fixture
def shift(town, amira):
    """Wednesday 13 May."""
    return BookingFactory(
        order=town.order(status=Order.Status.BOOKED), substitute=amira, agreement=amira.agreements.get()
    )


@pytest.fixture
def shown(town, amira):
    """`shown(issued_on)`: an extract, with the decision."""

    def note(issued_on=date(2026, 5, 1), *, fit=True, now=NOW):
        return papers.note_records_check(amira, kind=SCHOOL, issued_on=issued_on, fit=fit, by=town.planner, at=now)

    return note


def tasks():
    return [(task.kind, task.booking, task.facts) for task in PlannerTask.objects.waiting()]


def test_scenario_16_a_competence_revoked_under_a_shift_cancels_nothing_and_is_a_task(town, amira, shift):
    held = SubstituteCompetenceFactory(substitute=amira)
    shift.order.competences.add(held.competence)

    assert papers.revoke(held, TODAY, by=town.planner, at=NOW) == [shift]

    assert Booking.objects.occupying().filter(pk=shift.pk).exists()
    assert tasks() == [("paper_ended", shift, {"lost": ["competence"]})]
    assert PlannerTask.objects.get().area == town.area


def test_scenario_16_an_agreement_that_ends_under_a_shift_is_a_task(town, amira, shift):
    booked = papers.end_agreement(amira.agreements.get(), TODAY, by=town.planner, at=NOW)

    assert booked == [shift]
    assert tasks() == [("paper_ended", shift, {"lost": ["agreement"]})]


def test_the_same_paper_ended_twice_is_one_task(town, amira, shift):
    for _click in range(2):
        papers.end_agreement(amira.agreements.get(), TODAY, by=town.planner, at=NOW)

    assert len(tasks()) == 1


def test_a_paper_that_ends_after_the_shift_is_nobodys_task(town, amira, shift):
    assert papers.end_agreement(amira.agreements.get(), date(2026, 5, 13), by=town.planner, at=NOW) == []
    assert tasks() == []


def test_a_shift_that_another_paper_covers_lacks_nothing(town, amira, shift):
    AgreementFactory(substitute=amira, area=None, workplace=town.workplace, occupation=town.occupation)

    assert papers.end_agreement(shift.agreement, TODAY, by=town.planner, at=NOW) == []


def test_what_a_shift_lacked_before_is_not_found_again(town, amira, shift):
    shift.order.competences.add(CompetenceFactory(name="körkort"))

    assert papers.end_agreement(shift.agreement, date(2026, 6, 1), by=town.planner, at=NOW) == []


def test_a_refused_last_day_makes_no_task(town, amira, shift):
    with pytest.raises(Refused):
        papers.end_agreement(shift.agreement, date(2019, 1, 1), by=town.planner, at=NOW)

    assert tasks() == []


def test_an_extract_counts_from_now_until_it_is_a_year_old(town, shown):
    check = shown().check

    assert (check.starts, check.ends) == (NOW, at("2027-05-02 00:00"))
    assert (check.checked_by, check.fit) == (town.planner, True)
    assert papers.a_year_after(date(2028, 2, 29)) == date(2029, 2, 28)


def test_the_same_extract_twice_is_noted_once(shown):
    assert shown().check == shown().check
    assert HistoryEntry.objects.filter(action="recordscheck.note").count() == 1


@pytest.mark.parametrize(
    ("issued_on", "said"),
    [(date(2026, 5, 13), "kan inte vara utfärdat längre fram"), (date(2025, 5, 11), "äldre än ett år")],
)
def test_an_extract_of_another_time_is_refused(shown, issued_on, said):
    with pytest.raises(Refused, match=said):
        shown(issued_on)

    assert not RecordsCheck.objects.exists()


def test_an_extract_that_is_a_year_old_to_the_day_holds_the_day_out(shown):
    assert shown(date(2025, 5, 12)).check.ends == at("2026-05-13 00:00")


def test_a_decision_against_her_ends_what_held_and_each_shift_that_asked_for_it_is_a_task(town, shown, shift):
    town.workplace.records_check = SCHOOL
    town.workplace.save()
    earlier = shown().check

    later = shown(date(2026, 5, 12), fit=False, now=NOW + timedelta(hours=1))

    earlier.refresh_from_db()
    assert earlier.ends == NOW + timedelta(hours=1)
    assert later.booked == [shift]
    assert tasks() == [("paper_ended", shift, {"lost": ["records_check"]})]
