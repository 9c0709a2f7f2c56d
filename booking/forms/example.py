"""An order that might be placed: which day, from when to when."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.forms.wall_clock import clock_field
from booking.period import NoSuchTime, Period, TimeTwice, local_span
from booking.weeks import local_day
from people.forms.days import LIKELY, day_field

SEVEN, FOUR = time(7), time(16)
NAMES = ("dag", "borjar", "slutar")


class ExampleForm(forms.Form):
    """Sent by GET; untouched it is a day's work tomorrow."""

    dag = day_field(label=gettext_lazy("Dag"), validators=LIKELY)
    borjar = clock_field(label=gettext_lazy("Börjar"))
    slutar = clock_field(label=gettext_lazy("Slutar"))

    def __init__(self, asked: Mapping[str, Any], *, now: datetime) -> None:
        """`asked` is the address's query; `now` decides which day is tomorrow."""
        usual = {"dag": local_day(now) + timedelta(days=1), "borjar": SEVEN, "slutar": FOUR}
        touched = any(name in asked for name in NAMES)
        super().__init__({name: asked.get(name, "") for name in NAMES} if touched else usual)
        self.shift: Period | None = None

    def clean(self) -> dict[str, Any]:
        """The shift; it ends the next time that the clock shows the end."""
        data: dict[str, Any] = super().clean() or {}
        if data.keys() >= set(NAMES):
            self.shift = self._span(data["dag"], data["borjar"], data["slutar"])
        return data

    def _span(self, day: date, starts: time, ends: time) -> Period | None:
        try:
            return local_span(day, starts, ends)
        except (NoSuchTime, TimeTwice):
            self.add_error("borjar", _("Klockan ställs om den natten. Välj före 02.00 eller från 03.00."))
            return None
