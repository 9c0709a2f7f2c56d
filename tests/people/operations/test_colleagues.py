"""Colleagues' accounts: opened, changed, closed."""

from datetime import date

import pytest

from people.models import Account, HistoryEntry, Substitute, User
from people.operations import colleagues, roles
from people.operations.accounts import Person
from people.operations.organisation import Stays
from people.operations.refusals import Refused
from people.roles import PLANNER
from tests.cast import NOW, with_role
from tests.factories.people import SubstituteFactory, UserFactory

KARIN = Person("Karin", "Öberg", "", "karin.oberg@alvsunda.example")


def account_of(user):
    return Account.objects.get(pk=user.pk)


def test_an_account_is_named_by_its_day_of_birth(owner):
    account = colleagues.open_account(KARIN, born=date(1979, 6, 21), by=owner, at=NOW)

    assert (account.username, account.has_usable_password()) == ("obkn7921", False)
    assert HistoryEntry.objects.of(account).get().action == "account.open"


def test_an_account_may_be_named_as_one_likes(owner):
    assert colleagues.open_account(KARIN, username="Karin.O", by=owner, at=NOW).username == "karin.o"


@pytest.mark.parametrize(
    ("username", "said"),
    [("", "Skriv ett användarnamn"), ("karin öberg", "Använd bokstäver"), ("VERA", "upptaget")],
)
def test_a_name_that_cannot_be_is_refused(username, said, owner):
    UserFactory(username="vera")

    with pytest.raises(Refused, match=said):
        colleagues.open_account(KARIN, username=username, by=owner, at=NOW)


def test_a_closed_account_keeps_its_roles_and_can_be_opened_again(town, owner):
    account = account_of(town.planner)

    colleagues.close_account(account, by=owner, at=NOW)
    assert not User.objects.get(pk=account.pk).is_active

    colleagues.reopen_account(account, by=owner, at=NOW)
    assert User.objects.get(pk=account.pk).is_active
    assert account.role_assignments.exists()


def test_closed_twice_is_closed_once(owner):
    account = account_of(UserFactory())
    for _again in range(2):
        colleagues.close_account(account, by=owner, at=NOW)

    assert HistoryEntry.objects.filter(action="account.close").count() == 1


def test_a_substitute_whose_account_is_closed_can_no_longer_be_booked(owner):
    substitute = SubstituteFactory()

    colleagues.close_account(account_of(substitute.user), by=owner, at=NOW)

    assert not Substitute.objects.active().exists()


def test_the_last_system_owner_is_not_closed_out(owner):
    with pytest.raises(Stays, match="Någon måste vara systemförvaltare"):
        colleagues.close_account(account_of(owner), by=owner, at=NOW)


def test_an_owner_whose_account_is_closed_is_no_owner_to_count_on(owner):
    other = with_role("system_owner")
    colleagues.close_account(account_of(other), by=owner, at=NOW)

    with pytest.raises(Stays):
        roles.withdraw(owner.role_assignments.get(), by=owner, at=NOW)


def test_the_owner_changes_a_colleagues_e_mail(owner):
    account = account_of(UserFactory(first_name="Karin", last_name="Öberg", phone=""))

    colleagues.change_account(account, KARIN, by=owner, at=NOW)

    assert User.objects.get(pk=account.pk).email == KARIN.email
    assert HistoryEntry.objects.of(account).get().data == {"changed": ["email"]}


def test_colleagues_are_those_who_are_no_substitutes_and_those_with_a_role(town, owner):
    both = SubstituteFactory().user
    roles.assign(both, PLANNER, town.area, by=owner, at=NOW)
    town.substitute()

    assert set(Account.objects.of_colleagues()) == {
        account_of(user) for user in (owner, town.planner, town.manager, both)
    }
