"""Roles by the groups of an identity provider: given, taken back, and never those that a person gave."""

from datetime import timedelta

import pytest
from django.core.management import call_command

from people.grants import REGISTER, Grant
from people.models import HistoryEntry, RoleAssignment, Workplace
from people.operations import delegations, group_roles, roles
from people.roles import PLANNER, ROLES
from tests.cast import NOW, with_role
from tests.factories.people import UserFactory


@pytest.fixture
def her(db):
    return UserFactory()


def follow(user, *granted: Grant, source: str = "eid") -> set[tuple[str, str]]:
    """What she has afterwards: role and place."""
    group_roles.follow(user, granted, source=source, at=NOW)
    return {(has.role, str(has.area or has.workplace or "")) for has in user.role_assignments.all()}


def test_a_group_gives_a_role_at_its_place_and_says_that_it_did(her, town):
    assert follow(her, Grant("planner", "hemtjänst"), Grant("editor", "")) == {("planner", "Hemtjänst"), ("editor", "")}
    assert {has.source for has in her.role_assignments.all()} == {"eid"}
    assert {group.name for group in her.groups.all()} == {"Skrivbordet", "Redaktörer"}


def test_a_group_that_is_gone_takes_its_role_along(her, town):
    follow(her, Grant("planner", "Hemtjänst"), Grant("editor", ""))

    assert follow(her, Grant("editor", "")) == {("editor", "")}
    assert follow(her) == set()
    assert not her.groups.exists()


def test_what_a_person_gave_stays(her, town):
    roles.assign(her, PLANNER, town.area, by=None, at=NOW)
    follow(her, Grant("planner", "Hemtjänst"))

    assert follow(her) == {("planner", "Hemtjänst")}
    assert HistoryEntry.objects.filter(action="roleassignment.add").count() == 1


def test_what_a_person_gives_as_well_stays_from_then_on(her, town, owner):
    follow(her, Grant("planner", "Hemtjänst"))
    roles.assign(her, PLANNER, town.area, by=owner, at=NOW)

    assert follow(her) == {("planner", "Hemtjänst")}


def test_what_another_provider_gave_stays(her):
    follow(her, Grant("editor", ""), source="kommunen")

    assert follow(her, source="eid") == {("editor", "")}


def test_what_she_has_in_anothers_place_is_neither_counted_nor_taken(her, town, owner):
    days = {"first": NOW.date(), "last": NOW.date() + timedelta(days=7)}
    held = RoleAssignment.objects.get(user=town.planner, role="planner")
    lent = delegations.delegate(held, her, **days, by=owner, at=NOW)
    RoleAssignment.objects.filter(pk=lent.pk).update(source="eid")

    follow(her, Grant("planner", "Hemtjänst"))
    assert her.role_assignments.filter(delegated_from=None, source="eid").exists()
    follow(her)
    group_roles.withdraw_all("eid", by=owner, at=NOW)

    assert list(her.role_assignments.all()) == [lent]


def test_what_the_register_gave_stays(her, town):
    roles.assign(her, PLANNER, town.area, source=REGISTER, by=None, at=NOW)
    follow(her, Grant("planner", "Hemtjänst"))

    assert follow(her) == {("planner", "Hemtjänst")}
    assert her.role_assignments.get().by_register


def test_the_history_tells_of_both_and_twice_is_once(her):
    for _ in range(2):
        follow(her, Grant("editor", ""))
    follow(her)

    told = HistoryEntry.objects.filter(action__startswith="roleassignment.").order_by("pk")
    assert [(entry.action, entry.data["source"], entry.user) for entry in told] == [
        ("roleassignment.add", "eid", None),
        ("roleassignment.remove", "eid", None),
    ]


def test_a_place_that_nobody_has_or_several_gives_nothing(her, town, elsewhere, caplog):
    Workplace.objects.create(area=elsewhere.area, name=town.workplace.name)

    given = follow(
        her,
        Grant("planner", "Ingenstans"),
        Grant("planner", ""),
        Grant("ordering_manager", town.workplace.name),
        Grant("borgmästare", ""),
    )

    assert given == set()
    assert len([record for record in caplog.records if record.name == "people.operations.group_roles"]) == 4


def test_what_a_provider_gave_is_taken_back_when_it_is_one_no_more(her, town, owner, capsys):
    follow(her, Grant("planner", "Hemtjänst"), Grant("editor", ""))
    follow(UserFactory(), Grant("editor", ""), source="kommunen")
    roles.assign(her, ROLES["approver"], by=owner, at=NOW)

    call_command("withdraw_group_roles", "eid", by=owner.username)

    assert "2 roles" in capsys.readouterr().out
    assert [has.role for has in her.role_assignments.all()] == ["approver"]
    assert HistoryEntry.objects.filter(action="roleassignment.remove", user=owner).count() == 2


def test_the_last_system_owner_stays(her):
    follow(her, Grant("system_owner", ""))

    assert follow(her) == {("system_owner", "")}

    with_role("system_owner")
    assert follow(her) == set()
