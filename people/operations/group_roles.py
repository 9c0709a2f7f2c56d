"""Roles that somebody has by the groups of an identity provider: they come and go as she signs in by it.

What she has in somebody's place is none of them, and is neither counted nor taken.
"""

import logging
from collections.abc import Collection, Iterator
from datetime import datetime

from django.db import transaction

from people.grants import Grant
from people.models import Area, RoleAssignment, User, Workplace
from people.operations import roles
from people.operations.organisation import Stays
from people.operations.roles import Place
from people.roles import ROLES, Reach, Role
from portal import security_log

logger = logging.getLogger(__name__)

MODELS: dict[Reach, type[Area] | type[Workplace]] = {Reach.AREA: Area, Reach.WORKPLACE: Workplace}


@transaction.atomic
def follow(user: User, granted: Collection[Grant], *, source: str, at: datetime) -> None:
    """Give what her groups give, and take back what they gave before and give no more.

    `source` is the provider's id. What a person gave, or another provider, stays; so does the last system owner.
    """
    list(User.objects.filter(pk=user.pk).select_for_update().values_list("pk"))
    wanted = [
        _held(user, role, place) or roles.assign(user, role, place, by=None, at=at, source=source)
        for role, place in _places(granted)
    ]
    gone = user.role_assignments.filter(source=source, delegated_from=None).exclude(
        pk__in=[assignment.pk for assignment in wanted]
    )
    for assignment in gone.select_related("user", "workplace"):
        _withdrawn(assignment, by=None, at=at)


def _held(user: User, role: Role, place: Place) -> RoleAssignment | None:
    """What she has already, whoever gave it, as it was given."""
    at_it = {
        "area": place if isinstance(place, Area) else None,
        "workplace": place if isinstance(place, Workplace) else None,
    }
    return user.role_assignments.filter(role=role.code, delegated_from=None, **at_it).first()


@transaction.atomic
def withdraw_all(source: str, *, by: User | None, at: datetime) -> int:
    """Take back what the groups of a provider gave, since it is none of ours any more; how many roles that was."""
    given = RoleAssignment.objects.filter(source=source, delegated_from=None).select_related("user", "workplace")
    return sum(_withdrawn(assignment, by=by, at=at) for assignment in given)


def _withdrawn(assignment: RoleAssignment, *, by: User | None, at: datetime) -> bool:
    try:
        roles.withdraw(assignment, by=by, at=at)
    except Stays:
        return False
    return True


def _places(granted: Collection[Grant]) -> Iterator[tuple[Role, Place]]:
    """Each role with its place; one that is none of ours, or whose place has no name of its own, is told in the log."""
    for grant in sorted(granted):
        role = ROLES.get(grant.role)
        if role and role.reach is Reach.MUNICIPALITY:
            yield role, None
            continue
        places = _called(grant.place, MODELS[role.reach]) if role else []
        if role and len(places) == 1:
            yield role, places[0]
        else:
            logger.warning("a group gives %s at %r: no such role, or not one place", grant.role, grant.place)
            security_log.event("role.not_given", role=grant.role if role else "", places=len(places))


def _called(name: str, model: type[Area] | type[Workplace]) -> list[Area | Workplace]:
    return list(model._default_manager.filter(name__iexact=name)[:2])
