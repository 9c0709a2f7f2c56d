"""The system owner gives roles and takes them back."""

import pytest
from django.urls import reverse, reverse_lazy

from people import access
from people.models import HistoryEntry, RoleAssignment, User
from people.operations import roles
from people.operations.organisation import Stays
from people.roles import PLANNER, SYSTEM_OWNER
from tests.cast import NOW, with_role
from tests.factories.people import UserFactory

GIVE = reverse_lazy("roleassignment:add")


def groups_of(user: User) -> set[str]:
    return set(user.groups.values_list("name", flat=True))


def test_the_owner_gives_a_role_by_user_name_and_the_holder_gets_in_to_the_desk(town, owner, signed_in):
    vera = UserFactory(username="vera")

    signed_in(owner).post(GIVE, {"who": "Vera", "role": "planner", "area": town.area.pk, "workplace": ""})

    assert access.holds(vera, "planner")
    assert groups_of(vera) == {"Skrivbordet"}
    assert signed_in(vera).get(reverse("wagtailadmin_home")).status_code == 200


def test_a_role_for_an_area_is_not_given_without_one(town, owner, signed_in):
    UserFactory(username="vera")

    answer = signed_in(owner).post(GIVE, {"who": "vera", "role": "planner", "workplace": town.workplace.pk})

    assert "Välj det område som rollen gäller." in answer.content.decode()
    assert not RoleAssignment.objects.filter(user__username="vera").exists()


def test_an_unknown_name_is_said_beside_its_field(town, owner, signed_in):
    answer = signed_in(owner).post(GIVE, {"who": "ingen", "role": "editor"})

    assert "Det finns inget konto" in answer.content.decode()


def test_a_role_taken_back_closes_the_desk(town, owner, signed_in):
    assignment = roles.assign(UserFactory(), PLANNER, town.area, by=owner, at=NOW)

    signed_in(owner).post(reverse("roleassignment:delete", args=[assignment.pk]))

    assert not RoleAssignment.objects.filter(pk=assignment.pk).exists()
    assert groups_of(assignment.user) == set()


def test_one_of_two_roles_taken_back_leaves_the_desk_open(town, elsewhere, owner):
    user = UserFactory()
    first = roles.assign(user, PLANNER, town.area, by=owner, at=NOW)
    roles.assign(user, PLANNER, elsewhere.area, by=owner, at=NOW)

    roles.withdraw(first, by=owner, at=NOW)

    assert groups_of(user) == {"Skrivbordet"}


def test_an_owner_edits_and_approves_pages_too(owner):
    other = UserFactory()

    roles.assign(other, SYSTEM_OWNER, by=owner, at=NOW)

    assert groups_of(other) == {"Skrivbordet", "Redaktörer", "Godkännare"}


def test_the_last_owner_stays(owner):
    with pytest.raises(Stays, match="Någon måste vara systemförvaltare"):
        roles.withdraw(owner.role_assignments.get(), by=owner, at=NOW)


def test_the_last_owner_is_told_so_on_the_screen(owner, signed_in):
    last = owner.role_assignments.get()

    answer = signed_in(owner).post(reverse("roleassignment:delete", args=[last.pk]), follow=True)

    assert "Någon måste vara systemförvaltare" in answer.content.decode()


def test_giving_twice_is_once_and_is_written_down_once(town, owner):
    user = UserFactory()
    for _again in range(2):
        roles.assign(user, PLANNER, town.area, by=owner, at=NOW)

    entry = HistoryEntry.objects.get(action="roleassignment.add")
    assert (entry.user, entry.area, entry.data) == (owner, town.area, {"role": "planner", "user": user.pk})


@pytest.mark.parametrize("role", ["editor", "certificate_officer"])
def test_other_roles_have_no_way_to_roles(role, owner, signed_in):
    somebody = signed_in(with_role(role))
    last = owner.role_assignments.get()

    assert somebody.get(reverse("roleassignment:index")).status_code == 302
    assert somebody.get(reverse("roleassignment:delete", args=[last.pk])).status_code == 404


def test_a_role_cannot_be_changed_in_place(owner, signed_in):
    address = f"/admin/roller/edit/{owner.role_assignments.get().pk}/"

    assert signed_in(owner).get(address).status_code == 404


def test_the_pages_say_what_is_done_and_what_is_missing(town, owner, signed_in):
    given = roles.assign(UserFactory(), PLANNER, town.area, by=owner, at=NOW)
    desk = signed_in(owner)

    asked = desk.get(reverse("roleassignment:delete", args=[given.pk])).content.decode()
    refused = desk.post(GIVE, {"who": "", "role": ""}).content.decode()

    assert "Behåll rollen" in asked
    assert "radera" not in asked
    assert "Rollen är inte given än." in refused
    assert "Skriv användarnamnet eller e-postadressen." in refused
    assert "Välj en roll." in refused
    assert "Ge en roll: Ge en roll" not in refused
