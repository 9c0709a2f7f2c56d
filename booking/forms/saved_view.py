"""The name of a saved view."""

from django import forms
from django.utils.translation import gettext_lazy as _

from booking.models import SavedView


class NameForm(forms.Form):
    """What she calls it."""

    name = forms.CharField(
        label=_("Vyns namn"),
        max_length=SavedView._meta.get_field("name").max_length,
        error_messages={"required": _("Skriv vad vyn ska heta.")},
    )


class SaveForm(NameForm):
    """And what the list is narrowed to."""

    query = forms.CharField(required=False, widget=forms.HiddenInput)
