"""What the booking engine adds to Wagtail's admin."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogActionRegistry

from booking.models import AssistantProfile, CalendarDay, MessageText, OrderReason, Policy
from booking.views.desk import deeds
from booking.views.desk.board_panel import Board
from booking.views.desk.pay_period_panel import before_closing
from booking.viewsets.assistants import AssistantViewSet, assistants_item
from booking.viewsets.at_disposal import AtDisposalViewSet, at_disposal_item
from booking.viewsets.board import BoardViewSet
from booking.viewsets.calendar_days import CalendarDayViewSet
from booking.viewsets.follow_ups import FOLLOW_UPS, inbox_item, tasks_item, writing_item
from booking.viewsets.forecast import ForecastViewSet, forecast_item
from booking.viewsets.las import LasViewSet, las_item
from booking.viewsets.message_texts import MessageTextViewSet, message_texts_item
from booking.viewsets.planning import PLANNING, OrderReasonViewSet, PlanningGroup
from booking.viewsets.policies import PolicyViewSet
from booking.viewsets.proposals import ProposalViewSet, proposals_item
from booking.viewsets.saved_views import SavedViewViewSet
from booking.viewsets.statistics import StatisticsViewSet, statistics_item
from booking.viewsets.time_banks import TimeBankViewSet, time_banks_item
from booking.viewsets.usual import UsualViewSet
from booking.viewsets.worked_time import PayPeriodViewSet, WorkedTimeViewSet, pay_periods_item, worked_item
from booking.viewsets.workplace_requests import WorkplaceRequestViewSet, workplace_requests_item
from people import access
from people.requests import SignedIn
from people.views.desk import deeds as kept
from people.views.desk import settings_log
from people.viewsets.organisation import ORGANISATION


@hooks.register("register_admin_viewset")
def planning() -> list[object]:
    """Orders, bookings, substitutes; what waits; the policies; and the reasons, which the system owner keeps."""
    waiting = (*FOLLOW_UPS, WorkplaceRequestViewSet, SavedViewViewSet, StatisticsViewSet, UsualViewSet, LasViewSet)
    worked = (WorkedTimeViewSet, PayPeriodViewSet, TimeBankViewSet, AtDisposalViewSet)
    ahead = (ForecastViewSet, AssistantViewSet, ProposalViewSet)
    settings = (PolicyViewSet, MessageTextViewSet, OrderReasonViewSet, CalendarDayViewSet)
    return [PlanningGroup(), BoardViewSet(), *(viewset() for viewset in (*waiting, *worked, *ahead, *settings))]


hooks.register(PLANNING, forecast_item)
hooks.register(PLANNING, tasks_item)
hooks.register(PLANNING, inbox_item)
hooks.register(PLANNING, writing_item)
hooks.register(PLANNING, workplace_requests_item)
hooks.register(PLANNING, las_item)
hooks.register(PLANNING, statistics_item)
hooks.register(PLANNING, worked_item)
hooks.register(PLANNING, pay_periods_item)
hooks.register(PLANNING, time_banks_item)
hooks.register(PLANNING, at_disposal_item)
hooks.register(PLANNING, assistants_item)
hooks.register(PLANNING, proposals_item)


class BoardItem(MenuItem):
    """The board is the planner's first page."""

    def is_shown(self, request: SignedIn) -> bool:
        return access.may(request.user, "order.book")


@hooks.register(PLANNING)
def board_item() -> MenuItem:
    """Tavlan."""
    return BoardItem(_("Tavlan"), reverse("wagtailadmin_home"), name="board", icon_name="grid", order=0)


class PolicyItem(MenuItem):
    """Planners read the policies."""

    def is_shown(self, request: SignedIn) -> bool:
        return access.may(request.user, "order.book") and access.may(request.user, "policy.view")


class PoliciesItem(MenuItem):
    """The system owner changes them."""

    def is_shown(self, request: SignedIn) -> bool:
        return access.may(request.user, "policy.change")


@hooks.register(PLANNING)
def policy_item() -> MenuItem:
    """Regelverk, beside what it holds for."""
    return PolicyItem(_("Regelverk"), reverse("policy:index"), name="policy", icon_name="doc-full", order=900)


@hooks.register(ORGANISATION)
def policies_item() -> MenuItem:
    """Regelverk, beside the other tables."""
    return PoliciesItem(_("Regelverk"), reverse("policy:index"), name="policies", icon_name="doc-full", order=900)


hooks.register(ORGANISATION, message_texts_item)


@hooks.register("construct_main_menu")
def planning_in_the_open(request: SignedIn, items: list[MenuItem]) -> None:
    """What a planner goes to all day takes one click: her part of the menu stands open in the place of its name."""
    for group in [item for item in items if item.name == PlanningGroup.menu_name]:
        items[items.index(group) : items.index(group) + 1] = group.menu.menu_items_for_request(request)


@hooks.register("construct_homepage_panels")
def first_page(request: SignedIn, panels: list[Component]) -> None:
    """The planner's board, and what must be seen to before a month is closed."""
    if access.may(request.user, "order.book"):
        now = timezone.now()
        panels.append(Board(now=now))
        if note := before_closing(request.user, now=now):
            panels.append(note)


@hooks.register("register_log_actions")
def log_actions(registry: LogActionRegistry) -> None:
    """The engine's own actions in the history."""
    deeds.register(registry)
    for model in (OrderReason, CalendarDay, AssistantProfile):
        kept.register(registry, model)


settings_log.follow(OrderReason, CalendarDay, Policy, MessageText, AssistantProfile)
