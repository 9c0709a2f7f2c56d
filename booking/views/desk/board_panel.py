"""The board on the desk's first page."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.forms import Media
from wagtail.admin.ui.components import Component

from booking.views.desk import board_page
from booking.weeks import Week, local_day


class Board(Component):
    """This week of it, with what must be filled first."""

    name = "fill_first"
    template_name = "booking/desk/fill_first.html"
    order = 10
    media = Media()

    def __init__(self, *, now: datetime) -> None:
        self.now = now

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """What stands on the board's own page."""
        request = parent_context["request"]
        version = board_page.version(request, now=self.now)
        week = board_page.week(request, Week.of(local_day(self.now)), now=self.now)
        # A panel is rendered by itself: what a page has by its request is handed on.
        return week | {"request": request, "csrf_token": parent_context["csrf_token"], "version": version}
