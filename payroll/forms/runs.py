"""What a run is to hold."""

import uuid
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from payroll.models import Layout
from payroll.operations.asked import Asked
from people import access
from people.forms.days import LIKELY, day_field
from people.models import Area, User


class RunForm(forms.Form):
    """The days, the area if not all, and the file."""

    first_day = day_field(label=_("Från och med"), validators=LIKELY)
    last_day = day_field(label=_("Till och med"), validators=LIKELY)
    area = forms.ModelChoiceField(Area.objects.none(), label=_("Område"), required=False, empty_label=_("Alla områden"))
    layout = forms.ModelChoiceField(
        Layout.objects.none(), label=_("Fil"), error_messages={"required": _("Välj hur filen ska se ut.")}
    )
    command = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(
        self,
        data: Any = None,  # noqa: ANN401 (a QueryDict)
        *,
        by: User,
        today: date,
    ) -> None:
        last = today.replace(day=1) - timedelta(days=1)
        layouts = access.scope(by, Layout.objects.order_by("name"))
        first = {"first_day": last.replace(day=1), "last_day": last, "command": uuid.uuid4(), "layout": layouts.first()}
        super().__init__(data, initial=first)
        self.fields["area"].queryset = access.scope(by, Area.objects.order_by("name"))  # type: ignore[attr-defined]
        self.fields["layout"].queryset = layouts  # type: ignore[attr-defined]

    def asked(self) -> Asked:
        """As the operation takes it."""
        said = self.cleaned_data
        return Asked(said["first_day"], said["last_day"], said["area"], said["layout"])
