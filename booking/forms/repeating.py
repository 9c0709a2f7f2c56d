"""The shifts of an earlier day once more: which of them, and on what day."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.models import Order
from booking.templatetags.shifts import nearday
from people.forms.days import day_field

AHEAD = 7


class RepeatForm(forms.Form):
    """Those that are ticked."""

    day = day_field(label=gettext_lazy("Dag"))
    rows = forms.MultipleChoiceField(
        label=gettext_lazy("Pass"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Välj minst ett pass."),
            "invalid_choice": gettext_lazy("Ett av passen finns inte längre. Välj på nytt."),
        },
    )
    advertise = forms.BooleanField(label=gettext_lazy("Visa i Lediga jobb"), required=False)
    command = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        earlier: Sequence[Order],
        today: date,
        chosen: Sequence[Order] = (),
        day: date | None = None,
    ) -> None:
        """`earlier` are those to choose among, `chosen` those that are ticked from the start."""
        keys = [str(order.pk) for order in chosen]
        first = {"rows": keys, "day": day or today, "advertise": True, "command": uuid.uuid4()}
        super().__init__(data, initial=first)
        self.today = today
        self._earlier = {str(order.pk): order for order in earlier}
        self.fields["rows"].choices = [(key, str(order)) for key, order in self._earlier.items()]  # type: ignore[attr-defined]

    def clean_day(self) -> date:
        """Today, or one of the next."""
        day: date = self.cleaned_data["day"]
        if not self.today <= day < self.today + timedelta(days=AHEAD):
            raise forms.ValidationError(_("Dagen har varit. Välj en dag som kommer."))
        return day

    def orders(self) -> list[Order]:
        """Those to be placed once more."""
        return [self._earlier[key] for key in self.cleaned_data["rows"]]


def days_ahead(today: date) -> list[tuple[date, str]]:
    """The days that it can be, with their names."""
    return [(day, nearday(day, today)) for day in (today + timedelta(days=n) for n in range(AHEAD))]
