"""What a planner writes on a substitute's page: time that was agreed on in a talk, and notes to her colleagues."""

import uuid
from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.forms import resource_time
from booking.forms.wall_clock import clock_field
from booking.models import RESOURCES, Kind
from booking.period import NoSuchTime, Period, TimeTwice, local
from people import access
from people.forms.days import LIKELY, day_field
from people.forms.papers import NOT_IN_THE_LIST
from people.models import Area, RuleProfile, Substitute, SubstituteNote, User

RESOURCE_TIME = [(kind, kind.label) for kind in RESOURCES]
SAID = [(Kind.AVAILABLE, gettext_lazy("Kan jobba")), (Kind.NOT_AVAILABLE, gettext_lazy("Kan inte"))]


class TimeForm(forms.Form):
    """A day, from when to when, and whether she can."""

    kind = forms.ChoiceField(label=gettext_lazy("Vad gäller?"), choices=SAID, error_messages=NOT_IN_THE_LIST)
    day = day_field(label=gettext_lazy("Dag"), validators=LIKELY)
    starts = clock_field(label=gettext_lazy("Från"))
    ends = clock_field(label=gettext_lazy("Till"), help_text=gettext_lazy("Tidigare än från: tiden slutar nästa dag."))

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 (Django's)
        now: datetime,
        rules: RuleProfile | None,
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        """`now` decides what is past; of who is paid by the month `rules` say what resource time gives."""
        super().__init__(*args, **kwargs)
        self.now, self._rules = now, rules
        if rules:
            self.fields["kind"].choices = [*SAID, *RESOURCE_TIME]  # type: ignore[attr-defined]
            self.fields["length"] = resource_time.length_field()
            self.fields["time_bank"] = resource_time.field(rules)
        self.period: Period | None = None

    def clean(self) -> dict[str, Any]:
        """The span; what clock or calendar does not allow is told at its field."""
        data: dict[str, Any] = super().clean() or {}
        if {"day", "starts", "ends"} <= data.keys():
            last = data["day"] if data["ends"] > data["starts"] else data["day"] + timedelta(days=1)
            starts, ends = self._moment("starts", data["day"]), self._moment("ends", last)
            self.period = Period(starts, ends) if starts and ends else None
        if self.period and self.period.ends <= self.now:
            self.add_error("day", _("Tiden har redan varit. Välj en annan dag."))
        if self.period and "kind" in data and (wrong := resource_time.too_long(self.shift_minutes, [self.period])):
            self.add_error("length", wrong)
        return data

    def _moment(self, field: str, day: date) -> datetime | None:
        at: time = self.cleaned_data[field]
        try:
            return local(day, at)
        except (NoSuchTime, TimeTwice):
            self.add_error(field, _("Klockan ställs om den natten. Välj före 02.00 eller från 03.00."))
            return None

    @property
    def chosen(self) -> Kind:
        """What the time may be used for."""
        return Kind(self.cleaned_data["kind"])

    @property
    def gives_time(self) -> bool:
        """Whether it goes to the time bank when it is worked."""
        return resource_time.gives_time(self.cleaned_data.get("time_bank", ""), self.chosen, self._rules)

    @property
    def shift_minutes(self) -> int | None:
        """Of acute resource time: how long the shift is that may lie anywhere within it."""
        return resource_time.shift_minutes(self.cleaned_data.get("length"), self.chosen)


class NoteForm(forms.Form):
    """What her colleagues in the area are to know."""

    area = forms.ChoiceField(label=gettext_lazy("Läses av planerare i"), error_messages=NOT_IN_THE_LIST)
    text = forms.CharField(
        label=gettext_lazy("Anteckning"),
        max_length=SubstituteNote._meta.get_field("text").max_length,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Skriv inget om hälsa. Vikarien har rätt att få läsa texten."),
        error_messages={"required": gettext_lazy("Skriv en anteckning.")},
    )
    command = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data: QueryDict | None = None, *, areas: Collection[Area], auto_id: str) -> None:
        """`areas` are those to choose among; one alone is not asked about."""
        first = {"command": uuid.uuid4(), "area": next(iter(areas)).pk}
        super().__init__(data, initial=first, auto_id=auto_id)
        self._areas = {str(area.pk): area for area in areas}
        field: Any = self.fields["area"]
        field.choices = [(key, area.name) for key, area in self._areas.items()]
        if len(areas) == 1:
            field.widget = forms.HiddenInput()

    def clean_area(self) -> Area:
        """The area itself."""
        return self._areas[self.cleaned_data["area"]]


def areas_for_notes(user: User, substitute: Substitute) -> list[Area]:
    """Those where the user may write notes and the substitute has an agreement, some time."""
    granting = [given for given in access.assignments(user) if "substitutenote.change" in given.definition.actions]
    hers = Q(agreements__substitute=substitute) | Q(workplaces__agreements__substitute=substitute)
    keys = {given.area_id for given in granting if given.area_id}
    return list(Area.objects.filter(hers, pk__in=keys).distinct().order_by("name"))
