"""An order that turns out otherwise: the same form as when it was placed, filled in with how it stands."""

import uuid
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.forms.order import OrderForm
from booking.forms.order_columns import COLUMNS
from booking.models import Order, OrderReason, Policy
from booking.weeks import local_day
from people.models import Competence, User

OFFERED = ("allow_direct", "enquiry_mode")


class ChangeForm(OrderForm):
    """What of the order is to be another. What has begun may stay as it began."""

    why = forms.CharField(label=gettext_lazy("Varför går det ändå?"), max_length=200, required=False)
    let_go = forms.BooleanField(required=False)
    seen_booking = forms.UUIDField(required=False, widget=forms.HiddenInput)
    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        order: Order,
        seen_booking: uuid.UUID | None,
        user: User,
        now: datetime,
    ) -> None:
        stands = as_it_stands(order) | {"seen_booking": seen_booking, "seen_version": order.terms_version}
        super().__init__(data, user=user, now=now, initial=stands)
        self.before = order
        if order.reason.introduces:
            self.fields["reason"].queryset = OrderReason.objects.filter(pk=order.reason_id)  # type: ignore[attr-defined]
        self.fields |= offered()
        del self.fields["advertise"], self.fields["command"]

    def said(self) -> dict[str, Any]:
        """Every field as it is now to be, but the competences."""
        (starts, ends), *_others = self.spans
        return self.filled() | {name: self.cleaned_data[name] for name in OFFERED} | {"starts": starts, "ends": ends}

    @property
    def competences(self) -> list[Competence]:
        """Those that are now required."""
        return list(self.cleaned_data["competences"])

    def clean_day(self) -> date:
        """A day that is to come, or the day on which it began."""
        day: date = self.cleaned_data["day"]
        return day if day == local_day(self.before.starts) else super().clean_day()

    def _too_soon(self, starts: datetime) -> str:
        return "" if starts == self.before.starts else super()._too_soon(starts)


def offered() -> dict[str, Any]:
    """Whether the portal may fill it, and what becomes of a yes."""
    fields: dict[str, Any] = forms.fields_for_model(Order, OFFERED, help_texts={"enquiry_mode": ""})
    fields["enquiry_mode"].choices = [("", _("Som i regelverket")), *Policy.Mode.choices]
    return fields


def as_it_stands(order: Order) -> dict[str, Any]:
    """The order as its form would have been filled in."""
    starts, ends = localtime(order.starts), localtime(order.ends)
    columns = {name: getattr(order, name) for name in (*COLUMNS, *OFFERED) if name != "competences"}
    return columns | {
        "competences": order.competences.all(),
        "break_minutes": order.break_minutes,
        "day": starts.date(),
        "starts": starts.time(),
        "starts_which": str(starts.fold),
        "ends": ends.time(),
        "ends_which": str(ends.fold),
    }
