"""What an order is made of, and for which workplaces somebody may place one."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.models import Order
from people import access
from people.models import User, Workplace

COLUMNS = [
    "workplace", "occupation", "competences", "reason", "reference", "text", "note", "contact",
]  # fmt: skip
NOT_IN_THE_LIST: dict[str, Any] = {
    "required": gettext_lazy("Välj i listan."),
    "invalid_choice": gettext_lazy("Välj i listan."),
    "invalid_pk_value": gettext_lazy("Välj i listan."),
}


def plans(user: User, workplace: Workplace) -> bool:
    """Whether the user fills the workplace's orders herself, and so may place one at the last minute."""
    granting = [given for given in access.assignments(user) if "order.book" in given.definition.actions]
    return workplace.area_id in {given.area_id for given in granting}


def may_order_for(user: User) -> QuerySet[Workplace]:
    """The workplaces that the user sees, and may place orders for."""
    return places_where(user, "order.place")


def places_where(user: User, action: str) -> QuerySet[Workplace]:
    """The workplaces that the user sees, and where a role of hers lets her do the action."""
    granting = [given for given in access.assignments(user) if action in given.definition.actions]
    areas, places = ([getattr(given, key) for given in granting] for key in ("area_id", "workplace_id"))
    seen = access.scope(user, Workplace.objects.all(), "view")
    return seen.filter(Q(area__in=filter(None, areas)) | Q(pk__in=filter(None, places))).order_by("name", "pk")


def columns(places: QuerySet[Workplace]) -> dict[str, Any]:
    """The order's own columns. Occupations, competences and reasons are words that every place shares."""
    long = forms.Textarea(attrs={"rows": 3})
    fields: dict[str, Any] = forms.fields_for_model(
        Order,
        COLUMNS,
        widgets={"competences": forms.CheckboxSelectMultiple(), "text": long, "note": long},
        help_texts={"text": _("Syns för alla som kan ta passet."), "note": _("Syns bara för bemanningen.")},
        error_messages=dict.fromkeys(["workplace", "occupation", "competences", "reason"], NOT_IN_THE_LIST),
    )
    fields["workplace"].queryset = places
    fields["reason"].queryset = fields["reason"].queryset.filter(introduces=False)  # placed from a request of hers
    for name in ("occupation", "competences", "reason"):
        fields[name].queryset = fields[name].queryset.order_by("name")
    for name in ("workplace", "occupation", "reason"):
        fields[name].empty_label = _("Välj")
    return fields
