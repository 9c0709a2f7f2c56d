"""Which orders the same is done to, and what must be said of it."""

import uuid
from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from booking.forms.desk import REASON
from booking.forms.which import ALL, PAGE, TICKED
from booking.operations.one_by_one import AT_MOST
from booking.operations.several_orders import Deed


class ChooseForm(forms.Form):
    """What is to be done, and to which: those ticked, those of the page, or all that the filter shows."""

    deed = forms.TypedChoiceField(choices=[(deed.value, "") for deed in Deed], coerce=Deed)
    which = forms.ChoiceField(choices=[(TICKED, ""), (PAGE, ""), (ALL, "")], required=False)


class Line(forms.Field):
    """Rows of a page: each an order, and what of it was seen there."""

    widget = forms.MultipleHiddenInput

    def clean(self, value: Iterable[str] | None) -> dict[uuid.UUID, tuple[int, uuid.UUID | None]]:
        """The version of its terms and the booking that filled it, by the order's key."""
        return dict(_read(value or ()))


def _read(lines: Iterable[str]) -> Iterator[tuple[uuid.UUID, tuple[int, uuid.UUID | None]]]:
    for line in lines:
        try:
            order, version, booking = line.split(".")
            yield uuid.UUID(order), (int(version), None if booking == "-" else uuid.UUID(booking))
        except ValueError as error:
            raise forms.ValidationError(_("Raden går inte att läsa. Öppna listan på nytt.")) from error


class CarryOutForm(forms.Form):
    """What was said to be done, to which, and why if somebody loses something by it."""

    command = forms.UUIDField(widget=forms.HiddenInput)
    deed = forms.TypedChoiceField(choices=[(deed.value, "") for deed in Deed], coerce=Deed, widget=forms.HiddenInput)
    rows = Line()
    note = forms.CharField(
        label=_("Varför tas beställningarna bort?"),
        help_text=_("Skrivs i historiken för varje beställning."),
        max_length=REASON,
        required=False,
        error_messages={"required": _("Skriv varför.")},
    )

    def __init__(self, *args: Any, deed: Deed | None, **kwargs: Any) -> None:  # noqa: ANN401 (Django's)
        """Only what takes something away from somebody is asked why."""
        super().__init__(*args, **kwargs)
        if deed is Deed.CANCEL:
            self.fields["note"].required = True
        else:
            del self.fields["note"]

    def clean_rows(self) -> dict[uuid.UUID, tuple[int, uuid.UUID | None]]:
        """Some, and not too many."""
        rows: dict[uuid.UUID, tuple[int, uuid.UUID | None]] = self.cleaned_data["rows"]
        if not rows:
            raise forms.ValidationError(_("Kryssa för minst en beställning."))
        if len(rows) > AT_MOST:
            raise forms.ValidationError(_("Högst %(n)d åt gången.") % {"n": AT_MOST})
        return rows
