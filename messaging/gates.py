"""The ways in to the messages."""

from django.db.models import Exists, OuterRef, Q

from messaging.models import InboundMessage, Message, Receipt, Silenced
from people.access import assignments, by_role, own
from people.models import User
from people.policy import guard


def from_her_areas(user: User, asked: frozenset[str]) -> Q:
    """A planner reads what the people of her areas send, and what comes from a number that no area knows."""
    areas = [one.area_id for one in assignments(user) if one.definition.actions & asked and one.area_id]
    if not areas:
        return Q()
    senders = User.objects.filter(phone=OuterRef("sender"), is_active=True)
    hers = Q()
    for place in ("substitute__agreements__", "substitute__agreements__workplace__", "role_assignments__"):
        hers |= Q(**{f"{place}area__in": areas})
    hers |= Q(role_assignments__workplace__area__in=areas)
    placed = Q(substitute__agreements__isnull=False) | Q(role_assignments__isnull=False)
    return Exists(senders.filter(hers)) | ~Exists(senders.filter(placed))


guard(Message, by_role(), own("recipient", "message.view"))
guard(InboundMessage, by_role(), from_her_areas)
guard(Receipt, by_role())
guard(Silenced, by_role())
