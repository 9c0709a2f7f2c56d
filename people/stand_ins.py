"""Who is told what is somebody's to know, while another has her role in her place."""

from datetime import datetime

from django.db.models import Q

from people.models import RoleAssignment, User, Workplace
from people.models.user import let_in


def told_for(user: User, workplace: Workplace, *, at: datetime) -> list[User]:
    """Those who stand in for her there at that time; herself, if nobody does."""
    there = Q(workplace=workplace) | Q(area=workplace.area_id)
    hers = RoleAssignment.objects.in_force(now=at).filter(there, let_in(at, "user__"), delegated_from__user=user)
    found = {given.user_id: given.user for given in hers.select_related("user").order_by("pk")}
    return list(found.values()) or [user]
