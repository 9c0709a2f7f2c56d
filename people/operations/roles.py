"""Giving somebody a role, and taking it back."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.translation import gettext as _

from people.history import record
from people.models import Area, RoleAssignment, User, Workplace
from people.operations.organisation import Stays
from people.roles import SYSTEM_OWNER, Reach, Role

DESK = "Skrivbordet"
EDITORS = "Redaktörer"
APPROVERS = "Godkännare"

Place = Area | Workplace | None


@transaction.atomic
def assign(
    user: User, role: Role, place: Place = None, *, by: User | None, at: datetime, source: str = ""
) -> RoleAssignment:
    """Give the role at the place that its reach asks for; twice is once.

    `source` is the identity provider whose groups give it. What a person gives too stays when the group is gone.
    """
    where: dict[str, Any] = {
        "area": place if role.reach is Reach.AREA else None,
        "workplace": place if role.reach is Reach.WORKPLACE else None,
    }
    given = {"source": source}
    assignment, new = RoleAssignment.objects.get_or_create(user=user, role=role.code, **where, defaults=given)
    by_hand_as_well = assignment.source and not source
    if by_hand_as_well:
        assignment.source = ""
        assignment.save(update_fields=["source"])
    if new or by_hand_as_well:
        _record(assignment, "roleassignment.add", by=by, at=at)
        _keep_groups_in_step(user)
    return assignment


@transaction.atomic
def withdraw(assignment: RoleAssignment, *, by: User | None, at: datetime) -> None:
    """Take a role back; the last system owner stays, or nobody could give roles any more."""
    if assignment.role == SYSTEM_OWNER.code:
        spare_the_last_owner(assignment.user)
    _record(assignment, "roleassignment.remove", by=by, at=at)
    user = assignment.user
    assignment.delete()
    _keep_groups_in_step(user)


def spare_the_last_owner(user: User) -> None:
    """Raise `Stays` if the user alone, of those who can sign in, is system owner. One such question at a time."""
    owners = RoleAssignment.objects.filter(role=SYSTEM_OWNER.code)
    list(owners.order_by("pk").select_for_update().values_list("pk"))
    if owners.filter(user=user).exists() and not owners.filter(user__is_active=True).exclude(user=user).exists():
        raise Stays(_("Någon måste vara systemförvaltare. Ge rollen till någon annan först."))


def _record(assignment: RoleAssignment, action: str, *, by: User | None, at: datetime) -> None:
    area = assignment.area_id or (assignment.workplace.area_id if assignment.workplace else None)
    facts = {"role": assignment.role, "user": assignment.user_id}
    if assignment.source:
        facts["source"] = assignment.source
    record(assignment, action, by=by, at=at, area_id=area, **facts)


def _keep_groups_in_step(user: User) -> None:
    """Wagtail lets in those of the desk's group, the editors' at the pages, and lets the approvers' publish them."""
    roles = [assignment.definition for assignment in user.role_assignments.all()]
    belongs = {
        DESK: any(role.at_the_desk for role in roles),
        EDITORS: any("page.edit" in role.actions for role in roles),
        APPROVERS: any("page.approve" in role.actions for role in roles),
    }
    for name, member in belongs.items():
        group = Group.objects.get(name=name)
        user.groups.add(group) if member else user.groups.remove(group)
