"""Whose words a planner may read, of what planners have written by hand: see docs/adr/0023."""

import uuid

from django.db.models import Q, QuerySet
from django.utils import timezone

from people import access
from people.models import RoleAssignment, User

WRITES = "substitute.write"


def areas_of(user: User) -> set[uuid.UUID | None]:
    """The areas where she writes to substitutes; none if she writes to nobody."""
    return {given.area_id for given in access.assignments(user) if WRITES in given.definition.actions}


def read_by(user: User) -> "QuerySet[User]":
    """Herself, and those who plan in no other areas than she does: words have no area of their own."""
    mine, granting = areas_of(user), RoleAssignment.objects.granting([WRITES], now=timezone.now())
    here, elsewhere = granting.filter(area__in=mine), granting.exclude(area__in=mine)
    colleagues = Q(pk__in=here.values("user")) & ~Q(pk__in=elsewhere.values("user"))
    return User.objects.filter(Q(pk=user.pk) | colleagues)
