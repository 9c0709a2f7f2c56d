"""What is done to several substitutes at once, to whom, and what must be said of it."""

import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.operations.one_by_one import AT_MOST
from booking.operations.several_substitutes import Act, Agree, EndAgreements, Invite, Prove, Revoke
from people.forms.days import LIKELY, day_field
from people.forms.papers import NOT_IN_THE_LIST, AgreementForm, CompetenceForm, PlaceForm
from people.models import Competence, User


class Keys(forms.Field):
    """Substitutes by their keys."""

    widget = forms.MultipleHiddenInput

    def clean(self, value: Iterable[str] | None) -> list[uuid.UUID]:
        """Each once, some, and not too many."""
        try:
            keys = list(dict.fromkeys(uuid.UUID(one) for one in value or ()))
        except ValueError as error:
            raise forms.ValidationError(_("Raden går inte att läsa. Öppna listan på nytt.")) from error
        if not keys:
            raise forms.ValidationError(_("Kryssa för minst en vikarie."))
        if len(keys) > AT_MOST:
            raise forms.ValidationError(_("Högst %(n)d åt gången.") % {"n": AT_MOST})
        return keys


class AgreeSeveral(AgreementForm):
    """A new agreement for each."""

    def act(self) -> Act:
        """What is done to each."""
        return Agree(self.terms())


class ProveSeveral(CompetenceForm):
    """A competence that each has."""

    def __init__(self, data: Mapping[str, Any] | None = None, *, user: User, **kwargs: Any) -> None:  # noqa: ANN401
        """Competences are words that every place shares: nothing depends on `user`."""
        super().__init__(data, **kwargs)

    def act(self) -> Act:
        """What is done to each."""
        return Prove(**self.cleaned_data)


class EndAgreementsForm(PlaceForm):
    """Which agreements end, and when."""

    ends = day_field(label=gettext_lazy("Sista dagen"), validators=LIKELY)

    def act(self) -> Act:
        """What is done to each."""
        asked = self.cleaned_data
        return EndAgreements(asked["place"], asked["occupation"], asked["ends"])


class RevokeForm(forms.Form):
    """Which competence ends, and when."""

    competence = forms.ModelChoiceField(
        Competence.objects.order_by("name"),
        label=gettext_lazy("Kompetens"),
        empty_label=gettext_lazy("Välj"),
        error_messages=NOT_IN_THE_LIST,
    )
    ends = day_field(label=gettext_lazy("Sista dagen"), validators=LIKELY)

    def __init__(self, data: Mapping[str, Any] | None = None, *, user: User, **kwargs: Any) -> None:  # noqa: ANN401
        """As the others are made; nothing depends on `user`."""
        super().__init__(data, **kwargs)

    def act(self) -> Act:
        """What is done to each."""
        return Revoke(self.cleaned_data["competence"], self.cleaned_data["ends"])


class InviteForm(forms.Form):
    """Nothing more need be said of an invitation."""

    def __init__(self, data: Mapping[str, Any] | None = None, *, user: User, **kwargs: Any) -> None:  # noqa: ANN401
        """As the others are made; nothing depends on `user`."""
        super().__init__(data, **kwargs)

    def act(self) -> Act:
        """What is done to each."""
        return Invite()


class WhoForm(forms.Form):
    """To whom, and the key of it all."""

    chosen = Keys()
    command = forms.UUIDField(widget=forms.HiddenInput)
