"""Who somebody is and how she is reached: a substitute or a colleague."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from people.forms.days import LIKELY, day_field
from people.models import User
from people.operations.accounts import NO_SUCH_PHONE, Person, telephone


def words(required: object, **options: Any) -> dict[str, Any]:  # noqa: ANN401 (Django's options)
    """A field's options, with what to say when nothing was written."""
    return {"error_messages": {"required": required}, **options}


class PersonForm(forms.Form):
    """Name, phone and e-mail."""

    first_name = forms.CharField(**words(_("Skriv förnamnet."), label=_("Förnamn"), max_length=150))
    last_name = forms.CharField(**words(_("Skriv efternamnet."), label=_("Efternamn"), max_length=150))
    phone = forms.CharField(
        **words(_("Skriv mobilnumret."), label=_("Mobilnummer"), max_length=30),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    email = forms.EmailField(
        label=_("E-post"),
        error_messages={
            "required": _("Skriv e-postadressen."),
            "invalid": _("Skriv e-postadressen som namn@exempel.se."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    def clean_phone(self) -> str:
        """As it was written, if there is such a number."""
        written: str = self.cleaned_data["phone"]
        if telephone(written) is None:
            raise forms.ValidationError(NO_SUCH_PHONE)
        return written

    def person(self) -> Person:
        """As it was written."""
        said = {name: self.cleaned_data[name] for name in PersonForm.base_fields}
        return Person(**said, shares_phone=self.cleaned_data.get("shares_phone", False))


class SharingForm(PersonForm):
    """The person, and whether somebody else has her number too."""

    shares_phone = forms.BooleanField(
        label=_("Delar mobilnummer med någon annan"),
        required=False,
        help_text=_("Svar med sms räknas då bara om koden i förfrågan är med."),
    )


class ChangeProtectedForm(forms.Form):
    """Whether somebody protected may be booked; who she is stands in no form but her keeper's."""

    is_active = forms.BooleanField(
        label=_("Kan bokas"),
        required=False,
        help_text=_("Pass som redan är bokade ligger kvar. Avboka dem som inte ska bli av."),
    )

    def person(self) -> None:
        """Nobody that it tells of."""


class ChangeSubstituteForm(SharingForm):
    """The person, and whether she may be booked."""

    is_active = ChangeProtectedForm.base_fields["is_active"]


class AccountForm(SharingForm):
    """A colleague, who may be reached by e-mail alone."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 (Django's signature)
        super().__init__(*args, **kwargs)
        self.fields["phone"].required = False


class NewAccountForm(AccountForm):
    """A colleague, and what she signs in with."""

    username = forms.CharField(
        label=_("Användarnamn"),
        max_length=150,
        required=False,
        help_text=_("Lämna tomt om det ska göras av namnet och födelsedagen."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )
    born = day_field(
        label=_("Födelsedag"),
        required=False,
        validators=LIKELY,
        help_text=_("Används bara till användarnamnet och sparas inte."),
    )


def as_written(user: User) -> dict[str, Any]:
    """What a form says of the user before anybody has touched it."""
    return {name: getattr(user, name) for name in SharingForm.base_fields}
