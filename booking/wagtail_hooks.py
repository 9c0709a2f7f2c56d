"""What the booking engine adds to Wagtail's admin."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogActionRegistry

from booking.models import OrderReason
from booking.panels import FillFirst
from booking.views.desk import deeds
from booking.viewsets.planning import PLANNING, OrderReasonViewSet, PlanningGroup
from people import access
from people.requests import SignedIn
from people.views.desk import deeds as kept


@hooks.register("register_admin_viewset")
def planning() -> list[object]:
    """Orders, bookings, substitutes; and the reasons, which the system owner keeps."""
    return [PlanningGroup(), OrderReasonViewSet()]


class BoardItem(MenuItem):
    """The board is the planner's first page."""

    def is_shown(self, request: SignedIn) -> bool:
        return access.may(request.user, "order.book")


@hooks.register(PLANNING)
def board_item() -> MenuItem:
    """Tavlan."""
    return BoardItem(_("Tavlan"), reverse("wagtailadmin_home"), name="board", icon_name="grid", order=0)


@hooks.register("construct_homepage_panels")
def first_page(request: SignedIn, panels: list[Component]) -> None:
    """The planner's board."""
    if access.may(request.user, "order.book"):
        panels.append(FillFirst(request.user, now=timezone.now()))


@hooks.register("register_log_actions")
def log_actions(registry: LogActionRegistry) -> None:
    """The engine's own actions in the history."""
    deeds.register(registry)
    kept.register(registry, OrderReason)
