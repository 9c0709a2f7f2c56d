"""The ways in to what a person has done on the pages."""

import uuid

from django.db.models import Q

from people import access
from people.access import by_role, own
from people.models import Favourite, User
from people.policy import guard
from portal.pages.models import CourseTick

SUBSTITUTES = "user__substitute"
KNOWN_BY = [f"{SUBSTITUTES}__bookings__order__workplace", f"{SUBSTITUTES}__introductions__workplace"]


def known_by_her_workplace(user: User, asked: frozenset[str]) -> Q:
    """The way in for an ordering manager: those who have worked, are introduced or are wanted again where she is."""
    reached = by_role(workplace=KNOWN_BY)(user, asked)
    wanted = access.scope(user, Favourite.objects.filter(workplace__in=_workplaces(user))).values("substitute")
    return reached | Q(user__substitute__in=wanted) if reached else Q()


def _workplaces(user: User) -> list[uuid.UUID]:
    return [one.workplace_id for one in access.assignments(user) if one.workplace_id]


guard(
    CourseTick,
    own("user", "coursetick.view"),
    by_role(area=[f"{SUBSTITUTES}__agreements__area", f"{SUBSTITUTES}__agreements__workplace__area"]),
    known_by_her_workplace,
)
