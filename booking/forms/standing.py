"""What a planner writes down of a substitute: blocks, introductions, records checks, absences, rest given."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.models import Absence
from booking.period import Period
from booking.weeks import span_of
from people import access
from people.forms.days import LIKELY, day_field
from people.forms.papers import NOT_IN_THE_LIST
from people.models import Block, User, Workplace
from people.models.workplace import RecordsCheckKind

FIT = [("1", gettext_lazy("Lämplig")), ("0", gettext_lazy("Inte lämplig"))]


class PlaceForm(forms.Form):
    """A workplace where the user may do the thing."""

    workplace = forms.ChoiceField(label=gettext_lazy("Arbetsplats"), error_messages=NOT_IN_THE_LIST)

    def __init__(self, *args: Any, places: Iterable[Workplace], **kwargs: Any) -> None:  # noqa: ANN401 (Django's)
        """`places` are the workplaces to choose among, by area."""
        super().__init__(*args, **kwargs)
        self._places = {str(place.pk): place for place in places}
        grouped = groupby(self._places.items(), key=lambda pair: pair[1].area.name)
        choices = [(area, [(key, place.name) for key, place in pairs]) for area, pairs in grouped]
        self.fields["workplace"].choices = [("", _("Välj")), *choices]  # type: ignore[attr-defined]

    def clean_workplace(self) -> Workplace:
        """The workplace itself."""
        return self._places[self.cleaned_data["workplace"]]


class BlockForm(PlaceForm):
    """Where she is never to be, at whose wish, and why."""

    asked_by = forms.ChoiceField(
        label=gettext_lazy("På begäran av"), choices=Block.AskedBy.choices, error_messages=NOT_IN_THE_LIST
    )
    reason = forms.CharField(
        label=gettext_lazy("Skäl"),
        max_length=200,
        help_text=gettext_lazy("Skriv inget om hälsa eller andra personer."),
        error_messages={"required": gettext_lazy("Skriv skälet.")},
    )


class IntroductionForm(PlaceForm):
    """Where she has been introduced, and when."""

    given_on = day_field(label=gettext_lazy("Dag"), validators=LIKELY)


class RecordsCheckForm(forms.Form):
    """What extract she has shown, and what was decided. What stood in it is written nowhere."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Slag"), choices=RecordsCheckKind.choices, error_messages=NOT_IN_THE_LIST
    )
    issued_on = day_field(
        label=gettext_lazy("Utfärdat"),
        validators=LIKELY,
        help_text=gettext_lazy("Gäller tills utdraget är ett år gammalt. Lämna tillbaka det, och spara ingen kopia."),
    )
    fit = forms.TypedChoiceField(
        label=gettext_lazy("Beslut"), choices=FIT, coerce=lambda chosen: chosen == "1", error_messages=NOT_IN_THE_LIST
    )


class AbsenceForm(forms.Form):
    """Which days she is away."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Hur länge"),
        choices=Absence.Kind.choices,
        help_text=gettext_lazy("Varför någon är borta sparas inte."),
        error_messages=NOT_IN_THE_LIST,
    )
    starts = day_field(label=gettext_lazy("Första dagen"), validators=LIKELY)
    ends = day_field(label=gettext_lazy("Sista dagen"), validators=LIKELY)

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        data: dict[str, Any] = super().clean() or {}
        if {"starts", "ends"} <= data.keys() and data["ends"] < data["starts"]:
            self.add_error("ends", _("Sista dagen kan inte ligga före den första."))
        return data

    @property
    def period(self) -> Period:
        """From midnight to midnight."""
        return span_of(self.cleaned_data["starts"], self.cleaned_data["ends"])


class BackForm(forms.Form):
    """The last day that she was away."""

    ends = day_field(label=gettext_lazy("Sista dagen borta"), validators=LIKELY)

    def until(self) -> datetime:
        """When that day is over."""
        return span_of(self.cleaned_data["ends"], self.cleaned_data["ends"]).ends


class GivenForm(forms.Form):
    """How the rest was given."""

    how = forms.CharField(
        label=gettext_lazy("Hur gavs vilan?"),
        max_length=200,
        error_messages={"required": gettext_lazy("Skriv hur vilan gavs.")},
    )


def places_for(user: User, action: str) -> list[Workplace]:
    """The workplaces where some role of the user's grants `<model>.<verb>`, by area."""
    granting = [given for given in access.assignments(user) if action in given.definition.actions]
    areas = {given.area_id for given in granting if given.area_id}
    return list(Workplace.objects.filter(area__in=areas).select_related("area").order_by("area__name", "name"))
