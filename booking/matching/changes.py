"""Whether anything has happened that a planner's page would show: one short question, asked often."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Max, Model

from messaging.models import InboundMessage
from people import access
from people.models import HistoryEntry, User

WINDOW = timedelta(minutes=10)


def number(user: User, model: type[Model]) -> int:
    """How many of the model's rows wait that she may see; counted once a request, though menu and page both tell it."""
    counted: dict[type[Model], int] = user.__dict__.setdefault("_counted", {})
    if model not in counted:
        rows: Any = model._default_manager
        counted[model] = access.scope(user, rows.waiting()).count()
    return counted[model]


def within_reach(user: User, *, now: datetime) -> tuple[object, ...]:
    """Another as soon as somebody has done something within her areas, or written in; two queries.

    Every deed stands in the history. The latest is not enough: a slow decision is written down under an earlier moment
    than a quick one that was there before it, so they are counted too, over the last minutes alone.
    """
    since = now - WINDOW - timedelta(seconds=now.timestamp() % WINDOW.total_seconds())
    deeds = access.scope(user, HistoryEntry.objects.filter(timestamp__gte=since))
    lately = deeds.order_by().aggregate(last=Max("timestamp"), number=Count("pk"))
    return (lately["last"], lately["number"], number(user, InboundMessage))
