"""Which shifts are attested by list, each with what was seen of it."""

import uuid
from collections.abc import Iterable, Iterator

from django import forms
from django.utils.translation import gettext_lazy as _

from booking.operations.one_by_one import AT_MOST


class Line(forms.Field):
    """Rows of a page: each a shift, and what of it was seen there."""

    widget = forms.MultipleHiddenInput

    def clean(self, value: Iterable[str] | None) -> dict[uuid.UUID, tuple[int, int]]:
        """The version of its terms and the number of what was said last, by the booking's key."""
        return dict(_read(value or ()))


def _read(lines: Iterable[str]) -> Iterator[tuple[uuid.UUID, tuple[int, int]]]:
    for line in lines:
        try:
            booking, version, said = line.split(".")
            yield uuid.UUID(booking), (int(version), int(said))
        except ValueError as error:
            raise forms.ValidationError(_("Raden går inte att läsa. Öppna listan på nytt.")) from error


class AttestForm(forms.Form):
    """What was said to be attested."""

    command = forms.UUIDField(widget=forms.HiddenInput)
    rows = Line()

    def clean_rows(self) -> dict[uuid.UUID, tuple[int, int]]:
        """Some, and not too many."""
        rows: dict[uuid.UUID, tuple[int, int]] = self.cleaned_data["rows"]
        if not rows:
            raise forms.ValidationError(_("Kryssa för minst ett pass."))
        if len(rows) > AT_MOST:
            raise forms.ValidationError(_("Högst %(n)d åt gången.") % {"n": AT_MOST})
        return rows


class SeenForm(forms.Form):
    """What of a shift stood on the page that was answered."""

    version = forms.IntegerField()
    said = forms.IntegerField()
