"""Who is to have which role, and where."""

from typing import Any, ClassVar

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.forms.scoped import ScopedForm
from people.models import RoleAssignment, User
from people.roles import ROLES, Reach

PLACES = {Reach.AREA: "area", Reach.WORKPLACE: "workplace"}
MISSING = {
    Reach.AREA: _("Välj det område som rollen gäller."),
    Reach.WORKPLACE: _("Välj den arbetsplats som rollen gäller."),
}


class RoleForm(ScopedForm):
    """The person is written, not chosen: thousands have an account."""

    who = forms.CharField(
        label=_("Användarnamn eller e-post"),
        max_length=254,
        error_messages={"required": _("Skriv användarnamnet eller e-postadressen.")},
    )

    class Meta:
        model = RoleAssignment
        fields = ("role", "area", "workplace")
        error_messages: ClassVar = {"role": {"required": _("Välj en roll.")}}

    field_order = ("who", "role", "area", "workplace")

    def clean_who(self) -> User:
        """The one who has it."""
        written = self.cleaned_data["who"]
        users = User.objects.filter(Q(username__iexact=written) | Q(email__iexact=written), is_active=True)
        if len(users) != 1:
            raise forms.ValidationError(_("Det finns inget konto med det användarnamnet eller den e-postadressen."))
        return users[0]

    def clean(self) -> dict[str, Any]:
        """A place of the kind that the role is given for, and no other."""
        return of_its_reach(self, super().clean() or self.cleaned_data)


def of_its_reach(form: forms.Form | ScopedForm, cleaned: dict[str, Any]) -> dict[str, Any]:
    """What the form says, with a place of the kind that its role is given for, and no other."""
    role = ROLES.get(cleaned.get("role", ""))
    for reach, name in PLACES.items() if role else ():
        if role and role.reach is not reach:
            cleaned[name] = None
        elif not cleaned.get(name) and name not in form.errors:
            form.add_error(name, MISSING[reach])
    return cleaned
