"""What a planner says on an order's page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from booking.models import Call, EndReason, Origin

REASON = 200


class BookForm(forms.Form):
    """Whom to book, by what way, and why an obstacle is passed."""

    substitute = forms.UUIDField()
    origin = forms.ChoiceField(choices=[(Origin.PLANNER, ""), (Origin.INTEREST, "")], required=False)
    reason = forms.CharField(max_length=REASON, required=False)

    def clean_origin(self) -> Origin:
        """The planner's own doing, unless she takes up an interest."""
        return Origin(self.cleaned_data["origin"] or Origin.PLANNER)


class CallForm(forms.Form):
    """Who was called, what she said, and why an obstacle is passed if she said yes."""

    substitute = forms.UUIDField()
    outcome = forms.ChoiceField(choices=Call.Outcome.choices)
    text = forms.CharField(max_length=REASON, required=False)
    reason = forms.CharField(max_length=REASON, required=False)

    def clean_outcome(self) -> Call.Outcome:
        """As the operation knows it."""
        return Call.Outcome(self.cleaned_data["outcome"])


class AgainForm(forms.Form):
    """Why an obstacle is passed for the one who had the shift."""

    reason = forms.CharField(max_length=REASON, required=False)


class ReturnForm(forms.Form):
    """Why the order goes back."""

    reason = forms.CharField(
        label=_("Varför går passet tillbaka?"),
        help_text=_("Beställaren läser det."),
        max_length=REASON,
        error_messages={"required": _("Skriv varför passet returneras.")},
    )
    seen_booking = forms.UUIDField(required=False, widget=forms.HiddenInput)


class CancelForm(forms.Form):
    """Why the order goes, and which booking was on the page."""

    note = forms.CharField(label=_("Varför tas beställningen bort?"), max_length=REASON)
    seen_booking = forms.UUIDField(required=False, widget=forms.HiddenInput)


class BookingForm(forms.Form):
    """The booking that was on the page."""

    booking = forms.UUIDField(widget=forms.HiddenInput)


class AttestedForm(BookingForm):
    """And the number of what was said last of its time, 0 if nothing was."""

    said = forms.IntegerField(required=False)


NOT_BY_HAND = {EndReason.ORDER_CANCELLED, EndReason.TERMS_CHANGED, EndReason.RETURNED, EndReason.REGRETTED}
"""Reasons that come of something else than a planner's ending a booking."""


class EndForm(BookingForm):
    """Why a booking ends."""

    reason = forms.ChoiceField(
        label=_("Orsak"),
        choices=[choice for choice in EndReason.choices if choice[0] not in NOT_BY_HAND],
    )
    note = forms.CharField(label=_("Kommentar"), max_length=REASON, required=False)


class AttendanceForm(BookingForm):
    """Whether she came."""

    missed = forms.TypedChoiceField(choices=[("1", ""), ("0", "")], coerce=lambda said: said == "1")


def in_sentences(form: forms.Form) -> list[str]:
    """What is wrong with it, for where the fields themselves are not shown."""
    errors: Any = form.errors.values()
    return [str(error) for each in errors for error in each]
