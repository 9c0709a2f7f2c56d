"""Rätta tiden: what was worked on a shift, or that nothing was, and why it is written anew."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from booking.forms.desk import REASON
from booking.forms.worked import TimeForm
from booking.models import Booking
from booking.operations.worked_time import Told
from booking.worked.shifts import WorkedShift

OF_THE_TIME = ("starts", "ends", "break_minutes")
"""What is said only where something was worked."""


class CorrectForm(TimeForm):
    """The time, or nothing, with a reason instead of a note."""

    note = None  # type: ignore[assignment]  # Django's way to leave a field out
    nothing = forms.BooleanField(label=gettext_lazy("Inget arbetades, vikarien kom inte"), required=False)
    reason = forms.CharField(
        label=gettext_lazy("Varför rättas tiden?"),
        help_text=gettext_lazy("Vikarien kan läsa det. Skriv inget om hälsa."),
        max_length=REASON,
        error_messages={"required": gettext_lazy("Skriv varför tiden rättas.")},
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    field_order = ["nothing", "starts", "starts_which", "ends", "ends_which", "break_minutes", "reason", "seen"]

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, booking: Booking, stands: WorkedShift, seen: int
    ) -> None:
        """Filled with what stands; `seen` is the number of what was said last."""
        time = Told(stands.period or booking.period, stands.rest // timedelta(minutes=1))
        super().__init__(data, booking=booking, stands=time)
        self.initial.update(nothing=stands.period is None, seen=seen)
        if data is not None and data.get("nothing"):
            for name in OF_THE_TIME:
                self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        """Nothing of a time where nothing was worked."""
        if not self.cleaned_data.get("nothing"):
            return super().clean()
        for name in OF_THE_TIME:
            self.errors.pop(name, None)
        return self.cleaned_data
