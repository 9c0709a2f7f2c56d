"""What the desk's first page shows those who work in it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.forms import Media
from wagtail.admin.ui.components import Component

from booking.matching import board
from booking.models import PlannerTask
from messaging import heartbeats
from messaging.models import InboundMessage
from people import access
from people.models import User

AT_MOST = 15


class FillFirst(Component):
    """The planner's: what must be filled, the soonest first, what else waits for her, and her areas in figures."""

    name = "fill_first"
    template_name = "booking/desk/fill_first.html"
    order = 10
    media = Media()

    def __init__(self, user: User, *, now: datetime) -> None:
        self.user = user
        self.now = now

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """The first few, and the figures."""
        return {
            "orders": board.to_fill(self.user, now=self.now)[:AT_MOST],
            "counts": board.counts(self.user, now=self.now),
            "tasks": access.scope(self.user, PlannerTask.objects.waiting()).count(),
            "to_read": access.scope(self.user, InboundMessage.objects.waiting()).count(),
            "standstill": heartbeats.standing_still(now=self.now),
            "now": self.now,
            "request": parent_context["request"],
        }
