"""Arbetsgivarintyg: by the new rules of the unemployment insurance, by the older ones, or by both."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intyg import imported, worked
from intyg.details import (
    BY_OLD_RULES,
    HOURS_OF_A_MONTH,
    OF_A_MONTH,
    Continued,
    Rules,
    WhyEnded,
    gross_name,
    of_month,
)
from intyg.forms.officers import PayrollForm, amount, money, words
from intyg.worked import Month

NAMES = {
    "absence": gettext_lazy("Frånvaro, timmar"),
    "additional": gettext_lazy("Mertid, timmar"),
    "overtime": gettext_lazy("Övertid, timmar"),
    "gross": gettext_lazy("Lön före skatt, kr"),
    "additions": gettext_lazy("Ob, jour och andra tillägg, kr"),
    "sick_pay": gettext_lazy("Sjuklön, kr"),
}


@dataclass(frozen=True)
class MonthRow:
    """A month in the table: what was worked, and the fields beside it."""

    month: Month
    cells: list[BoundField]


class EmployerForm(PayrollForm):
    """What the a-kassa asks for; what only the older rules ask for stands by itself, month by month."""

    rules = forms.ChoiceField(
        label=gettext_lazy("Vilka regler gäller för a-kassan?"), choices=Rules.choices, initial=Rules.NEW
    )
    end_reason = forms.ChoiceField(
        label=gettext_lazy("Varför anställningen slutade"), choices=WhyEnded.choices, initial=WhyEnded.GOES_ON
    )
    continued = forms.ChoiceField(
        label=gettext_lazy("Erbjuden fortsatt arbete"), choices=Continued.choices, initial=Continued.YES
    )
    continued_extent = words(gettext_lazy("Hur mycket fortsatt arbete"))
    leave = words(gettext_lazy("Tjänstledighet"))
    severance = words(gettext_lazy("Avgångsvederlag"))
    hourly_pay = money(gettext_lazy("Timlön före skatt, kr"), required=False)
    holiday_pay = money(gettext_lazy("Semesterersättning sista månaden, kr"), required=False)

    def extend(self) -> None:
        """A row for each month, of which the bookings tell the hours worked."""
        asked = self.asked
        self.worked = worked.of(asked.substitute, asked.first_day, asked.last_day, now=self.at)
        for month in self.worked.months:
            for what, name in NAMES.items():
                label = f"{name}, {_month(month.first_day)}"
                field = amount(label) if what in HOURS_OF_A_MONTH else money(label, required=False)
                self.fields[of_month(what, month.first_day)] = field

    def known(self) -> dict[str, Decimal]:
        """Pay by the hour and holiday pay of the last month, and what is asked of each month."""
        her, first, last = self.asked.substitute, self.asked.first_day, self.asked.last_day
        months = imported.of_months(her, first, last)
        return months | imported.hourly_pay(her, last) | imported.holiday_pay(her, last)

    def clean(self) -> dict[str, Any]:
        """By the older rules the pay must be there: by the hour, and of each month that was worked."""
        filled = super().clean() or self.cleaned_data
        if self.whole and filled.get("rules") in BY_OLD_RULES:
            if not filled.get("hourly_pay"):
                self.add_error("hourly_pay", _("De äldre reglerna kräver timlönen."))
            for month in self.worked.months:
                name = gross_name(month.first_day)
                if month.hours and name not in self.errors and filled.get(name) is None:
                    facts = {"month": _month(month.first_day)}
                    self.add_error(name, _("De äldre reglerna kräver lönen för %(month)s.") % facts)
        return filled

    def plain(self) -> list[BoundField]:
        """The fields that stand by themselves."""
        return [bound for bound in self if bound.name not in self._monthly()]

    def by_month(self) -> Iterator[MonthRow]:
        """The table."""
        for month in self.worked.months:
            yield MonthRow(month, [self[of_month(what, month.first_day)] for what in OF_A_MONTH])

    def headings(self) -> list[Any]:
        """What stands above the cells."""
        return [NAMES[what] for what in OF_A_MONTH]

    def shows_months(self) -> bool:
        """Whether the table is open: the older rules are chosen, or something in it is wrong."""
        return self["rules"].value() in BY_OLD_RULES or bool(self._monthly() & self.errors.keys())

    def _monthly(self) -> set[str]:
        return {of_month(what, month.first_day) for month in self.worked.months for what in OF_A_MONTH}


def _month(month: date) -> str:
    return date_format(month, "F Y")
