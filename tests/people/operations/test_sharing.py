"""Two people with one telephone, on purpose and by mistake."""

from dataclasses import replace
from datetime import date

import pytest

from people.models import User
from people.operations import accounts, closing, substitutes
from people.operations.accounts import Person
from people.operations.refusals import Refused
from people.operations.roles import assign
from people.roles import ORDERING_MANAGER
from tests.cast import NOW
from tests.factories.people import SubstituteFactory

HERS = "+46701740605"
SON = Person("Vidar", "Ek", "070-174 06 05", "vidar@alvsunda.example")


@pytest.fixture
def mother(town):
    return town.substitute(user__phone=HERS)


def registered(town, person):
    return substitutes.register(person, born=date(2000, 1, 1), employee_number="V-9", by=town.planner, at=NOW).user


def marks():
    return list(User.objects.filter(phone=HERS).order_by("pk").values_list("shares_phone", flat=True))


def test_a_number_that_somebody_has_is_refused_in_words(town, mother):
    with pytest.raises(Refused, match="Någon annan i portalen har redan numret") as refused:
        registered(town, SON)

    assert refused.value.reasons.keys() == {"phone"}


def test_those_who_are_said_to_share_it_both_do(town, mother):
    registered(town, replace(SON, shares_phone=True))

    assert marks() == [True, True]


def test_a_box_that_is_ticked_for_nothing_marks_nobody(town):
    registered(town, replace(SON, shares_phone=True))

    assert marks() == [False]


def test_whoever_is_left_alone_with_the_number_shares_it_no_more(town, mother):
    son = registered(town, replace(SON, shares_phone=True))

    accounts.rewrite(son, replace(SON, phone="070-174 06 06"))

    assert marks() == [False]
    assert not User.objects.get(pk=son.pk).shares_phone


def test_a_change_to_anothers_number_is_refused_too(town, mother):
    son = registered(town, replace(SON, phone="070-174 06 06"))

    with pytest.raises(Refused):
        accounts.rewrite(son, SON)


def test_somebody_who_shares_it_is_saved_again_without_a_word(town, mother):
    son = registered(town, replace(SON, shares_phone=True))

    accounts.rewrite(son, replace(SON, first_name="Viggo"))

    assert marks() == [True, True]


def test_the_number_of_a_closed_account_is_anybodys(town, mother):
    closing.close(mother.user, by=town.planner, at=NOW)

    assert registered(town, SON).phone == HERS


def test_a_planner_gives_no_number_to_somebody_with_a_role(town):
    manager = town.substitute(user__phone=HERS)
    assign(manager.user, ORDERING_MANAGER, town.workplace, by=None, at=NOW)
    user = manager.user
    said = Person(user.first_name, user.last_name, "070-174 06 06", user.email)

    with pytest.raises(Refused, match="Be systemförvaltaren byta mobilnumret"):
        substitutes.change(manager, said, is_active=True, by=town.planner, at=NOW)


def test_two_without_a_telephone_share_nothing(town):
    SubstituteFactory(user__phone="")

    assert registered(town, replace(SON, phone="")).shares_phone is False
