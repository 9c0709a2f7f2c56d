"""Which of her roles somebody hands over, to whom, and from when to when."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from people import access
from people.forms.days import LIKELY, day_field
from people.models import Account, RoleAssignment, User


def said(role: RoleAssignment) -> str:
    """A role, by what it is and where: Beställare, Solgården."""
    return f"{capfirst(str(role.definition.name))}, {role.workplace or role.area}"


class DelegationForm(forms.Form):
    """The colleague is written, not chosen: nobody leafs through who has an account."""

    role = forms.ModelChoiceField(
        queryset=RoleAssignment.objects.none(),
        label=_("Din roll"),
        empty_label=None,
        error_messages={"required": _("Välj en roll."), "invalid_choice": _("Du har inte rollen längre.")},
    )
    who = forms.CharField(
        label=_("Kollegans användarnamn eller e-post"),
        max_length=254,
        error_messages={"required": _("Skriv kollegans användarnamn eller e-post.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )
    first = day_field(label=_("Från och med"), validators=LIKELY)
    last = day_field(label=_("Till och med"), validators=LIKELY)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:  # noqa: ANN401 (Django's signature)
        super().__init__(*args, **kwargs)
        hers = access.scope(user, RoleAssignment.objects.select_related("area", "workplace"), "delegate")
        role: Any = self.fields["role"]
        role.queryset = hers.order_by("role", "area__name", "workplace__name")
        role.label_from_instance = said

    def clean_who(self) -> User:
        """A colleague, never a substitute who is nothing else."""
        written = self.cleaned_data["who"]
        colleagues = Account.objects.of_colleagues().filter(is_active=True, protected=False)
        found = list(colleagues.filter(Q(username__iexact=written) | Q(email__iexact=written))[:2])
        if len(found) != 1:
            raise forms.ValidationError(_("Ingen kollega har det användarnamnet eller den e-postadressen."))
        return User.objects.get(pk=found[0].pk)
