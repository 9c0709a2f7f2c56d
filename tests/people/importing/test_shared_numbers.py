"""A file with a number that somebody has already, or that stands in it twice."""

import pytest

from people.importing import plan
from people.importing.plan import What
from tests.factories.people import AgreementFactory, OccupationFactory, SubstituteFactory, UserFactory
from tests.people.importing.files import row

TAKEN = "Någon annan i portalen har redan numret."


@pytest.fixture(autouse=True)
def carer(db):
    return OccupationFactory(name="barnskötare")


@pytest.fixture
def somebody(db):
    return UserFactory(phone="+46701740605")


def lines(town, *rows):
    return plan.of(rows, by=town.planner)


def test_a_number_that_somebody_has_is_a_fault_in_words(town, somebody):
    (line,) = lines(town, row(town.area))

    assert line.what is What.FAULTY
    assert line.faults["phone"].startswith(TAKEN)


@pytest.mark.parametrize("said", ["ja", "Ja", "JA"])
def test_it_is_none_where_the_row_says_that_they_share_it(town, somebody, said):
    (line,) = lines(town, row(town.area, shares_phone=said))

    assert line.what is What.NEW
    assert line.wish.person.shares_phone


def test_what_is_neither_yes_nor_no_is_asked_about(town):
    (line,) = lines(town, row(town.area, shares_phone="kanske"))

    assert line.faults == {"shares_phone": "Skriv ja eller nej."}


def test_two_rows_with_one_number_are_told_at_the_second(town):
    other = row(town.area, 3, employee_number="V-2", email="o@alvsunda.example", last_name="Öberg")

    first, second = lines(town, row(town.area), other)

    assert (first.what, second.what) == (What.NEW, What.FAULTY)
    assert second.faults.keys() == {"phone"}


def test_the_number_of_a_closed_account_is_free(town, somebody):
    somebody.is_active = False
    somebody.save()

    assert lines(town, row(town.area))[0].what is What.NEW


def test_somebody_who_keeps_the_number_that_she_shares_is_no_fault(town, somebody, carer):
    named = {"user__last_name": "Lindgren", "user__email": "mira@alvsunda.example", "user__phone": "+46701740605"}
    hers = SubstituteFactory(employee_number="V-1", **named)
    AgreementFactory(substitute=hers, area=town.area, occupation=carer)

    assert lines(town, row(town.area))[0].what is not What.FAULTY
