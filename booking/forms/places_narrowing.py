"""Where and as what: what orders are narrowed to, on the board and in the lists."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.choices import BaseChoiceIterator
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from booking.forms.narrowing import ManyOptions, Narrowing, Rows
from people import access
from people.models import Area, Occupation, User, Workplace


class PlacesNarrowing(Narrowing):
    """By area for whoever works in several, by workplace and by occupation."""

    PLACE: ClassVar = ""
    """What leads from a row to its order."""

    area = forms.ModelChoiceField(
        label=_("Område"),
        queryset=Area.objects.none(),
        required=False,
        empty_label=_("Alla områden"),
        widget=ManyOptions,
    )
    workplace = forms.ModelChoiceField(
        label=_("Arbetsplats"),
        queryset=Workplace.objects.none(),
        required=False,
        empty_label=_("Alla arbetsplatser"),
        widget=ManyOptions,
    )
    occupation = forms.ModelChoiceField(
        label=_("Yrke"),
        queryset=Occupation.objects.none(),
        required=False,
        empty_label=_("Alla yrken"),
        widget=ManyOptions,
    )

    def __init__(self, data: QueryDict, *, user: User, now: datetime) -> None:
        super().__init__(data, user=user, now=now)
        fields: dict[str, Any] = self.fields
        fields["area"].queryset = access.scope(user, Area.objects.order_by("name"))
        places = fields["workplace"].queryset = access.scope(user, Workplace.objects.order_by("name"))
        fields["workplace"].choices = _Named(fields["workplace"].empty_label, places)
        fields["occupation"].queryset = Occupation.objects.order_by("name")
        fields["occupation"].label_from_instance = lambda occupation: capfirst(occupation.name)
        if _works_in_one_area(user) and "area" not in data:
            del fields["area"]

    def by_area(self, rows: Rows, area: Area) -> Rows:
        """In the area."""
        return rows.filter(**{f"{self.PLACE}workplace__area": area})

    def by_workplace(self, rows: Rows, workplace: Workplace) -> Rows:
        """At the workplace."""
        return rows.filter(**{f"{self.PLACE}workplace": workplace})

    def by_occupation(self, rows: Rows, occupation: Occupation) -> Rows:
        """As the occupation."""
        return rows.filter(**{f"{self.PLACE}occupation": occupation})


class _Named(BaseChoiceIterator):
    """Perhaps a thousand rows to choose from, read by name alone, when they are shown."""

    def __init__(self, empty: str, rows: Rows) -> None:
        self.empty, self.rows = empty, rows

    def __iter__(self) -> Iterator[tuple[object, str]]:
        yield "", self.empty
        yield from self.rows.values_list("pk", "name")


def _works_in_one_area(user: User) -> bool:
    """Whether there is nothing to choose between."""
    places = {assignment.area_id for assignment in access.assignments(user)}
    return len(places) == 1 and None not in places
