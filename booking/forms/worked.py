"""When a shift began and ended, as its substitute or her workplace says it; and what can be said in words alone."""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, time
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.forms.order import LONGEST_BREAK, NOT_A_BREAK
from booking.forms.wall_clock import FIRST, clock_field, never_on, which_field, within
from booking.models import Booking
from booking.operations.likely import AROUND
from booking.operations.refusals import Refused
from booking.operations.worked_time import Told
from booking.period import Period
from booking.weeks import local_day
from portal.templatetags.times import clock, wall_clock

LONGEST_NOTE = 200


class SeenForm(forms.Form):
    """What stood on the page that was answered: the order's version, and the number of what was said last."""

    seen = forms.IntegerField(required=False)
    said = forms.IntegerField(required=False)

    def numbers(self) -> tuple[int | None, int | None]:
        """Both; nothing where a page did not tell."""
        return (self.cleaned_data.get("seen"), self.cleaned_data.get("said")) if self.is_valid() else (None, None)


class AllForm(forms.Form):
    """Those that stood on the page, each with its numbers: `<key>:<version>:<said>`."""

    rows = forms.CharField()

    def seen(self) -> dict[uuid.UUID, tuple[int, int]]:
        """By key; what is neither is left out."""
        return dict(_each(self.data.getlist("rows")))  # type: ignore[attr-defined]


def _each(rows: Iterable[str]) -> Iterator[tuple[uuid.UUID, tuple[int, int]]]:
    for row in rows:
        key, *numbers = row.split(":")
        try:
            version, said = map(int, numbers)
            yield uuid.UUID(key), (version, said)
        except ValueError:
            continue


class TimeForm(forms.Form):
    """Start, end and break. The shift says which day: what is nearest to it, and the next time the clock shows the end.

    A clock that comes twice, one night in autumn, is asked about.
    """

    starts = clock_field(label=gettext_lazy("Började"))
    starts_which = which_field(label=gettext_lazy("Klockan kommer två gånger. När började passet?"))
    ends = clock_field(label=gettext_lazy("Slutade"))
    ends_which = which_field(label=gettext_lazy("Klockan kommer två gånger. När slutade passet?"))
    break_minutes = forms.IntegerField(
        label=gettext_lazy("Rast, minuter"), min_value=0, max_value=LONGEST_BREAK, error_messages=NOT_A_BREAK
    )
    note = forms.CharField(
        label=gettext_lazy("Kommentar"),
        max_length=LONGEST_NOTE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Till exempel: Nästa kollega var sen. Skriv inget om hälsa."),
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, booking: Booking, stands: Told) -> None:
        """`stands` is the time to begin from."""
        first = {name: wall_clock(getattr(stands.period, name)).time() for name in ("starts", "ends")}
        super().__init__(data, initial={**first, "break_minutes": stands.break_minutes, "note": stands.note})
        self.booking = booking
        self.window = booking.period.widened(AROUND)
        self.twice: set[str] = set()
        self.told: Told | None = None

    def clean(self) -> dict[str, Any]:
        """What was meant, as `told`."""
        data: dict[str, Any] = super().clean() or {}
        if not data.keys() >= {"starts", "ends"}:
            return data
        starts = self._moment("starts", data["starts"], _nearest(within(data["starts"], self.window), self.booking))
        after = [moment for moment in within(data["ends"], self.window) if starts and moment > starts]
        ends = self._moment("ends", data["ends"], _of_one_day(after)) if starts else None
        if starts and ends and "break_minutes" in data:
            self.told = Told(Period(starts, ends), data["break_minutes"], data.get("note", ""))
        return data

    def takes(self, refusal: Refused) -> bool:
        """Say beside its field why the time cannot have been; whether there is such a field."""
        if refusal.beside:
            self.add_error(refusal.beside, str(refusal))
        return bool(refusal.beside)

    def _moment(self, name: str, at: time, found: list[datetime]) -> datetime | None:
        if not found:
            self.add_error(name, self._why_never(at))
            return None
        if len(found) == 1:
            return found[0]
        self.twice.add(name)
        which = self.cleaned_data.get(f"{name}_which")
        if not which:
            self.add_error(f"{name}_which", _("Välj första eller andra gången."))
            return None
        return found[0 if which == FIRST else -1]

    def _why_never(self, at: time) -> str:
        if (night := never_on(at, self.window)) is None:
            return _("Tiden ligger för långt från passet. Kontrollera dag och klockslag.")
        facts = {"clock": clock(at), "day": date_format(night, "j F")}
        return _("Klockan %(clock)s finns inte natten till den %(day)s. Klockan ställs fram.") % facts


def _nearest(found: list[datetime], booking: Booking) -> list[datetime]:
    """Those of the day when the clock shows it nearest to the booked start."""
    return _of_one_day(sorted(found, key=lambda moment: abs(moment - booking.starts)))


def _of_one_day(found: list[datetime]) -> list[datetime]:
    """Those of the same day as the first, in order: two when the clock comes twice."""
    return sorted(moment for moment in found if local_day(moment) == local_day(found[0]))


class WordsForm(forms.Form):
    """What cannot be said with a time, to a planner."""

    note = forms.CharField(
        label=gettext_lazy("Vad stämmer inte?"),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Bemanningen läser det. Skriv inget om hälsa."),
        error_messages={"required": gettext_lazy("Skriv vad som inte stämmer.")},
    )
