"""For how long something is kept, by whose decision."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.forms.days import day_field
from people.models import RetentionRule
from people.operations.retention import Decision

MOST = 12 * 70


class RetentionForm(forms.Form):
    """The decision, as it stands in the municipality's records."""

    months = forms.IntegerField(
        label=gettext_lazy("Månader"),
        min_value=1,
        max_value=MOST,
        help_text=gettext_lazy("10 år är 120 månader."),
        error_messages={"required": gettext_lazy("Skriv antalet månader.")},
    )
    decision = forms.CharField(
        label=gettext_lazy("Beslutets nummer"),
        max_length=60,
        help_text=gettext_lazy("Diarienumret, till exempel KS 2026/114."),
        error_messages={"required": gettext_lazy("Skriv beslutets nummer. Utan beslut gallras ingenting.")},
    )
    decided_on = day_field(label=gettext_lazy("Beslutat"))
    decided_by = forms.CharField(
        label=gettext_lazy("Beslutat av"),
        max_length=120,
        help_text=gettext_lazy("Till exempel kommunstyrelsen."),
        error_messages={"required": gettext_lazy("Skriv vem som fattade beslutet.")},
    )

    def __init__(
        self,
        data: Any = None,  # noqa: ANN401 (a QueryDict)
        *,
        today: date,
        rule: RetentionRule | None = None,
        months: int = 0,
    ) -> None:
        first = {name: getattr(rule, name) for name in self.base_fields} if rule else {"months": months or None}
        super().__init__(data, initial=first)
        self.today = today

    def clean_decided_on(self) -> date:
        """What has been decided."""
        day: date = self.cleaned_data["decided_on"]
        if day > self.today:
            raise ValidationError(_("Dagen har inte varit än."))
        return day

    def decision_made(self) -> Decision:
        """As the operation takes it."""
        said = self.cleaned_data
        return Decision(said["months"], said["decision"], said["decided_on"], said["decided_by"])
