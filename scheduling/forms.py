"""A file from the schedule, and which booked shifts a file to it has."""

import uuid
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people import access
from people.days import begins
from people.importing.tables import MOST_BYTES
from people.models import Area, User
from scheduling.models import BookedFile

FURTHEST_BACK = timedelta(days=366)


class ScheduleFileForm(forms.Form):
    """CSV, XLSX or iCalendar."""

    file = forms.FileField(
        label=gettext_lazy("Fil från schemat"),
        help_text=gettext_lazy("CSV, XLSX eller iCalendar, högst 5 MB och 2 000 pass."),
        error_messages={
            "required": gettext_lazy("Välj en fil."),
            "empty": gettext_lazy("Filen är tom."),
        },
    )

    def clean_file(self) -> Any:  # noqa: ANN401 (Django's)
        """Not more than is read."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise ValidationError(_("Filen är större än 5 MB. Dela den i flera."))
        return file


class BookedFileForm(forms.Form):
    """Since when, of which area, and how it is written."""

    since = forms.DateField(
        label=gettext_lazy("Ändrat från och med"), widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={
            "required": gettext_lazy("Välj en dag."), "invalid": gettext_lazy("Skriv dagen som 2026-05-31."),
        },
    )  # fmt: skip
    area = forms.ModelChoiceField(
        Area.objects.none(), label=gettext_lazy("Område"), required=False, empty_label=gettext_lazy("Alla områden"),
        error_messages={"required": gettext_lazy("Välj ett område.")},
    )  # fmt: skip
    form = forms.ChoiceField(label=gettext_lazy("Filens slag"), choices=BookedFile.Form.choices)
    command = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, user: User, today: date, **kwargs: Any) -> None:  # noqa: ANN401 (Django's)
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial = {"since": today, "command": uuid.uuid4()}
        field = self.fields["area"]
        field.queryset = access.scope(user, Area.objects.order_by("name"))  # type: ignore[attr-defined]
        field.required = not access.may(user, "bookedfile.of_all")
        if field.required:
            field.empty_label = None  # type: ignore[attr-defined]

    def clean_since(self) -> date:
        """Neither to come nor long ago."""
        day: date = self.cleaned_data["since"]
        if day > self.today:
            raise ValidationError(_("Dagen har inte kommit än."))
        if day < self.today - FURTHEST_BACK:
            raise ValidationError(_("Välj en dag inom ett år."))
        return day

    @property
    def since_moment(self) -> datetime:
        """When that day began."""
        return begins(self.cleaned_data["since"])
