"""What a workplace says of a shift that is over: as booked, or otherwise."""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.forms.shortening import ShortenForm
from booking.models import Booking

EARLY, OTHERWISE = "tidigare", "annat"
HOW = [
    (EARLY, gettext_lazy("Gick hem tidigare")),
    (OTHERWISE, gettext_lazy("Något annat")),
]


class SeenForm(forms.Form):
    """What stood on the page that was answered."""

    seen = forms.IntegerField()


class AllForm(forms.Form):
    """Those that stood on the page, each with its version: `<key>:<version>`."""

    rows = forms.CharField()

    def versions(self) -> dict[uuid.UUID, int]:
        """By key; what is neither is left out."""
        return dict(_each(self.data.getlist("rows")))  # type: ignore[attr-defined]


def _each(rows: Iterable[str]) -> Iterator[tuple[uuid.UUID, int]]:
    for row in rows:
        key, _colon, version = row.partition(":")
        try:
            yield uuid.UUID(key), int(version)
        except ValueError:
            continue


class OtherTimeForm(ShortenForm):
    """She went home early, and when; or else in words, to the planner."""

    how = forms.ChoiceField(
        label=gettext_lazy("Hur var det?"),
        choices=HOW,
        widget=forms.RadioSelect,
        initial=EARLY,
        error_messages={"required": gettext_lazy("Välj hur det var.")},
    )
    note = forms.CharField(
        label=gettext_lazy("Vad stämmer inte?"),
        max_length=200,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Till exempel: Stannade till 17.00. Skriv inget om hälsa."),
    )

    field_order = ["how", "until", "until_which", "break_taken", "note"]

    def __init__(self, data: Mapping[str, Any] | None = None, *, booking: Booking) -> None:
        super().__init__(data, booking=booking)
        del self.fields["rest_from"]
        if data is not None and data.get("how") == OTHERWISE:
            self.fields["until"].required = False

    def clean(self) -> dict[str, Any]:
        """Words are needed where there is no time."""
        if self.cleaned_data.get("how") != OTHERWISE:
            return super().clean()
        if not self.cleaned_data.get("note"):
            self.add_error("note", _("Skriv vad som inte stämmer."))
        return self.cleaned_data
