"""The municipality's own words in a message."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 600
"""What is longer was pasted by mistake; two SMS hold half of it."""


class MessageTextForm(forms.Form):
    """The words; whether they will do the operation tells."""

    text = forms.CharField(
        label=_("Text"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Skriv en text, eller gå tillbaka till portalens ord.")},
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any] | None = None, *, text: str) -> None:
        super().__init__(data, initial={"text": text})
