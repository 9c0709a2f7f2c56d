"""Whether what a source says of a colleague can be kept at all, by the rules of the form."""

from collections.abc import Mapping

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.forms.person import PersonForm
from people.importing.staff.wanted import Wanted
from people.models.staff import LONGEST_KEY
from people.operations.accounts import NO_SUCH_PHONE, telephone

FIELDS: Mapping[str, forms.Field] = {
    **{name: PersonForm.base_fields[name] for name in ("first_name", "last_name")},
    "email": forms.EmailField(
        required=False, error_messages={"invalid": gettext_lazy("Skriv e-postadressen som namn@exempel.se.")}
    ),
}


def malformed(wanted: Wanted) -> dict[str, str]:
    """What is wrong with it, by column."""
    faults = {}
    for name, rule in FIELDS.items():
        try:
            rule.clean(getattr(wanted, name))
        except ValidationError as error:
            faults[name] = str(error.messages[0])
    if telephone(wanted.phone) is None:
        faults["phone"] = str(NO_SUCH_PHONE)
    if len(wanted.key) > LONGEST_KEY:
        faults["key"] = _("Registrets id är för långt.")
    if any(role.first and role.last and role.last < role.first for role in wanted.roles):
        faults["last"] = _("Sista dagen kan inte ligga före den första.")
    return faults
