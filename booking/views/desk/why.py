"""Why an assistant did what it did with an order, on the order's page."""

from typing import Any

from booking.assistant import why_in_words
from booking.models import AssistantDecision, Order
from people import access
from people.models import User


def of(order: Order, reader: User) -> dict[str, Any]:
    """The latest decision on it that she may see, in words; nothing if there is none."""
    decisions = AssistantDecision.objects.real().filter(order=order).select_related("run__profile")
    decided = access.scope(reader, decisions).order_by("-decided_at", "pk").first()
    return {"decided": decided, "why": why_in_words.told(decided.why, seen_by=reader)} if decided else {}
