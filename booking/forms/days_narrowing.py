"""Days that a list is narrowed to: from and to, or a choice that means another day tomorrow."""

from datetime import date, datetime, timedelta
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.forms.narrowing import Narrowing, Rows
from booking.period import whole_day
from booking.weeks import YEARS, Week, local_day
from people.models import User

TODAY, TOMORROW, THIS_WEEK, NEXT_WEEK, ALL = "idag", "imorgon", "vecka", "nasta", "alla"
TWO_DAYS = timedelta(days=2)
"""Longer than any shift lasts: what begins is looked up by an index, what ends is not."""

WHEN = [
    (TODAY, gettext_lazy("I dag")),
    (TOMORROW, gettext_lazy("I morgon")),
    (THIS_WEEK, gettext_lazy("Den här veckan")),
    (NEXT_WEEK, gettext_lazy("Nästa vecka")),
    (ALL, gettext_lazy("Alla dagar")),
]


class DayField(forms.DateField):
    """A day, by the browser's own calendar."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 (Django's)
        super().__init__(widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), required=False, **given)

    def bound_data(self, data: Any, initial: Any) -> Any:  # noqa: ANN401 (Django's)
        """What it means that nothing was said is shown, so that it can be taken away."""
        return initial if data is None else super().bound_data(data, initial)

    def clean(self, value: Any) -> date | None:  # noqa: ANN401 (Django's)
        """One of a calendar that somebody could plan by."""
        day = super().clean(value)
        if day and day.year not in YEARS:
            raise ValidationError(_("Välj ett datum som ligger närmare."))
        return day


class DaysNarrowing(Narrowing):
    """From today unless she says otherwise, since what is over is seldom looked for.

    `first` that is given and empty means every day, as does `alla`.
    """

    HIDDEN: ClassVar = ("sort",)
    CARRIED: ClassVar = ("when", "sort")

    when = forms.ChoiceField(label=gettext_lazy("När"), choices=WHEN, required=False)
    first = DayField(label=gettext_lazy("Från och med"))
    last = DayField(label=gettext_lazy("Till och med"))

    def __init__(self, data: QueryDict, *, user: User, now: datetime) -> None:
        """A first day that is today is the same as none, so that it is not there tomorrow."""
        self.today = local_day(now)
        data = data.copy()
        days = [data.get(name, "") for name in ("first", "last")]
        if "first" in data and not any(days) and not data.get("when"):
            data["when"] = ALL
        elif any(days):
            data.pop("when", None)
        if days[0] == self.today.isoformat():
            data.pop("first")
        self.since_today = not data.get("when") and "first" not in data
        super().__init__(data, user=user, now=now)
        if self.since_today:
            self.fields["first"].initial = self.today

    def clean(self) -> dict[str, Any]:
        """Days in their order."""
        data: dict[str, Any] = super().clean() or {}
        first = self.today if self.since_today else data.get("first")
        if first and data.get("last") and data["last"] < first:
            self.add_error("last", _("Till och med ligger före från och med."))
        return data

    def narrowed(self, rows: Rows) -> Rows:
        """From today, if no day was chosen."""
        rows = super().narrowed(rows)
        return self.by_first(rows, self.today) if self.since_today else rows

    def by_when(self, rows: Rows, when: str) -> Rows:
        """The days that it means now."""
        if when == ALL:
            return rows
        week = Week.of(self.today)
        tomorrow = self.today + timedelta(days=1)
        first, last = {
            TODAY: (self.today, self.today),
            TOMORROW: (tomorrow, tomorrow),
            THIS_WEEK: (week.monday, week.sunday),
            NEXT_WEEK: (week.after.monday, week.after.sunday),
        }[when]
        return self.by_last(self.by_first(rows, first), last)

    def by_first(self, rows: Rows, day: date) -> Rows:
        """Those that have not ended when the day begins; what began two days before it is not looked at."""
        begins = whole_day(day).starts
        return rows.filter(ends__gt=begins, starts__gt=begins - TWO_DAYS)

    def by_last(self, rows: Rows, day: date) -> Rows:
        """Those that begin before the day is over."""
        return rows.filter(starts__lt=whole_day(day).ends)

    def in_words(self, name: str, value: str) -> str:
        """Från och med: 13 maj 2026"""
        if name in {"first", "last"} and (day := self.cleaned_data.get(name)):
            return _("%(label)s: %(value)s") % {"label": self.fields[name].label, "value": date_format(day, "j F Y")}
        return super().in_words(name, value) if name != "when" else str(dict(WHEN).get(value, value))

    def quick(self) -> list[tuple[str, object, bool]]:
        """The choices of days: the query of each, its name, and whether it is the one in force."""
        chosen = self.sent.get("when", "")
        now = [("", _("Från i dag"), self.since_today and not self.sent.get("last"))]
        rest = [(value, name, value == chosen) for value, name in WHEN]
        return [(self.query(when=value, first="", last=""), name, current) for value, name, current in [*now, *rest]]
