"""The planners' part of the admin: orders, bookings and substitutes. They are read here, and changed by operations."""

from collections.abc import Callable
from typing import ClassVar

from django.http import HttpResponse
from django.urls import URLPattern, path
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSetGroup

from booking.models import Booking, OrderReason
from booking.views.desk import correcting, export, lists
from booking.views.desk.booking import show as show_booking
from booking.viewsets.orders import OrderViewSet
from booking.viewsets.substitutes import SubstituteViewSet
from people.viewsets.organisation import ORGANISATION, Kept, yes_or_no
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
    index_view: View = staticmethod(lists.bookings)
    inspect_view: View = staticmethod(show_booking)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("fil/<str:kind>/", export.bookings, name="export"),
            path("<uuid:pk>/ratta/", correcting.correct, name="correct"),
            path("<uuid:pk>/attestera/", correcting.attest, name="attest"),
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
    list_display: ClassVar = ["name", "legal_kind", yes_or_no("introduces", capfirst(_("introduktion")))]
    form_fields: ClassVar = ["name", "legal_kind", "introduces"]
    menu_hook = ORGANISATION
