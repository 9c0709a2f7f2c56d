"""Wagtail's groups follow the roles in code, whatever somebody has changed in them by hand."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime

from django.contrib.auth.models import Group
from django.db import transaction

from people.models import RoleAssignment
from people.roles import ROLES, Role

logger = logging.getLogger(__name__)

BELONGS: Mapping[str, Callable[[Role], bool]] = {
    "Skrivbordet": lambda role: role.at_the_desk,
    "Redaktörer": lambda role: "page.edit" in role.actions,
    "Godkännare": lambda role: "page.approve" in role.actions,
}
"""Which roles put somebody in each of the groups; there is no other way in to them."""


@transaction.atomic
def put_right(*, at: datetime) -> int:
    """Let each group have those whose roles of their own say so, and nobody else; how many that moved.

    Groups that are none of ours are the municipality's.
    """
    held = list(RoleAssignment.objects.in_force(now=at).filter(delegated_from=None).values_list("user", "role"))
    moved = 0
    for group in Group.objects.filter(name__in=BELONGS).order_by("name"):
        wanted = {user for user, code in held if code in ROLES and BELONGS[group.name](ROLES[code])}
        there = set(group.user_set.values_list("pk", flat=True))
        group.user_set.remove(*there - wanted)
        group.user_set.add(*wanted - there)
        moved += len(there ^ wanted)
    if moved:
        logger.warning("groups of Wagtail's were otherwise than the roles say: %d put right", moved)
    return moved
