"""Ordering a certificate: what for, and which time."""

import re
import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from intyg.models import CertificateRequest, CertificateType
from intyg.operations import Wish

OWN = "egen"
LONGEST = timedelta(days=10 * 366)
IDENTITY_NUMBER = re.compile(r"\b(?:\d{2})?\d{6}[-+ ]?\d{4}\b")
USUAL_PURPOSE = {
    CertificateType.EMPLOYER: CertificateRequest.Purpose.UNEMPLOYMENT,
    CertificateType.SERVICE: CertificateRequest.Purpose.EMPLOYER,
    CertificateType.LOST_INCOME: CertificateRequest.Purpose.COMMISSION,
    CertificateType.ANNUAL_INCOME: CertificateRequest.Purpose.INSURANCE,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A way of saying which time: its words, and the days it stands for."""

    code: str
    name: str | Promise
    icon: str = "calendar"
    days: tuple[date, date] | None = None

    @property
    def small(self) -> str:
        """1 maj 2025–30 april 2026"""
        if self.days is None:
            return _("Du väljer datum")
        return "–".join(date_format(day, "j F Y") for day in self.days)


def choices(kind: CertificateType, *, today: date) -> list[Choice]:
    """The times that are usual for the certificate, the most usual first."""
    own = Choice(OWN, pgettext_lazy("period", "Annan tid"), icon="edit")
    month = today.replace(day=1)
    if kind is CertificateType.LOST_INCOME:
        last_month = _before(month).replace(day=1), _before(month)
        return [
            Choice("manaden", gettext_lazy("Den här månaden"), days=(month, today)),
            Choice("forra_manaden", gettext_lazy("Förra månaden"), days=last_month),
            own,
        ]
    year = month.replace(month=1)
    latest = Choice(
        "ett_ar", gettext_lazy("Senaste 12 månaderna"), days=(month.replace(year=month.year - 1), _before(month))
    )
    last_year = Choice("forra_aret", gettext_lazy("Förra året"), days=(year.replace(year=year.year - 1), _before(year)))
    return [latest, last_year, own]


def _before(day: date) -> date:
    return day - timedelta(days=1)


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
        error_messages={"required": gettext_lazy("Välj den första dagen.")},
    )
    last_day = forms.DateField(
        label=gettext_lazy("Till och med"),
        widget=Day,
        error_messages={"required": gettext_lazy("Välj den sista dagen.")},
    )
    purpose = forms.ChoiceField(label=gettext_lazy("Vem ska ha intyget?"), choices=CertificateRequest.Purpose.choices)
    note = forms.CharField(
        label=gettext_lazy("Något vi ska veta?"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("Skriv inte personnummer."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, kind: CertificateType, *, today: date, data: Any = None) -> None:  # noqa: ANN401 (a QueryDict)
        self.kind, self.today = kind, today
        self.times = {choice.code: choice for choice in choices(kind, today=today)}
        initial = {"command": uuid.uuid4(), "period": next(iter(self.times)), "purpose": USUAL_PURPOSE[kind]}
        super().__init__(data, initial=initial)
        self.fields["period"].choices = list(self.times.items())  # type: ignore[attr-defined]
        for name in ("first_day", "last_day"):
            # Seen, and asked for, only together with a time of her own.
            self.fields[name].required = self["period"].value() == OWN or not self.is_bound

    def clean_note(self) -> str:
        """No identity number: it is not needed, and the note is read by more than it concerns."""
        note: str = self.cleaned_data["note"]
        if IDENTITY_NUMBER.search(note):
            raise forms.ValidationError(_("Ta bort personnumret. Lönecentrum har det redan."))
        return note

    def clean(self) -> dict[str, Any]:
        """Days of her own are in order, and over."""
        said = super().clean() or self.cleaned_data
        first, last = said.get("first_day"), said.get("last_day")
        if said.get("period") == OWN and first and last and (problem := self._problem(first, last)):
            self.add_error("last_day", problem)
        return said

    def _problem(self, first: date, last: date) -> str:
        if last > self.today:
            return _("Ett intyg kan bara gälla tid som har varit. Välj i dag eller tidigare.")
        if last < first:
            return _("Den sista dagen kommer före den första. Byt plats på dem.")
        return _("Välj högst tio år.") if last - first > LONGEST else ""

    def wish(self) -> Wish:
        """What she asks for."""
        said = self.cleaned_data
        first, last = self.times[said["period"]].days or (said["first_day"], said["last_day"])
        return Wish(self.kind, first, last, said["purpose"], said["note"])
