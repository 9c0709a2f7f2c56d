"""Papers that end, and that nothing goes on after."""

import pytest

from booking.matching import expiring
from booking.period import Period
from people.models import Agreement, RecordsCheck, SubstituteCompetence
from tests.cast import NOW, at
from tests.factories.people import (
    AgreementFactory,
    CompetenceFactory,
    OccupationFactory,
    SubstituteCompetenceFactory,
    SubstituteFactory,
)
from tests.factories.standing import RecordsCheckFactory

SPAN = Period(NOW, at("2026-06-11 00:00"))
END, LATER = at("2026-06-01 00:00"), at("2026-12-01 00:00")


@pytest.fixture
def emma(town):
    return SubstituteFactory()


@pytest.fixture
def agreed(town, emma):
    def make(**fields):
        place = {"area": None} if "workplace" in fields else {"area": town.area}
        return AgreementFactory(**{"substitute": emma, "occupation": town.occupation} | place | fields)

    return make


def found():
    return list(expiring.agreements(Agreement.objects.all(), SPAN))


def test_an_agreement_that_ends_in_the_span_is_found_and_no_other(agreed):
    ends = agreed(ends=END)
    agreed(ends=NOW)  # is over as the span begins
    agreed(ends=LATER, occupation=OccupationFactory(name="barnskötare"))
    agreed(occupation=OccupationFactory(name="kock"))

    assert found() == [ends]


@pytest.mark.parametrize(("starts", "is_missed"), [("2026-06-01 00:00", False), ("2026-06-02 00:00", True)])
def test_one_that_goes_on_without_a_gap_is_a_prolongation(starts, is_missed, agreed):
    ends = agreed(ends=END)
    agreed(starts=at(starts))

    assert found() == ([ends] if is_missed else [])


def test_an_agreement_for_the_whole_area_goes_on_after_one_for_its_workplace_but_not_the_other_way(town, agreed):
    agreed(workplace=town.workplace, ends=END)
    for_the_area = agreed(ends=LATER)
    assert found() == []

    for_the_area.ends = END
    for_the_area.save()
    agreed(workplace=town.workplace, starts=END)
    assert found() == [for_the_area]


def test_what_another_has_or_is_for_other_work_prolongs_nothing(town, agreed):
    ends = agreed(ends=END)
    agreed(substitute=SubstituteFactory())
    agreed(occupation=OccupationFactory(name="barnskötare"))

    assert found() == [ends]


def test_a_competence_is_prolonged_by_the_same_one_alone(emma):
    ends = SubstituteCompetenceFactory(substitute=emma, ends=END)
    SubstituteCompetenceFactory(substitute=emma, competence=CompetenceFactory(name="körkort"))
    assert list(expiring.competences(SubstituteCompetence.objects.all(), SPAN)) == [ends]

    SubstituteCompetenceFactory(substitute=emma, starts=END, ends=LATER)
    assert not expiring.competences(SubstituteCompetence.objects.all(), SPAN).exists()


def test_only_a_check_in_her_favour_can_end_and_be_followed(emma):
    ends = RecordsCheckFactory(substitute=emma, kind="school", ends=END)
    RecordsCheckFactory(substitute=emma, kind="school", fit=False, starts=END, ends=LATER)
    assert list(expiring.checks(RecordsCheck.objects.all(), SPAN)) == [ends]

    RecordsCheckFactory(substitute=emma, kind="school", starts=END, ends=LATER)
    assert not expiring.checks(RecordsCheck.objects.all(), SPAN).exists()
