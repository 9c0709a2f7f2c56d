"""How she is reached: a number, the code that was sent to it, an e-mail address."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.codes import DIGITS


class PhoneForm(forms.Form):
    """The number that the code is to be sent to."""

    phone = forms.CharField(
        label=_("Mobilnummer"),
        max_length=30,
        help_text=_("Till exempel 070-174 06 05."),
        error_messages={"required": _("Skriv mobilnumret.")},
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "class": "input--s"}),
    )


class CodeForm(forms.Form):
    """The code, as it was read or pasted."""

    code = forms.CharField(
        label=_("Kod"),
        max_length=2 * DIGITS,  # pasted with spaces
        help_text=_("6 siffror"),
        error_messages={
            "required": _("Skriv koden från sms:et."),
            "max_length": _("Koden stämmer inte. Den har 6 siffror."),
        },
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "class": "input--code"}),
    )


class EmailForm(forms.Form):
    """The address that the link is to be sent to."""

    email = forms.EmailField(
        label=_("Ny e-postadress"),
        max_length=254,
        error_messages={
            "required": _("Skriv e-postadressen."),
            "invalid": _("Skriv e-postadressen som namn@exempel.se."),
            "max_length": _("Adressen är för lång. Skriv högst 254 tecken."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email", "autocapitalize": "none"}),
    )
