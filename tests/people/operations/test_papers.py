"""Agreements and competences: made, ended, and what stays."""

from datetime import date

import pytest

from booking.models import Booking, Order
from people.models import HistoryEntry
from people.operations import papers
from people.operations.papers import Terms
from people.operations.refusals import Refused
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory
from tests.factories.people import CompetenceFactory, OccupationFactory, SubstituteFactory

JUNE, AUGUST = date(2026, 6, 1), date(2026, 8, 31)


def agreed(town, substitute, starts=JUNE, ends=AUGUST, **terms):
    told = Terms(**({"place": town.area, "occupation": town.occupation, "starts": starts, "ends": ends} | terms))
    return papers.agree(substitute, told, by=town.planner, at=NOW)


def test_an_agreement_holds_from_the_first_day_through_the_last(town):
    paper = agreed(town, SubstituteFactory())

    assert (paper.starts, paper.ends) == (at("2026-06-01 00:00"), at("2026-09-01 00:00"))


def test_an_agreement_for_a_workplace_is_written_in_the_history_of_its_area(town):
    paper = agreed(town, SubstituteFactory(), place=town.workplace, ends=None)

    assert (paper.area, paper.workplace, paper.ends) == (None, town.workplace, None)
    entry = HistoryEntry.objects.of(paper).get()
    assert (entry.action, entry.user, entry.area) == ("agreement.add", town.planner, town.area)


def test_the_same_agreement_again_is_the_same_one(town):
    substitute = SubstituteFactory()

    assert agreed(town, substitute) == agreed(town, substitute)
    assert HistoryEntry.objects.filter(action="agreement.add").count() == 1


@pytest.mark.parametrize("days", [(date(2026, 8, 31), None), (date(2026, 5, 1), JUNE), (date(2026, 7, 1), None)])
def test_two_like_agreements_do_not_hold_at_once(days, town):
    substitute = SubstituteFactory()
    agreed(town, substitute)

    with pytest.raises(Refused, match="Det finns redan ett sådant avtal"):
        agreed(town, substitute, *days)


def test_one_agreement_may_follow_another_and_stand_beside_one_for_other_work(town):
    substitute = SubstituteFactory()
    agreed(town, substitute)

    agreed(town, substitute, date(2026, 9, 1), None)
    agreed(town, substitute, occupation=OccupationFactory(name="barnskötare"))

    assert substitute.agreements.count() == 3


def test_a_last_day_before_the_first_is_refused(town):
    with pytest.raises(Refused, match="Sista dagen kan inte ligga före den första"):
        agreed(town, SubstituteFactory(), ends=date(2026, 5, 31))


def ended(town, paper, day):
    papers.end_agreement(paper, day, by=town.planner, at=NOW)
    paper.refresh_from_db()


def test_scenario_16_an_agreement_that_ends_cancels_nothing(town):
    substitute = town.substitute()
    paper = substitute.agreements.get()
    BookingFactory(order=town.order(status=Order.Status.BOOKED), substitute=substitute, agreement=paper)

    ended(town, paper, date(2026, 5, 12))

    assert paper.ends == at("2026-05-13 00:00")
    assert Booking.objects.occupying().of(substitute).exists()
    assert HistoryEntry.objects.of(paper).get().data == {"last_day": "2026-05-12"}


def test_an_agreement_ended_twice_on_a_day_is_ended_once(town):
    paper = agreed(town, SubstituteFactory())

    ended(town, paper, date(2026, 7, 1))
    ended(town, paper, date(2026, 7, 1))

    assert HistoryEntry.objects.filter(action="agreement.end").count() == 1


@pytest.mark.parametrize(
    ("day", "said"), [(date(2026, 5, 31), "före den första"), (date(2026, 9, 1), "slutar redan tidigare")]
)
def test_a_last_day_outside_the_agreement_is_refused(day, said, town):
    paper = agreed(town, SubstituteFactory())

    with pytest.raises(Refused, match=said):
        ended(town, paper, day)


def test_an_agreement_of_one_day_is_one(town):
    paper = agreed(town, SubstituteFactory())

    ended(town, paper, JUNE)

    assert paper.ends == at("2026-06-02 00:00")


def test_a_competence_is_proved_once_and_revoked(town):
    substitute, delegation = town.substitute(), CompetenceFactory()
    told = {"starts": JUNE, "ends": None, "by": town.planner, "at": NOW}

    held = papers.prove(substitute, delegation, **told)
    assert papers.prove(substitute, delegation, **told) == held
    papers.revoke(held, AUGUST, by=town.planner, at=NOW)

    assert substitute.competences.get().ends == at("2026-09-01 00:00")
    history = HistoryEntry.objects.of(held)
    assert [entry.action for entry in history] == ["substitutecompetence.end", "substitutecompetence.add"]
    assert {entry.area for entry in history} == {town.area}


def test_a_competence_that_holds_already_is_not_added_again(town):
    substitute, delegation = town.substitute(), CompetenceFactory()
    papers.prove(substitute, delegation, starts=JUNE, ends=None, by=town.planner, at=NOW)

    with pytest.raises(Refused, match="Kompetensen finns redan"):
        papers.prove(substitute, delegation, starts=AUGUST, ends=None, by=town.planner, at=NOW)
