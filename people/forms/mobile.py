"""A mobile number as people write it."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from people import phones

NO_MOBILE = _("Skriv ett svenskt mobilnummer, till exempel 070-174 06 05.")


class MobileField(forms.CharField):
    """A Swedish mobile number in any form that people write; in E.164 when it is cleaned."""

    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"})

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 (Django's options)
        told = {"required": _("Skriv mobilnumret."), "max_length": NO_MOBILE}
        super().__init__(max_length=30, error_messages=told, **options)

    def clean(self, value: Any) -> str:  # noqa: ANN401 (Django's)
        """The number, or why it is none."""
        written: str = super().clean(value)
        if not written:
            return ""
        number = phones.mobile_alone(written, settings.PHONE_REGION)
        if number is None:
            raise forms.ValidationError(NO_MOBILE, code="invalid_phone")
        return number
