"""Rätta tiden: what was worked on a shift, or that nothing was, and why it is written anew."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.forms.desk import REASON
from booking.forms.order import LONGEST_BREAK, NOT_A_BREAK
from booking.forms.wall_clock import clock_field, moment, which_field
from booking.models import Booking
from booking.operations.worked_time import Told
from booking.period import NoSuchTime, Period
from booking.worked.shifts import WorkedShift
from portal.templatetags.times import clock, wall_clock
from portal.templatetags.times import day as in_words

A_DAY = timedelta(days=1)
OF_THE_TIME = {"starts", "ends", "break_minutes"}
"""What is said only where something was worked."""


class CorrectForm(forms.Form):
    """Clocks on the wall: the start is the one nearest the booked, the end the next time that the clock shows it."""

    nothing = forms.BooleanField(label=gettext_lazy("Inget arbetades, vikarien kom inte"), required=False)
    starts = clock_field(label=gettext_lazy("Började"))
    starts_which = which_field(label=gettext_lazy("Klockan kommer två gånger. När började vikarien?"))
    ends = clock_field(label=gettext_lazy("Slutade"))
    ends_which = which_field(label=gettext_lazy("Klockan kommer två gånger. När slutade vikarien?"))
    break_minutes = forms.IntegerField(
        label=gettext_lazy("Rast, minuter"),
        min_value=0,
        max_value=LONGEST_BREAK,
        error_messages=NOT_A_BREAK,
    )
    reason = forms.CharField(
        label=gettext_lazy("Varför rättas tiden?"),
        help_text=gettext_lazy("Vikarien och arbetsplatsen kan läsa det. Skriv inget om hälsa."),
        max_length=REASON,
        error_messages={"required": gettext_lazy("Skriv varför tiden rättas.")},
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, booking: Booking, stands: WorkedShift, seen: int
    ) -> None:
        """Filled with what stands; `seen` is the number of what was said last."""
        period = stands.period or booking.period
        initial = {
            "nothing": stands.period is None,
            "starts": wall_clock(period.starts).time(),
            "ends": wall_clock(period.ends).time(),
            "break_minutes": stands.rest // timedelta(minutes=1),
            "seen": seen,
        }
        super().__init__(data, initial=initial, label_suffix="")
        self.booking = booking
        self.twice: set[str] = set()
        self.told: Told | None = None
        if data is not None and data.get("nothing"):
            for name in OF_THE_TIME:
                self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        """The time that the clocks mean, as `told`; nothing of it where nothing was worked."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("nothing"):
            for name in OF_THE_TIME:
                self.errors.pop(name, None)
        elif not self.errors.keys() & OF_THE_TIME:
            self._read(data)
        return data

    def _read(self, data: Mapping[str, Any]) -> None:
        began, ended = data["starts"], data["ends"]
        first = self._day_nearest(began)
        starts = self._moment("starts", first, began)
        ends = self._moment("ends", first if ended > began else first + A_DAY, ended)
        if starts and ends:
            self.told = Told(Period(starts, ends), data["break_minutes"])

    def _day_nearest(self, at: time) -> date:
        booked = wall_clock(self.booking.starts).replace(tzinfo=None)
        days = [booked.date() + A_DAY * n for n in (-1, 0, 1)]
        return min(days, key=lambda day: abs(datetime.combine(day, at) - booked))

    def _moment(self, name: str, day: date, at: time) -> datetime | None:
        which = self.cleaned_data.get(f"{name}_which", "")
        try:
            found = moment(day, at, which=which, on_twice=lambda: self.twice.add(name))
        except NoSuchTime:
            words = _("Klockan ställs om %(day)s och %(clock)s finns inte.")
            self.add_error(name, words % {"day": in_words(day), "clock": clock(at)})
            return None
        if found is None:
            self.add_error(f"{name}_which", _("Välj första eller andra gången."))
        return found
