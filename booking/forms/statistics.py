"""Which days and which shifts the figures are to be of; the form is in the address, so that it can be kept and sent."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.models import OrderReason
from booking.statistics.selection import Selection, areas
from booking.statistics.stretch import LONGEST, Stretch
from booking.weeks import Month, local_day
from people.forms.days import LIKELY, day_field
from people.models import Area, Occupation, User, Workplace

USUAL, OWN = "12", "egna"
WEEKS = {"4": 4, USUAL: 12, "26": 26}
MONTHS_BACK = 13
CHOICES = {"workplace": "arbetsplats", "occupation": "yrke", "reason": "orsak"}
"""What narrows the selection, by its name in `Selection` and in the address."""


class SelectionForm(forms.Form):
    """Nothing chosen is the usual weeks of all her areas."""

    period = forms.ChoiceField(label=gettext_lazy("Period"), required=False)
    fran = day_field(label=gettext_lazy("Från och med"), required=False, validators=LIKELY)
    till = day_field(label=gettext_lazy("Till och med"), required=False, validators=LIKELY)
    omrade: forms.ModelChoiceField[Area] = forms.ModelChoiceField(
        label=gettext_lazy("Område"), queryset=None, required=False, empty_label=gettext_lazy("Alla områden")
    )
    arbetsplats: forms.ModelChoiceField[Workplace] = forms.ModelChoiceField(
        label=gettext_lazy("Arbetsplats"), queryset=None, required=False, empty_label=gettext_lazy("Alla arbetsplatser")
    )
    yrke: forms.ModelChoiceField[Occupation] = forms.ModelChoiceField(
        label=gettext_lazy("Yrke"), queryset=None, required=False, empty_label=gettext_lazy("Alla yrken")
    )
    orsak: forms.ModelChoiceField[OrderReason] = forms.ModelChoiceField(
        label=gettext_lazy("Orsak"), queryset=None, required=False, empty_label=gettext_lazy("Alla orsaker")
    )

    def __init__(self, data: Mapping[str, Any], *, user: User, now: datetime) -> None:
        """`user` decides the places; `now` which weeks and months there are."""
        super().__init__({"period": USUAL} | {name: data[name] for name in data})
        self.now, self.areas = now, areas(user).order_by("name")
        self.fields["period"].choices = _periods(local_day(now))  # type: ignore[attr-defined]
        places = Workplace.objects.filter(area__in=self.areas).order_by("name")
        offered = {
            "omrade": self.areas,
            "arbetsplats": places,
            "yrke": Occupation.objects.order_by("name"),
            "orsak": OrderReason.objects.order_by("name"),
        }
        for name, rows in offered.items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Own days are two, in order, and not more than a year."""
        chosen = super().clean() or {}
        if chosen.get("period") != OWN:
            return chosen
        first, last = chosen.get("fran"), chosen.get("till")
        for name, day in (("fran", first), ("till", last)):
            if day is None and name not in self.errors:
                self.add_error(name, _("Välj en dag."))
        if first and last and not 0 <= (last - first).days < LONGEST:
            backwards = last < first
            self.add_error("till", _("Välj en senare dag.") if backwards else _("Välj högst ett år."))
        return chosen

    @property
    def stretch(self) -> Stretch:
        """The chosen days."""
        period = self.cleaned_data["period"] or USUAL
        if period == OWN:
            return Stretch(self.cleaned_data["fran"], self.cleaned_data["till"])
        if period in WEEKS:
            return Stretch.of_weeks(WEEKS[period], today=local_day(self.now))
        return Stretch.of_month(Month.named(period))

    def selection(self) -> Selection:
        """Of a valid form."""
        area = self.cleaned_data["omrade"]
        reached = [area.pk] if area else [area.pk for area in self.areas]
        chosen = {name: self.cleaned_data[field] for name, field in CHOICES.items()}
        keys = {name: row.pk for name, row in chosen.items() if row}
        return Selection(self.stretch, reached, self.now, **keys)

    @property
    def is_narrowed(self) -> bool:
        """Whether it is of fewer shifts than those of whole areas."""
        return any(self.cleaned_data[field] for field in CHOICES.values())


def _periods(today: date) -> list[tuple[str, str]]:
    weeks = [(code, _("Senaste %(n)d veckorna") % {"n": number}) for code, number in WEEKS.items()]
    months = [(str(month), capfirst(date_format(month.first, "F Y"))) for month in _months(today)]
    return [*weeks, *months, (OWN, _("Egna datum"))]


def _months(today: date) -> Iterable[Month]:
    month = Month.of(today)
    for _number in range(MONTHS_BACK):
        yield month
        month = month.before
