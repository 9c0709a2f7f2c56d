"""The same paper to several substitutes: each by herself, and twice is once."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest

from booking.models import Order, PlannerTask
from booking.operations import several_substitutes
from booking.operations.one_by_one import How
from booking.operations.several_substitutes import Agree, EndAgreements, Prove, Revoke
from people.models import Agreement, HistoryEntry, Substitute, SubstituteCompetence
from people.operations import papers
from people.operations.papers import Terms
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory
from tests.factories.people import AgreementFactory, CompetenceFactory, OccupationFactory, SubstituteCompetenceFactory

COMMAND, ANOTHER = UUID(int=1), UUID(int=2)
JUNE, AUGUST = date(2026, 6, 1), date(2026, 8, 31)


@pytest.fixture
def people(town):
    return [town.substitute() for _one in range(3)]


@pytest.fixture
def does(town, people):
    """`does(act)`: what became of each, in the order of `people`."""

    def carry_out(act, command=COMMAND):
        return several_substitutes.carry_out(act, people, command=command, by=town.planner, at=NOW)

    return carry_out


def hows(outcomes):
    return [outcome.how for outcome in outcomes]


def test_each_gets_the_agreement_once_whatever_form_is_sent_again(town, does):
    act = Agree(Terms(town.area, OccupationFactory(name="kock"), JUNE, AUGUST))

    assert hows(does(act)) == [How.DONE] * 3
    assert hows(does(act)) == [How.DONE] * 3
    assert hows(does(act, ANOTHER)) == [How.ALREADY] * 3
    assert Agreement.objects.filter(occupation__name="kock").count() == 3
    assert HistoryEntry.objects.filter(action="agreement.add").count() == 3


def test_the_form_sent_again_does_not_undo_what_was_changed_since(town, people, does):
    act = Agree(Terms(town.area, OccupationFactory(name="kock"), JUNE, AUGUST))
    does(act)
    made = people[0].agreements.get(occupation__name="kock")
    papers.end_agreement(made, JUNE, by=town.planner, at=NOW)

    does(act)

    assert people[0].agreements.get(occupation__name="kock").ends == at("2026-06-02 00:00")


def test_one_who_is_refused_keeps_none_of_the_others_from_it(town, people, does):
    delegation = CompetenceFactory()
    SubstituteCompetenceFactory(substitute=people[1], competence=delegation)

    outcomes = does(Prove(delegation, JUNE, None))

    assert hows(outcomes) == [How.DONE, How.REFUSED, How.DONE]
    assert "Kompetensen finns redan för en del av tiden" in outcomes[1].reasons[0]


def test_an_agreement_ends_and_the_shifts_after_it_become_tasks(town, people, does):
    order = town.order(status=Order.Status.BOOKED)
    BookingFactory(order=order, substitute=people[0], agreement=people[0].agreements.get())
    people[1].agreements.update(ends=at("2026-05-13 00:00"))
    people[2].agreements.update(occupation=OccupationFactory(name="kock"))

    outcomes = does(EndAgreements(town.area, town.occupation, date(2026, 5, 12)))

    assert hows(outcomes) == [How.DONE, How.ALREADY, How.REFUSED]
    assert [outcome.left for outcome in outcomes] == [1, 0, 0]
    assert list(outcomes[2].reasons) == ["Har inget sådant avtal."]
    assert PlannerTask.objects.get().order == order


def test_an_agreement_at_a_workplace_ends_by_itself(town, people, does):
    here = AgreementFactory(substitute=people[0], area=None, workplace=town.workplace, occupation=town.occupation)

    does(EndAgreements(town.workplace, town.occupation, AUGUST))

    here.refresh_from_db()
    assert here.ends == at("2026-09-01 00:00")
    assert people[0].agreements.filter(ends=None).count() == 1


def test_a_competence_ends_and_one_that_ends_before_stays(town, people, does):
    delegation = CompetenceFactory()
    held = SubstituteCompetenceFactory(substitute=people[0], competence=delegation)
    SubstituteCompetenceFactory(substitute=people[1], competence=delegation, ends=at("2026-06-01 00:00"))

    outcomes = does(Revoke(delegation, AUGUST))

    assert hows(outcomes) == [How.DONE, How.ALREADY, How.REFUSED]
    assert list(outcomes[2].reasons) == ["Har inte den kompetensen."]
    assert SubstituteCompetence.objects.get(pk=held.pk).ends == at("2026-09-01 00:00")


def test_an_agreement_of_another_area_is_not_touched_even_if_it_is_named(elsewhere, people, does):
    there = AgreementFactory(substitute=people[0], area=elsewhere.area, occupation=elsewhere.occupation)

    assert hows(does(EndAgreements(elsewhere.area, elsewhere.occupation, AUGUST))) == [How.REFUSED] * 3
    there.refresh_from_db()
    assert there.ends is None


@dataclass(frozen=True)
class Stumbles:
    """An act that fails for one of them, halfway."""

    over: Substitute
    terms: Terms

    def do(self, substitute, *, by, at):
        papers.agree(substitute, self.terms, by=by, at=at)
        if substitute == self.over:
            raise RuntimeError
        return ()


def test_what_goes_wrong_for_one_leaves_nothing_half_done_and_the_others_go_on(town, people, does):
    outcomes = does(Stumbles(people[1], Terms(town.area, OccupationFactory(name="kock"), JUNE, AUGUST)))

    assert hows(outcomes) == [How.DONE, How.REFUSED, How.DONE]
    assert "Försök igen" in outcomes[1].reasons[0]
    assert Agreement.objects.filter(occupation__name="kock").count() == 2
