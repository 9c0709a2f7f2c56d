"""What the board can be narrowed to."""

from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from booking.forms.narrowing import Rows
from booking.forms.places_narrowing import PlacesNarrowing
from booking.models.order import OrderQuerySet
from people.models import User, Workplace


class BoardNarrowing(PlacesNarrowing):
    """Where and as what; and whether what is filled is left out."""

    HIDDEN: ClassVar = ("unfilled",)

    q: Any = None  # the board is looked at; who looks for a word looks in the list
    unfilled = forms.BooleanField(label=_("Visa bara det som saknar vikarie"), required=False)

    def __init__(self, data: QueryDict, *, user: User, now: datetime) -> None:
        super().__init__(data, user=user, now=now)
        for name in self.fields.keys() - {"unfilled"}:
            self.fields[name].widget.attrs["class"] = "select"

    @property
    def only_unfilled(self) -> bool:
        """Whether what is filled is left out."""
        return self.is_valid() and self.cleaned_data["unfilled"]

    def orders(self, rows: OrderQuerySet) -> OrderQuerySet:
        """The orders that were chosen."""
        narrowed: Any = self.narrowed(rows)  # of the kind that came
        return narrowed

    def places(self) -> Rows:
        """The workplaces that were chosen."""
        if not self.is_valid():
            return Workplace.objects.none()
        chosen = self.cleaned_data
        rows = Workplace.objects.filter(area=chosen["area"]) if chosen.get("area") else Workplace.objects.all()
        return rows.filter(pk=chosen["workplace"].pk) if chosen["workplace"] else rows
