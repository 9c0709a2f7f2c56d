"""What one row says, each cell by the rules of the form where the same is typed by hand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.forms.days import LIKELY
from people.forms.person import PersonForm
from people.importing.places import Known
from people.models import Competence, PayForm
from people.operations.accounts import NO_SUCH_PHONE, Person, telephone
from people.operations.papers import Terms

ISO = ["%Y-%m-%d", "%Y%m%d", "%Y/%m/%d"]
NO_SUCH_DAY = {"invalid": gettext_lazy("Skriv dagen som 2026-05-13."), "required": gettext_lazy("Skriv dagen.")}
A_FORMULA = "=+-@"


def _day(*, required: bool) -> forms.DateField:
    return forms.DateField(required=required, input_formats=ISO, validators=LIKELY, error_messages=NO_SUCH_DAY)


FIELDS: Mapping[str, forms.Field] = {
    "employee_number": forms.CharField(
        max_length=20, error_messages={"required": gettext_lazy("Skriv anställningsnumret.")}
    ),
    **{name: PersonForm.base_fields[name] for name in ("first_name", "last_name", "phone", "email")},
    "born": _day(required=False),
    "starts": _day(required=True),
    "ends": _day(required=False),
    "competence_ends": _day(required=False),
}
PAY_FORMS = {"": PayForm.HOURLY, "timlön": PayForm.HOURLY, "månadslön": PayForm.MONTHLY} | {
    form.value: form for form in PayForm
}
SHARING = {"": False, "nej": False, "ja": True}


@dataclass(frozen=True, slots=True)
class Wish:
    """A row that can be understood: who, by what number, on what terms, and what she can do besides."""

    employee_number: str
    person: Person
    born: date | None
    terms: Terms
    competence: Competence | None = None
    competence_ends: date | None = None


@dataclass(slots=True)
class Read:
    """The wish, or what is wrong, by column."""

    wish: Wish | None = None
    faults: dict[str, str] = field(default_factory=dict)


def read(said: Mapping[str, str], known: Known) -> Read:
    """What the row says; `said` is its cells by column."""
    values: dict[str, Any] = {}
    faults: dict[str, str] = {}
    for name, rule in FIELDS.items():
        try:
            values[name] = rule.clean(said.get(name, ""))
        except ValidationError as error:
            faults[name] = str(error.messages[0])
    for name, find in (("place", known.place), ("occupation", known.occupation), ("competence", known.competence)):
        values[name], fault = find(said.get(name, ""))
        if fault:
            faults[name] = fault
    values["pay_form"] = PAY_FORMS.get(said.get("pay_form", "").casefold())
    values["shares_phone"] = SHARING.get(said.get("shares_phone", "").casefold())
    faults |= _together(
        values, {name for name in FIELDS if said.get(name, "").startswith(tuple(A_FORMULA))} - {"phone"}
    )
    return Read(faults=faults) if faults else Read(_wish(values))


def _together(values: Mapping[str, Any], formulas: set[str]) -> dict[str, str]:
    faults = dict.fromkeys(formulas, _("Börja inte med =, +, - eller @."))
    if "phone" in values and telephone(values["phone"]) is None:
        faults["phone"] = str(NO_SUCH_PHONE)
    if values["pay_form"] is None:
        faults["pay_form"] = _("Skriv timlön eller månadslön.")
    if values["shares_phone"] is None:
        faults["shares_phone"] = _("Skriv ja eller nej.")
    starts, ends = values.get("starts"), values.get("ends")
    if starts and ends and ends < starts:
        faults["ends"] = _("Sista dagen kan inte ligga före den första.")
    if starts and (until := values.get("competence_ends")) and until < starts:
        faults["competence_ends"] = _("Sista dagen kan inte ligga före den första.")
    return faults


def _wish(values: Mapping[str, Any]) -> Wish:
    person = Person(**{name: values[name] for name in ("first_name", "last_name", "phone", "email", "shares_phone")})
    named = {name: values[name] for name in ("place", "occupation", "starts", "ends", "pay_form")}
    rest = {name: values[name] for name in ("employee_number", "born", "competence", "competence_ends")}
    return Wish(person=person, terms=Terms(**named), **rest)
