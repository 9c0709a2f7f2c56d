"""How the planners' lists are narrowed: by day, workplace and state."""

from datetime import date, datetime
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from booking.models import Booking, Order
from booking.period import whole_day
from booking.weeks import local_day
from people import access
from people.models import Workplace

Rows = QuerySet[Any]

STANDS = "bokad"
STANDING = [(STANDS, _("Bokad")), ("avbokad", _("Avbokad"))]


def own_workplaces(request: HttpRequest) -> "QuerySet[Workplace]":
    """Those of her areas."""
    return access.scope(request.user, Workplace.objects.order_by("name"))


def today() -> date:
    """The day it is in Stockholm."""
    return local_day(timezone.now())


class DayFilter(django_filters.DateFilter):
    """A day, by the browser's own calendar."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 (django-filter's signature)
        super().__init__(widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **given)


class PeriodFilters(WagtailFilterSet):
    """Days from and to; unless she says otherwise from today, since what is over is seldom looked for."""

    first = DayFilter(label=_("Från och med"), method="not_before")
    last = DayFilter(label=_("Till och med"), method="not_after")

    def __init__(self, data: Any = None, *args: Any, **given: Any) -> None:  # noqa: ANN401 (django-filter's signature)
        if data is not None and "first" not in data:
            data = data.copy()
            data["first"] = today().isoformat()
        super().__init__(data, *args, **given)
        self.filters["first"].extra["initial"] = today

    def not_before(self, rows: Rows, _name: str, day: date) -> Rows:
        """Those that have not ended when the day begins."""
        return rows.filter(ends__gt=_begins(day))

    def not_after(self, rows: Rows, _name: str, day: date) -> Rows:
        """Those that begin before the day is over."""
        return rows.filter(starts__lt=whole_day(day).ends)


class OrderFilters(PeriodFilters):
    """Orders."""

    status = django_filters.ChoiceFilter(label=_("Läge"), choices=Order.Status.choices, empty_label=_("Alla"))
    workplace = django_filters.ModelChoiceFilter(label=_("Arbetsplats"), queryset=own_workplaces, empty_label=_("Alla"))

    class Meta:
        model = Order
        fields = ("status", "workplace")


class BookingFilters(PeriodFilters):
    """Bookings."""

    workplace = django_filters.ModelChoiceFilter(
        label=_("Arbetsplats"), field_name="order__workplace", queryset=own_workplaces, empty_label=_("Alla")
    )
    standing = django_filters.ChoiceFilter(
        label=_("Läge"), choices=STANDING, method="by_standing", empty_label=_("Alla")
    )

    class Meta:
        model = Booking
        fields = ("workplace",)

    def by_standing(self, rows: Rows, _name: str, wanted: str) -> Rows:
        """Those that stand, or those that ended."""
        return rows.filter(ended_at__isnull=wanted == STANDS)


def _begins(day: date) -> datetime:
    return whole_day(day).starts
