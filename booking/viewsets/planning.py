"""The planners' part of the admin: orders, bookings and substitutes. They are read here, and changed by operations."""

from collections.abc import Callable
from typing import ClassVar

from django.http import HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSetGroup

from booking.models import Booking, OrderReason
from booking.views.desk import papers as ends
from booking.views.desk import standing, substitute_messages, substitute_notes, substitute_papers, substitute_shifts
from booking.views.desk.booking import show as show_booking
from booking.views.desk.filters import BookingFilters
from booking.views.desk.lists import Bookings, Substitutes
from booking.views.desk.substitute import show as show_substitute
from booking.viewsets.orders import OrderViewSet
from people.models import Substitute
from people.views.desk import import_file, papers, substitutes
from people.viewsets.organisation import ORGANISATION, Kept
from people.viewsets.scoped import ScopedModelViewSet

View = Callable[..., HttpResponse]

PLANNING = "register_planning_menu_item"


class BookingViewSet(ScopedModelViewSet):
    """Bookings, to read."""

    model = Booking
    name = "booking_desk"
    url_prefix = "bokningar"
    icon = "calendar-check"
    screens: ClassVar = frozenset({"index", "inspect"})
    index_view_class = Bookings
    filterset_class = BookingFilters
    search_fields: ClassVar = [
        "order__workplace__name",
        "order__occupation__name",
        "substitute__user__first_name",
        "substitute__user__last_name",
    ]
    inspect_view: View = staticmethod(show_booking)


class SubstituteViewSet(ScopedModelViewSet):
    """Substitutes: found in the list, read on their page, with their papers."""

    model = Substitute
    url_prefix = "vikarier"
    icon = "user"
    screens: ClassVar = frozenset({"index", "add", "inspect"})
    index_view_class = Substitutes
    search_fields: ClassVar = ["user__first_name", "user__last_name", "employee_number"]
    add_view: View = staticmethod(substitutes.take_on)
    inspect_view: View = staticmethod(show_substitute)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("import/", import_file.hand_in, name="import"),
            path("import/mall/", import_file.template, name="import_template"),
            path("import/<uuid:pk>/", import_file.report, name="import_report"),
            path("import/<uuid:pk>/genomfor/", import_file.carry_out, name="import_carry_out"),
            path("import/<uuid:pk>/kasta/", import_file.throw_away, name="import_discard"),
            path("import/<uuid:pk>/fel/", import_file.faults, name="import_faults"),
            path("<uuid:pk>/andra/", substitutes.change, name="change"),
            path("<uuid:pk>/papper/", substitute_papers.show, name="papers"),
            path("<uuid:pk>/pass/", substitute_shifts.show, name="shifts"),
            path("<uuid:pk>/meddelanden/", substitute_messages.show, name="messages"),
            path("<uuid:pk>/tid/", substitute_notes.put_in_time, name="put_in_time"),
            path("tid/<uuid:pk>/ta-bort/", substitute_notes.take_away_time, name="take_away_time"),
            path("<uuid:pk>/anteckning/", substitute_notes.write, name="write_note"),
            path("anteckning/<uuid:pk>/ta-bort/", substitute_notes.remove, name="remove_note"),
            path("<uuid:pk>/avtal/ny/", papers.agree, name="agree"),
            path("<uuid:pk>/kompetens/ny/", papers.prove, name="prove"),
            path("avtal/<uuid:pk>/avsluta/", ends.end_agreement, name="end_agreement"),
            path("kompetens/<uuid:pk>/avsluta/", ends.revoke, name="revoke"),
            path("<uuid:pk>/sparr/", standing.block, name="block"),
            path("sparr/<uuid:pk>/hav/", standing.lift, name="lift"),
            path("<uuid:pk>/introduktion/", standing.introduce, name="introduce"),
            path("introduktion/<uuid:pk>/ta-bort/", standing.withdraw_introduction, name="withdraw_introduction"),
            path("<uuid:pk>/registerkontroll/", standing.check, name="check"),
            path("<uuid:pk>/franvaro/", standing.note_absence, name="note_absence"),
            path("franvaro/<uuid:pk>/korta/", standing.shorten_absence, name="shorten_absence"),
            path("vila/<uuid:pk>/given/", standing.settle, name="settle"),
        ]


class PlanningGroup(ViewSetGroup):
    """The planners' part of the menu."""

    menu_label = _("Bemanning")
    menu_name = "planning"
    menu_icon = "calendar-alt"
    menu_order = 50
    submenu_hook = PLANNING
    items = (OrderViewSet, BookingViewSet, SubstituteViewSet)


class OrderReasonViewSet(Kept):
    """Why somebody is needed; beside the system owner's other tables."""

    model = OrderReason
    url_prefix = "orsaker"
    icon = "tag"
    list_display: ClassVar = ["name", "legal_kind", "introduces"]
    form_fields: ClassVar = ["name", "legal_kind", "introduces"]
    menu_hook = ORGANISATION
