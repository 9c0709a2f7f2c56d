"""What the list of worked time can be narrowed to."""

from datetime import datetime, timedelta
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.forms.narrowing import Rows
from booking.forms.places_narrowing import PlacesNarrowing
from booking.weeks import Month, local_day
from booking.worked import states
from booking.worked.states import State
from people.models import User

MONTHS_BACK = 13
"""So many months can be looked at, this one among them: a year, and the same month of the year before."""

ALL = "alla"
OLD = 7
AGES = [(str(days), gettext_lazy("%(n)d dagar")) for days in (3, OLD, 14, 30)]


class WorkedNarrowing(PlacesNarrowing):
    """Shifts that are over; those that somebody must see to, unless she says otherwise."""

    PLACE: ClassVar = "order__"
    SEARCHED: ClassVar = (
        "substitute__user__first_name", "substitute__user__last_name", "substitute__employee_number",
    )  # fmt: skip

    month = forms.ChoiceField(label=gettext_lazy("Löneperiod"), required=False)
    state = forms.ChoiceField(label=gettext_lazy("Läge"), required=False)
    older = forms.ChoiceField(label=gettext_lazy("Slutade för mer än"), required=False)

    field_order = ["month", "area", "workplace", "occupation", "q", "state", "older"]

    def __init__(self, data: QueryDict, *, user: User, now: datetime) -> None:
        super().__init__(data, user=user, now=now)
        fields: dict[str, Any] = self.fields
        self.months = latest_months(now)
        fields["month"].choices = [("", _("Alla")), *((str(month), in_words(month)) for month in self.months)]
        named = [(state.value, capfirst(state.label)) for state in State]
        fields["state"].choices = [("", _("Väntar")), *named, (ALL, _("Alla"))]
        fields["older"].choices = [("", _("Alla")), *((days, words % {"n": int(days)}) for days, words in AGES)]
        fields["q"].label = _("Vikarie")
        fields["q"].widget.input_type = "search"

    def narrowed(self, rows: Rows) -> Rows:
        """Of the latest months; those that wait, if no state was chosen."""
        back = self.months[-1].span.starts
        rows = super().narrowed(states.with_state(states.over(rows, now=self.now)).filter(starts__gte=back))
        return rows if self.sent.get("state") else rows.filter(state__in=states.NOT_READY)

    def by_month(self, rows: Rows, month: str) -> Rows:
        """Those that began in it."""
        span = Month.named(month).span
        return rows.filter(starts__gte=span.starts, starts__lt=span.ends)

    def by_state(self, rows: Rows, state: str) -> Rows:
        """Those that have come so far."""
        return rows if state == ALL else rows.filter(state=state)

    def by_older(self, rows: Rows, days: str) -> Rows:
        """Those that ended more than so many days ago."""
        return rows.filter(ends__lte=self.now - timedelta(days=int(days)))

    def quick(self) -> list[tuple[str, object, bool]]:
        """What she most often looks for: the query of each, its name, and whether it is the one in force."""
        now = self.sent.get("state", ""), self.sent.get("older", "")
        old = _("Ingen har sagt något på %(n)d dagar") % {"n": OLD}
        ways = [
            ("", "", _("Väntar")),
            (State.UNTOUCHED.value, str(OLD), old),
            (State.CONFIRMED.value, "", capfirst(State.CONFIRMED.label)),
            (State.OTHERWISE.value, "", capfirst(State.OTHERWISE.label)),
            (State.DISPUTED.value, "", capfirst(State.DISPUTED.label)),
            (ALL, "", _("Alla")),
        ]
        return [(self.query(state=state, older=older), name, (state, older) == now) for state, older, name in ways]


def latest_months(now: datetime) -> list[Month]:
    """This one first."""
    months = [Month.of(local_day(now))]
    while len(months) < MONTHS_BACK:
        months.append(months[-1].before)
    return months


def in_words(month: Month) -> str:
    """Maj 2026"""
    return capfirst(date_format(month.first, "F Y"))
