"""Ordering certificates: what for, and which time."""

import uuid
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intyg import worked
from intyg.forms.times import OWN, PICKED, choices
from intyg.forms.written import no_number
from intyg.models import CertificateRequest, CertificateType
from intyg.operations import Wish
from people.forms.days import LIKELY
from people.models import Substitute
from portal.templatetags.times import clock, hours

LONGEST = timedelta(days=10 * 366)
RELEASED_WITHIN = timedelta(days=366)
"""How far back a shift can be picked that she gave up; what is older is asked for in words."""

USUAL_PURPOSE = {
    CertificateType.EMPLOYER: CertificateRequest.Purpose.UNEMPLOYMENT,
    CertificateType.SERVICE: CertificateRequest.Purpose.EMPLOYER,
    CertificateType.LOST_INCOME: CertificateRequest.Purpose.COMMISSION,
    CertificateType.ANNUAL_INCOME: CertificateRequest.Purpose.INSURANCE,
}


class Day(forms.DateInput):
    """The browser's own way of choosing a day."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class WishForm(forms.Form):
    """Step two: which time, and what for."""

    command = forms.UUIDField(widget=forms.HiddenInput)
    period = forms.ChoiceField(label=gettext_lazy("Vilken tid ska intyget gälla?"), widget=forms.RadioSelect)
    first_day = forms.DateField(
        label=gettext_lazy("Från och med"),
        widget=Day,
        validators=LIKELY,
        error_messages={"required": gettext_lazy("Välj den första dagen.")},
    )
    last_day = forms.DateField(
        label=gettext_lazy("Till och med"),
        widget=Day,
        validators=LIKELY,
        error_messages={"required": gettext_lazy("Välj den sista dagen.")},
    )
    given_up = forms.MultipleChoiceField(
        label=gettext_lazy("Vilka pass lämnade du?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Passen du lämnade det senaste året. De är beviset för inkomsten du förlorade."),
    )
    purpose = forms.ChoiceField(label=gettext_lazy("Vem ska ha intyget?"), choices=CertificateRequest.Purpose.choices)
    note = forms.CharField(
        label=gettext_lazy("Något vi ska veta?"),
        required=False,
        max_length=300,
        validators=[no_number],
        help_text=gettext_lazy("Skriv inte personnummer."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self,
        kinds: Sequence[CertificateType],
        substitute: Substitute,
        *,
        today: date,
        data: Any = None,  # noqa: ANN401 (a QueryDict)
    ) -> None:
        self.kinds, self.today = kinds, today
        lost = CertificateType.LOST_INCOME in kinds
        released = worked.given_up(substitute, today - RELEASED_WITHIN, today) if lost else ()
        self.released = {shift.key: shift for shift in released}
        self.times = {choice.code: choice for choice in choices(kinds, today=today, released=bool(released))}
        initial = {"command": uuid.uuid4(), "period": next(iter(self.times)), "purpose": USUAL_PURPOSE[kinds[0]]}
        super().__init__(data, initial=initial)
        self.fields["period"].choices = list(self.times.items())  # type: ignore[attr-defined]
        if released:
            picks = [(shift.key, in_words(shift)) for shift in released]
            self.fields["given_up"].choices = picks  # type: ignore[attr-defined]
        else:
            del self.fields["given_up"]
        for name in ("first_day", "last_day"):
            # Seen, and asked for, only together with a time of her own.
            self.fields[name].required = self["period"].value() == OWN or not self.is_bound

    def clean(self) -> dict[str, Any]:
        """Days of her own are in order, and over; and what she picks is within the time."""
        said = super().clean() or self.cleaned_data
        first, last = said.get("first_day"), said.get("last_day")
        if said.get("period") == OWN and first and last and (problem := self._problem(first, last)):
            self.add_error("last_day", problem)
        if not self.errors and "given_up" in self.fields and (problem := self._wrong_pick()):
            self.add_error("given_up", problem)
        return said

    def _problem(self, first: date, last: date) -> str:
        if last > self.today:
            return _("Ett intyg kan bara gälla tid som har varit. Välj i dag eller tidigare.")
        if last < first:
            return _("Den sista dagen kommer före den första. Byt plats på dem.")
        return _("Välj högst tio år.") if last - first > LONGEST else ""

    def _wrong_pick(self) -> str:
        if not self._picked():
            return _("Kryssa i minst ett pass.") if self.cleaned_data["period"] == PICKED else ""
        first, last = self.days()
        outside = [shift for shift in self._picked() if not first <= shift.day <= last]
        if outside:
            facts = {"day": date_format(outside[0].day, "j F")}
            return _("Passet %(day)s ligger utanför tiden som du har valt.") % facts
        return ""

    def _picked(self) -> list[worked.Shift]:
        return [self.released[key] for key in self.cleaned_data.get("given_up", ())]

    def days(self) -> tuple[date, date]:
        """The first and the last day of what she asks for."""
        said = self.cleaned_data
        if said["period"] == PICKED:
            picked = [shift.day for shift in self._picked()]
            return min(picked), max(picked)
        return self.times[said["period"]].days or (said["first_day"], said["last_day"])

    def wishes(self) -> list[Wish]:
        """What she asks for, one of each certificate."""
        said, picked = self.cleaned_data, tuple(shift.key for shift in self._picked())
        return [
            Wish(kind, *self.days(), said["purpose"], said["note"], picked * (kind == CertificateType.LOST_INCOME))
            for kind in self.kinds
        ]


def in_words(shift: worked.Shift) -> str:
    """13 maj 2026, 07.00–16.00, Solgården, 8,5 tim"""
    span = f"{clock(shift.period.starts)}–{clock(shift.period.ends)}"
    return f"{date_format(shift.day, 'j F Y')}, {span}, {shift.workplace}, {hours(shift.hours)}"
