"""What the report of papers that end can be narrowed to."""

from datetime import timedelta
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from booking.forms.narrowing import Narrowing
from booking.period import Period
from people import access
from people.models import Area, User

AGREEMENT, COMPETENCE, CHECK = "avtal", "kompetens", "kontroll"
KINDS = [(AGREEMENT, _("Avtal")), (COMPETENCE, _("Kompetens")), (CHECK, _("Registerkontroll"))]
DAYS = [(str(days), _("%(n)s dagar") % {"n": days}) for days in (14, 30, 60, 90)]
USUAL = "30"
LATELY = timedelta(days=30)
"""For so long one that has ended is told of, while she has shifts that need it."""


class ValidityNarrowing(Narrowing):
    """How far ahead, of what kind, in which area, whose."""

    HIDDEN: ClassVar = ("days",)
    CARRIED: ClassVar = ("days",)
    SEARCHED: ClassVar = ("substitute__user__first_name", "substitute__user__last_name", "substitute__employee_number")

    days = forms.ChoiceField(label=_("Inom"), choices=DAYS, required=False)
    kind = forms.ChoiceField(label=_("Slag"), choices=[("", _("Alla")), *KINDS], required=False)
    area = forms.ModelChoiceField(
        label=_("Område"), queryset=Area.objects.none(), required=False, empty_label=_("Alla")
    )

    def __init__(self, data: QueryDict, *, user: User, now: Any) -> None:  # noqa: ANN401 (a datetime, as above)
        super().__init__(data, user=user, now=now)
        fields: dict[str, Any] = self.fields
        fields["q"].label = _("Sök namn eller nummer")
        fields["q"].widget.input_type = "search"
        fields["days"].initial = USUAL
        fields["area"].queryset = access.scope(user, Area.objects.order_by("name"))

    @property
    def within(self) -> int:
        """So many days ahead."""
        return int(self.cleaned_data.get("days") or USUAL) if self.is_valid() else int(USUAL)

    @property
    def span(self) -> Period:
        """From when papers that have ended are told of, until how far ahead."""
        return Period(self.now - LATELY, self.now + timedelta(days=self.within))
