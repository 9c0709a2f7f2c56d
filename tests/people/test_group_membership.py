"""Wagtail's groups follow the roles in code: what somebody changed in them by hand is put right."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group

from people.models import User
from people.operations import groups, roles
from people.roles import ROLES
from people.tasks import tidy_roles
from tests.cast import NOW, with_role
from tests.factories.people import SubstituteFactory, UserFactory

IN = {
    "planner": {"Skrivbordet"},
    "identity_keeper": {"Skrivbordet"},
    "certificate_officer": {"Skrivbordet"},
    "editor": {"Skrivbordet", "Redaktörer"},
    "approver": {"Skrivbordet", "Redaktörer", "Godkännare"},
    "system_owner": {"Skrivbordet", "Redaktörer", "Godkännare"},
    "ordering_manager": set(),
}


def groups_of(user):
    return set(User.objects.get(pk=user.pk).groups.values_list("name", flat=True))


def place_of(code, town):
    return {"planner": town.area, "identity_keeper": town.area, "ordering_manager": town.workplace}.get(code)


@pytest.mark.parametrize("code", ROLES)
def test_each_role_is_in_the_groups_that_its_actions_ask_for(town, code):
    user = UserFactory()

    roles.assign(user, ROLES[code], place_of(code, town), by=None, at=NOW)

    assert groups_of(user) == IN[code]


def test_whoever_was_put_in_a_group_by_hand_is_taken_out_and_whoever_was_taken_out_is_put_back(town, editor):
    stranger = UserFactory()
    stranger.groups.add(Group.objects.get(name="Godkännare"))
    SubstituteFactory().user.groups.add(Group.objects.get(name="Skrivbordet"))
    editor.groups.clear()

    tidy_roles()

    assert groups_of(stranger) == set()
    assert groups_of(editor) == IN["editor"]
    assert set(User.objects.filter(groups__name="Skrivbordet")) == {town.planner, editor}


def test_a_group_of_the_municipalitys_own_is_left_alone(town):
    own = Group.objects.create(name="Nyhetsbrevet")
    town.planner.groups.add(own)

    tidy_roles()

    assert groups_of(town.planner) == {"Skrivbordet", "Nyhetsbrevet"}


def test_a_role_in_anothers_place_is_in_no_group(town):
    vera = UserFactory()
    held = town.planner.role_assignments.get()
    vera.role_assignments.create(
        role="planner", area=town.area, delegated_from=held, starts=NOW, ends=NOW + timedelta(days=9)
    )

    groups.put_right(at=NOW)

    assert groups_of(vera) == set()


def test_whose_groups_are_right_costs_as_much_for_one_as_for_thirty(town, django_assert_max_num_queries):
    for _ in range(30):
        with_role("planner", area=town.area)

    with django_assert_max_num_queries(8):
        assert groups.put_right(at=NOW) == 0
