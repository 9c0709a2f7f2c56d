"""Which substitutes a planner wants to write to, narrowed step by step."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from booking import receivers
from booking.weeks import Week, local_day
from people import access
from people.models import (
    Agreement,
    Area,
    Competence,
    Introduction,
    Occupation,
    Substitute,
    SubstituteCompetence,
    User,
    Workplace,
)
from people.models.substitute import SubstituteQuerySet

ALL = _("Alla")
FIRST = {"bookable": "on"}
"""What is chosen before she has chosen anything."""


class SelectionForm(forms.Form):
    """Each choice narrows; what is not chosen does not. A choice that is none of hers chooses nobody."""

    areas = forms.ModelMultipleChoiceField(
        label=_("Områden"), queryset=Area.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    occupation = forms.ModelChoiceField(
        label=_("Yrke"), queryset=Occupation.objects.order_by("name"), required=False, empty_label=ALL
    )
    competence = forms.ModelChoiceField(
        label=_("Kompetens som gäller nu"),
        queryset=Competence.objects.order_by("name"),
        required=False,
        empty_label=ALL,
    )
    workplace = forms.ModelChoiceField(
        label=_("Introducerad på"), queryset=Workplace.objects.none(), required=False, empty_label=ALL
    )
    empty_week = forms.BooleanField(
        label=_("Tom nästa vecka"), help_text=_("Ingen tid inlagd och inget pass."), required=False
    )
    bookable = forms.BooleanField(label=_("Kan bokas"), required=False)

    def __init__(self, data: Mapping[str, Any], *, user: User, now: datetime) -> None:
        super().__init__(data)
        self.user, self.now = user, now
        fields: dict[str, Any] = self.fields
        keys = {one.area_id for one in access.assignments(user) if one.area_id}
        self.hers = access.scope(user, Area.objects.filter(pk__in=keys)).order_by("name")
        fields["workplace"].queryset = access.scope(user, Workplace.objects.order_by("name"))
        if len(keys) > 1:
            fields["areas"].queryset = self.hers
        else:
            del fields["areas"]

    def narrowed(self) -> SubstituteQuerySet:
        """Those whom she may write to, as she has chosen, by name."""
        people = access.scope(self.user, Substitute.objects.all(), "write")
        if not self.is_valid():
            return people.none()
        chosen = self.cleaned_data
        people = people.filter(pk__in=self._papers(chosen).values("substitute"))
        if chosen["competence"]:
            people = people.filter(pk__in=self._holders(chosen["competence"]).values("substitute"))
        if workplace := chosen["workplace"]:
            people = people.filter(pk__in=Introduction.objects.filter(workplace=workplace).values("substitute"))
        if chosen["empty_week"]:
            people = people.filter(receivers.said_nothing_of(self.next_week))
        if chosen["bookable"]:
            people = people.active()
        return people.select_related("user").order_by("user__first_name", "user__last_name", "pk")

    @property
    def next_week(self) -> Week:
        """The week after this one."""
        return Week.of(local_day(self.now)).after

    def _papers(self, chosen: Mapping[str, Any]) -> Any:  # noqa: ANN401 (a queryset of the validity's own kind)
        """The agreements that are not over, in the areas that are meant and as what is meant."""
        areas = list(chosen.get("areas") or self.hers)
        there = Agreement.objects.not_over(now=self.now).filter(Q(area__in=areas) | Q(workplace__area__in=areas))
        return there.filter(occupation=chosen["occupation"]) if chosen["occupation"] else there

    def _holders(self, competence: Competence) -> Any:  # noqa: ANN401 (as above)
        return SubstituteCompetence.objects.not_over(now=self.now).filter(competence=competence, starts__lte=self.now)
