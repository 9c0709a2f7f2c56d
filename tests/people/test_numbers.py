import pytest

from people import numbers
from people.operations import identity
from tests.cast import NOW
from tests.factories.people import SubstituteFactory, UserFactory

NUMBER = "+46701740605"


@pytest.fixture
def amira(db):
    return UserFactory(phone=NUMBER, phone_verified=True, username="jaam9804")


def test_a_confirmed_number_is_its_holders(amira):
    assert numbers.holder(NUMBER) == amira


def test_a_number_that_nobody_has_confirmed_is_nobodys(db):
    UserFactory(phone=NUMBER)

    assert numbers.holder(NUMBER) is None


def test_a_closed_account_has_no_number(amira):
    amira.is_active = False
    amira.save()

    assert numbers.holder(NUMBER) is None


def test_no_number_is_nobodys(db):
    UserFactory(phone="", phone_verified=True)

    assert numbers.holder("") is None


def test_of_two_who_share_a_number_the_user_name_says_which(amira):
    yonas = UserFactory(phone=NUMBER, phone_verified=True, username="abyo9711")

    assert numbers.holder(NUMBER) is None
    assert numbers.holder(NUMBER, "ABYO9711") == yonas
    assert numbers.holder(NUMBER, "nagon9901") is None


def test_a_wrong_user_name_is_nobodys_even_where_the_number_is_one_persons(amira):
    assert numbers.holder(NUMBER, "nagon9901") is None


def test_a_protected_person_is_found_by_the_number_and_the_name_that_she_always_had(town):
    her = SubstituteFactory(user__phone=NUMBER, user__phone_verified=True, user__username="hema9001")
    identity.mark(her, by=town.planner, at=NOW)

    assert numbers.holder(NUMBER) == her.user
    assert numbers.holder(NUMBER, "hema9001") == her.user
