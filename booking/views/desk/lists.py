"""The planners' lists."""

from typing import Any, ClassVar

from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn

from booking.matching import board
from booking.models import Booking, Order
from booking.templatetags.shifts import exact
from booking.templatetags.staffing import booking_state
from people import access
from people.models import Agreement, Substitute
from people.views.scoped import ScopedIndex
from portal.templatetags.phones import national
from portal.templatetags.times import day

Rows = QuerySet[Any]


class StateColumn(Column):
    """The order's badge."""

    cell_template_name = "booking/desk/state_cell.html"


class Orders(ScopedIndex):
    """Orders, the soonest first."""

    default_ordering = "starts"
    page_title = _("Beställningar")
    joins: ClassVar = ("workplace", "occupation", "reason")
    add_item_label = _("Ny beställning")

    def get_base_queryset(self) -> Rows:
        return board.with_state(super().get_base_queryset(), now=timezone.now())

    @cached_property
    def columns(self) -> list[Column]:
        """Shift, workplace, occupation, state."""
        return [
            TitleColumn("starts", label=_("Pass"), accessor=shift, sort_key="starts", get_url=self.get_inspect_url),
            Column("workplace", label=_("Arbetsplats"), sort_key="workplace__name"),
            Column("occupation", label=_("Yrke"), accessor=lambda order: capfirst(order.occupation.name)),
            Column("reason", label=_("Orsak")),
            StateColumn("status", label=_("Läge"), sort_key="status"),
        ]


class Bookings(ScopedIndex):
    """Bookings, the soonest first."""

    default_ordering = "starts"
    page_title = _("Bokningar")
    joins: ClassVar = ("order__workplace", "order__occupation", "substitute__user")

    @cached_property
    def columns(self) -> list[Column]:
        """Shift, who, workplace, occupation, state."""
        return [
            TitleColumn("starts", label=_("Pass"), accessor=shift, sort_key="starts", get_url=self.get_inspect_url),
            Column("substitute", label=_("Vikarie"), sort_key="substitute__user__last_name"),
            Column("workplace", label=_("Arbetsplats"), accessor="order.workplace", sort_key="order__workplace__name"),
            Column("occupation", label=_("Yrke"), accessor=lambda booking: capfirst(booking.order.occupation.name)),
            Column("state", label=_("Läge"), accessor=booking_state),
        ]


class Substitutes(ScopedIndex):
    """Substitutes, by name."""

    default_ordering: ClassVar = ["user__last_name", "user__first_name", "pk"]
    page_title = _("Vikarier")
    add_item_label = _("Ny vikarie")
    joins: ClassVar = ("user",)

    def get_base_queryset(self) -> Rows:
        seen = access.scope(self.request.user, Agreement.objects.select_related("occupation", "area", "workplace"))
        return super().get_base_queryset().prefetch_related(Prefetch("agreements", seen, to_attr="seen_agreements"))

    @cached_property
    def columns(self) -> list[Column]:
        """Name, occupations, where, phone."""
        return [
            TitleColumn("user", label=_("Namn"), sort_key="user__last_name", get_url=self.get_inspect_url),
            Column("occupations", label=_("Yrke"), accessor=occupations),
            Column("places", label=_("Var"), accessor=places),
            Column("phone", label=_("Telefon"), accessor=lambda substitute: national(substitute.user.phone)),
            Column("employee_number", label=_("Anställningsnummer"), sort_key="employee_number"),
        ]


def shift(row: Order | Booking) -> str:
    """Onsdag 13 maj 07.00–16.00"""
    return f"{capfirst(day(row.starts))} {exact(row.period)}"


def occupations(substitute: Substitute) -> str:
    """What her agreements say that she is, of those that the reader may see."""
    papers: list[Agreement] = substitute.seen_agreements  # type: ignore[attr-defined]  # prefetched above
    return capfirst(", ".join(sorted({paper.occupation.name for paper in papers})))


def places(substitute: Substitute) -> str:
    """Where they count."""
    papers: list[Agreement] = substitute.seen_agreements  # type: ignore[attr-defined]  # prefetched above
    return ", ".join(sorted({str(paper.workplace or paper.area) for paper in papers}))
