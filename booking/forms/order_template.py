"""A usual shift of a workplace: what is the same each time that it is ordered, under a name of its own."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.forms.order import LONGEST_BREAK, NOT_A_BREAK, USUAL_BREAK
from booking.forms.order_columns import columns, places_where
from booking.forms.several import SeveralForm
from booking.forms.wall_clock import clock_field
from booking.models import Order, OrderTemplate
from booking.operations.order_templates import mark
from people.models import Competence, User

KEPT = ("workplace", "occupation", "break_minutes", "text", "contact", "allow_direct")
OF_AN_ORDER_ALONE = ("reason", "reference", "note")
SOME_DAY = date(2026, 1, 1)


class OrderTemplateForm(forms.Form):
    """As it stands, or as an order of it was."""

    name = forms.CharField(
        label=gettext_lazy("Namn"),
        max_length=60,
        error_messages={"required": gettext_lazy("Skriv ett namn.")},
        help_text=gettext_lazy("Till exempel Öppning eller Kväll. Skriv inget om personer."),
    )
    starts = clock_field(label=gettext_lazy("Börjar"))
    ends = clock_field(label=gettext_lazy("Slutar"))
    break_minutes = forms.IntegerField(
        label=gettext_lazy("Rast, minuter"),
        min_value=0,
        max_value=LONGEST_BREAK,
        initial=USUAL_BREAK,
        error_messages=NOT_A_BREAK,
    )
    allow_direct = SeveralForm.base_fields["allow_direct"]
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, user: User, initial: Mapping[str, Any] | None = None
    ) -> None:
        """`user` decides the workplaces."""
        places = places_where(user, "ordertemplate.change")
        first = {"workplace": places[0]} if len(places) == 1 else {}
        super().__init__(data, initial=first | dict(initial or {}))
        words = columns(places)
        self.fields |= {name: field for name, field in words.items() if name not in OF_AN_ORDER_ALONE}

    def clean(self) -> dict[str, Any]:
        """The break is shorter than the shift."""
        data: dict[str, Any] = super().clean() or {}
        if data.keys() >= {"starts", "ends", "break_minutes"}:
            first, last = (datetime.combine(SOME_DAY, data[name]) for name in ("starts", "ends"))
            length = (last - first) if last > first else (last - first + timedelta(days=1))
            if timedelta(minutes=data["break_minutes"]) >= length:
                self.add_error("break_minutes", _("Rasten måste vara kortare än passet."))
        return data

    def said(self, usual: OrderTemplate) -> OrderTemplate:
        """The row as it is now to be, not yet saved."""
        for name in (*KEPT, "name", "starts", "ends"):
            setattr(usual, name, self.cleaned_data[name])
        return usual

    @property
    def competences(self) -> list[Competence]:
        """Those that are required each time."""
        return list(self.cleaned_data["competences"])


def as_it_stands(usual: OrderTemplate) -> dict[str, Any]:
    """The usual shift as its form would have been filled in."""
    columns = {name: getattr(usual, name) for name in (*KEPT, "name", "starts", "ends")}
    return columns | {"competences": usual.competences.all(), "seen": mark(usual)}


def as_ordered(order: Order) -> dict[str, Any]:
    """What of an order can be the same the next time."""
    columns = {name: getattr(order, name) for name in KEPT}
    clocks = {"starts": localtime(order.starts).time(), "ends": localtime(order.ends).time()}
    return columns | clocks | {"competences": order.competences.all()}
