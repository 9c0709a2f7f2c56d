"""A role handed over twice at once, and taken back meanwhile. Proved on PostgreSQL, with real connections."""

from datetime import date
from functools import partial

import pytest

from messaging.models import Message
from people.importing.staff import carrying_out
from people.importing.staff.wanted import Wanted
from people.models import HistoryEntry, RoleAssignment, User
from people.operations import delegations, roles
from tests.cast import NOW, a_town
from tests.factories.people import UserFactory

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
DAYS = {"first": date(2026, 5, 18), "last": date(2026, 5, 24)}


@pytest.fixture
def town(transactional_db):
    return a_town("Hemtjänst")


def hands_over(town, to: User) -> partial:
    role = town.manager.role_assignments.get(delegated_from=None)
    return partial(delegations.delegate, role, to, by=town.manager, at=NOW, **DAYS)


def test_a_role_handed_over_twice_at_once_is_handed_over_once(town, at_once):
    vera = UserFactory()

    at_once([hands_over(town, vera)] * 2)

    assert RoleAssignment.objects.delegated().count() == 1
    assert HistoryEntry.objects.filter(action="roleassignment.delegate").count() == 1
    assert Message.objects.filter(kind="role.delegated", copy_of=None).count() == 2


def test_a_role_that_is_taken_back_meanwhile_leaves_nobody_in_its_place(town, at_once):
    role = town.manager.role_assignments.get()

    at_once([hands_over(town, UserFactory()), partial(roles.withdraw, role, by=town.planner, at=NOW)])

    assert not RoleAssignment.objects.filter(role="ordering_manager").exists()


def test_either_of_them_ending_it_at_once_is_told_once(town, at_once):
    vera = UserFactory()
    given = hands_over(town, vera)()

    at_once([partial(delegations.end, given, by=who, at=NOW) for who in (town.manager, vera)])

    assert HistoryEntry.objects.filter(action="roleassignment.end").count() == 1
    assert Message.objects.filter(kind="role.delegation_ended", copy_of=None).count() == 2


def test_two_workers_on_one_reading_open_each_account_once(town, at_once):
    people = [Wanted(n, "Karin", f"Berg{n}", email=f"k{n}@alvsunda.example", born="1976-03-17") for n in range(1, 4)]
    run = carrying_out.order(carrying_out.read("personal.csv", people, whole=False, by=None, at=NOW), by=None, at=NOW)

    at_once([partial(carrying_out.go_on, run, at=NOW)] * 2)

    run.refresh_from_db()
    assert run.outcome["new"] == User.objects.filter(last_name__startswith="Berg").count() == 3
