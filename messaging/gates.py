"""The ways in to the messages."""

import uuid
from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q, QuerySet

from messaging.models import ChannelChoice, InboundMessage, Message, PushSubscription, Receipt, Silenced
from people.access import assignments, by_role, own
from people.models import User
from people.policy import guard


def people_of(areas: Collection[uuid.UUID | None]) -> Q:
    """Users who work in the areas: with an agreement or a role there, or at one of their workplaces."""
    hers = Q(role_assignments__workplace__area__in=areas)
    for place in ("substitute__agreements__", "substitute__agreements__workplace__", "role_assignments__"):
        hers |= Q(**{f"{place}area__in": areas})
    return hers


def senders_within_reach(user: User) -> QuerySet[User]:
    """Those whose messages she reads because they work in her areas; not every sender of a number that is shared."""
    areas = _areas(user, frozenset({"inboundmessage.view"}))
    if not areas:
        return User.objects.none()
    # A subquery, so that nobody is doubled by having two agreements.
    return User.objects.filter(pk__in=User.objects.filter(people_of(areas)).values("pk"), is_active=True)


def _areas(user: User, asked: frozenset[str]) -> list[uuid.UUID | None]:
    return [one.area_id for one in assignments(user) if one.definition.actions & asked and one.area_id]


def from_her_areas(user: User, asked: frozenset[str]) -> Q:
    """A planner reads what the people of her areas send, and what comes from whom no area knows.

    Who wrote in the portal is known; who sent an SMS are all who have the number.
    """
    areas = _areas(user, asked)
    if not areas:
        return Q()
    by_number = Q(phone=OuterRef("sender")) & ~Q(phone="")
    senders = User.objects.filter(by_number | Q(pk=OuterRef("written_by")), is_active=True)
    placed = Q(substitute__agreements__isnull=False) | Q(role_assignments__isnull=False)
    return Exists(senders.filter(people_of(areas))) | ~Exists(senders.filter(placed))


guard(Message, by_role(), own("recipient", "message.view"))
guard(ChannelChoice, own("user", "channelchoice.view", "channelchoice.change"))
guard(PushSubscription, own("user", "pushsubscription.view", "pushsubscription.change"))
guard(InboundMessage, by_role(), from_her_areas, own("written_by", "inboundmessage.read"))
guard(Receipt, by_role())
guard(Silenced, by_role())
