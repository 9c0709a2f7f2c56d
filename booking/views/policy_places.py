"""The places whose policy somebody reaches: whole areas, or her own workplaces."""

import uuid

from django.db.models import QuerySet
from django.http import Http404

from booking.policy_steps import Place
from people.access import by_role
from people.models import Area, User, Workplace

AREAS = by_role(area=["pk"])
WORKPLACES = by_role(area=["area"], workplace=["pk"])


def areas(user: User, verb: str = "view") -> QuerySet[Area]:
    """Those whose policy she may do the verb to."""
    reached = AREAS(user, frozenset({f"policy.{verb}"}))
    return Area.objects.filter(reached) if reached else Area.objects.none()


def workplaces(user: User, verb: str = "view") -> QuerySet[Workplace]:
    """Those whose policy she may do the verb to, whether they have one of their own or not."""
    reached = WORKPLACES(user, frozenset({f"policy.{verb}"}))
    return Workplace.objects.filter(reached) if reached else Workplace.objects.none()


def place(user: User, pk: uuid.UUID, verb: str = "view") -> Place:
    """The area or the workplace, or 404."""
    found: Place | None = areas(user, verb).filter(pk=pk).first()
    found = found or workplaces(user, verb).select_related("area").filter(pk=pk).first()
    if found is None:
        message = "no policy of hers"
        raise Http404(message)
    return found
