"""Giving somebody a role, and taking it back."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.translation import gettext as _

from people.models import Area, RoleAssignment, User, Workplace
from people.operations import delegations
from people.operations.delegations import written_down
from people.operations.groups import BELONGS
from people.operations.organisation import Stays
from people.roles import SYSTEM_OWNER, Reach, Role

Place = Area | Workplace | None
Days = tuple[datetime | None, datetime | None]
"""From when to when, half-open; none is from the beginning, and until further notice."""

ALWAYS: Days = (None, None)


@transaction.atomic
def assign(
    user: User,
    role: Role,
    place: Place = None,
    *,
    days: Days = ALWAYS,
    source: str = "",
    by: User | None,
    at: datetime,
) -> RoleAssignment:
    """Give the role at the place that its reach asks for, for the days; twice is once, and other days replace them.

    `source` is the identity provider whose groups give it, or the register. What one of these gave is by hand from
    when it is given by hand, and else it stays of whom it was.
    """
    where: dict[str, Any] = {
        "area": place if role.reach is Reach.AREA else None,
        "workplace": place if role.reach is Reach.WORKPLACE else None,
    }
    said = {"starts": days[0], "ends": days[1], "source": source}
    assignment, new = RoleAssignment.objects.get_or_create(
        user=user, role=role.code, delegated_from=None, **where, defaults=said
    )
    had = (assignment.starts, assignment.ends)
    by_hand_as_well = bool(assignment.source) and not source
    assignment.starts, assignment.ends = days
    assignment.source = "" if by_hand_as_well else assignment.source
    assignment.save(update_fields=["starts", "ends", "source"])
    if new or by_hand_as_well or had != days:
        changed = not new and not by_hand_as_well
        written_down(assignment, "roleassignment.change" if changed else "roleassignment.add", by=by, at=at)
        keep_groups_in_step(user, at=at)
    return assignment


@transaction.atomic
def withdraw(assignment: RoleAssignment, *, by: User | None, at: datetime) -> None:
    """Take a role back, and from whoever has it in her place; the last system owner stays, to give roles."""
    if assignment.delegated_from_id:
        delegations.end(assignment, by=by, at=at)
        return
    if assignment.role == SYSTEM_OWNER.code:
        spare_the_last_owner(assignment.user)
    if not RoleAssignment.objects.select_for_update(of=("self",)).filter(pk=assignment.pk):
        return  # somebody was first
    for given in assignment.delegations.all():
        delegations.end(given, by=by, at=at)
    written_down(assignment, "roleassignment.remove", by=by, at=at)
    user = assignment.user
    assignment.delete()
    keep_groups_in_step(user, at=at)


@transaction.atomic
def tidy(*, at: datetime) -> None:
    """Take away the roles whose last day has passed, and let the groups follow those that begin or end by a day."""
    dated = RoleAssignment.objects.filter(starts__isnull=False) | RoleAssignment.objects.filter(ends__isnull=False)
    people = {row.user_id: row.user for row in dated.filter(delegated_from=None).select_related("user")}
    over = RoleAssignment.objects.over(now=at).select_for_update(of=("self",), skip_locked=True)
    for given in over.select_related("user", "area", "workplace", "delegated_from__user"):
        if given.delegated_from:
            delegations.end(given, by=None, at=at)
        elif RoleAssignment.objects.filter(pk=given.pk).exists():
            withdraw(given, by=None, at=at)
    for user in people.values():
        keep_groups_in_step(user, at=at)


def spare_the_last_owner(user: User) -> None:
    """Raise `Stays` if the user alone, of those who are let in until further notice, is system owner.

    One such question at a time.
    """
    owners = RoleAssignment.objects.filter(role=SYSTEM_OWNER.code)
    list(owners.order_by("pk").select_for_update().values_list("pk"))
    lasting = owners.filter(user__is_active=True, user__ends_on=None)
    if owners.filter(user=user).exists() and not lasting.exclude(user=user).exists():
        raise Stays(_("Någon måste vara systemförvaltare. Ge rollen till någon annan först."))


def keep_groups_in_step(user: User, *, at: datetime) -> None:
    """Wagtail lets in those of the desk's group, the editors' at the pages, and lets the approvers' publish them.

    Whoever has a role in another's place is let in by `people.backends`, and by no group.
    """
    held = user.role_assignments.in_force(now=at).filter(delegated_from=None)
    roles = [assignment.definition for assignment in held]
    for group in Group.objects.filter(name__in=BELONGS):
        member = any(BELONGS[group.name](role) for role in roles)
        user.groups.add(group) if member else user.groups.remove(group)
