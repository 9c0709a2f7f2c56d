"""When she comes, if not when the shift begins: a time that is suggested, or her own by the clock."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.forms.shortening import moments
from booking.forms.wall_clock import clock_field
from booking.models import Booking
from booking.operations.lateness import PAST
from booking.period import STOCKHOLM
from booking.templatetags.shifts import exact

SUGGESTED = (10, 20, 30, 60)
"""Minutes after the shift begins."""


class LateForm(forms.Form):
    """Minutes from one of the buttons, or a time: the clock says which, also of a night."""

    minutes = forms.TypedChoiceField(choices=[(n, n) for n in SUGGESTED], coerce=int, empty_value=None, required=False)
    at = clock_field(label=gettext_lazy("Annan tid"), required=False)

    def __init__(self, data: Mapping[str, Any] | None = None, *, booking: Booking, now: datetime) -> None:
        said = booking.expected_at and booking.expected_at.astimezone(STOCKHOLM).time()
        super().__init__(data, auto_id="sen_%s", initial={"at": said})
        self.booking, self.now = booking, now

    def suggestions(self) -> Iterator[tuple[int, datetime]]:
        """Those that are yet to come, within the shift."""
        for minutes in SUGGESTED:
            moment = self.booking.starts + timedelta(minutes=minutes)
            if self.now <= moment < self.booking.ends:
                yield minutes, moment

    def show_by_the_clock(self) -> None:
        """A button that was pressed and did not come through stands as the time that it meant."""
        minutes = self.data.get("minutes", "")
        if minutes in map(str, SUGGESTED):
            moment = self.booking.starts + timedelta(minutes=int(minutes))
            self.data = {"at": moment.astimezone(STOCKHOLM).strftime("%H:%M")}

    def clean(self) -> dict[str, Any]:
        """The moment that was meant, as `expected`."""
        data: dict[str, Any] = super().clean() or {}
        if minutes := data.get("minutes"):
            data["expected"] = self.booking.starts + timedelta(minutes=minutes)
        elif self.errors.pop("minutes", None) or not self.errors:  # no button of ours: then the clock has to say it
            data["expected"] = self._by_the_clock(data)
        return data

    def _by_the_clock(self, data: Mapping[str, Any]) -> datetime | None:
        if data.get("at") is None:
            self.add_error("at", _("Skriv när du kommer."))
            return None
        # Of a time that comes twice, one night in the year, the first that is still to come.
        within = moments(data["at"], self.booking.period, closed=False)
        ahead = [moment for moment in within if moment >= self.now]
        if not ahead:
            words = PAST if within else _("Välj ett klockslag inom %(span)s.") % {"span": exact(self.booking.period)}
            self.add_error("at", words)
            return None
        return ahead[0]
