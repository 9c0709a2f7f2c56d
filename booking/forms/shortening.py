"""She goes home before the shift is over: when, with or without the break, and when somebody else can begin."""

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.forms.desk import BookingForm
from booking.forms.wall_clock import FIRST, clock_field, which_field, within
from booking.models import Booking
from booking.period import Period
from booking.templatetags.shifts import exact


class ShortenForm(BookingForm):
    """Times within the booked shift: the clock says which, also of a night."""

    until = clock_field(label=gettext_lazy("Gick hem klockan"))
    until_which = which_field(label=gettext_lazy("Klockan kommer två gånger. När gick vikarien hem?"))
    break_taken = forms.BooleanField(label=gettext_lazy("Rasten är tagen"), required=False, initial=True)
    rest_from = clock_field(
        label=gettext_lazy("Någon annan kan börja"),
        help_text=gettext_lazy("Lämna tomt för så snart som möjligt."),
        required=False,
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        booking: Booking,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(data, auto_id="shorten_%s", initial={"booking": booking.pk} | dict(initial or {}))
        # What was booked from the start, so that the same form sent twice is read as it was the first time.
        self.span = Period(booking.starts, max(booking.ends, booking.shortened_from or booking.ends))
        self.asks_which = False

    def clean(self) -> dict[str, Any]:
        """The moments that the clocks mean."""
        data: dict[str, Any] = super().clean() or {}
        until = self._moment("until", data.get("until"), self.span)
        rest = Period(until, self.span.ends) if until else None
        data["until"] = until
        data["rest_from"] = self._moment("rest_from", data.get("rest_from"), rest) if rest else None
        return data

    def _moment(self, name: str, at: time | None, span: Period) -> datetime | None:
        if at is None:
            return None
        found = moments(at, span, closed=name == "rest_from")
        if not found:
            words = _("Välj ett klockslag inom %(span)s.") % {"span": exact(span)}
            self.add_error(name, words)
            return None
        if len(found) == 1 or name == "rest_from":
            return found[0]
        self.asks_which = True
        which = self.cleaned_data.get("until_which")
        if not which:
            self.add_error("until_which", _("Välj första eller andra gången."))
            return None
        return found[0 if which == FIRST else -1]


def moments(at: time, span: Period, *, closed: bool) -> list[datetime]:
    """When the clock shows `at` inside the span; its own start and end count too if it is `closed`."""
    found = within(at, span)
    return found if closed else [moment for moment in found if span.starts < moment < span.ends]
