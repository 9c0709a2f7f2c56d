"""A substitute puts in time for some days of a week."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.forms.boundfield import BoundField, BoundWidget
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.forms import resource_time
from booking.forms.presets import HOURS, KINDS, ONCE, OWN, TIMES, Choice
from booking.forms.recurring import PlaceAndKindFields, RecurringFields
from booking.forms.wall_clock import clock_field
from booking.period import NoSuchTime, Period, TimeTwice, Weekly, local
from booking.weeks import Week, local_day
from people.models import Substitute
from portal.templatetags.times import clock, day

WEEKS_AHEAD = 26
A_WEEK = timedelta(weeks=1)
WEEKDAYS = [
    ("1", gettext_lazy("måndag")),
    ("2", gettext_lazy("tisdag")),
    ("3", gettext_lazy("onsdag")),
    ("4", gettext_lazy("torsdag")),
    ("5", gettext_lazy("fredag")),
    ("6", gettext_lazy("lördag")),
    ("7", gettext_lazy("söndag")),
]


class AvailabilityForm(RecurringFields, PlaceAndKindFields):
    """Which days of which week, from when to when, how often, where, and what the time may be used for."""

    vecka = forms.ChoiceField(
        label=gettext_lazy("Vilken vecka?"), error_messages={"invalid_choice": gettext_lazy("Välj en vecka i listan.")}
    )
    dag = forms.MultipleChoiceField(
        label=gettext_lazy("Vilka dagar?"),
        choices=WEEKDAYS,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Välj minst en dag.")},
    )
    tid = forms.ChoiceField(
        label=gettext_lazy("Vilken tid?"),
        choices=[(choice.value, choice.title) for choice in TIMES],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Välj en tid.")},
    )
    fran = clock_field(label=gettext_lazy("Från"), required=False)
    till = clock_field(label=gettext_lazy("Till"), required=False)

    def __init__(self, *args: Any, me: Substitute, now: datetime, **kwargs: Any) -> None:  # noqa: ANN401 (Django's)
        """`now` decides which weeks there are, and what is past."""
        super().__init__(*args, me=me, now=now, **kwargs)
        self.now = now
        self.hours = (time(), time())
        self.periods: list[Period] = []
        self.weekly: Weekly | None = None
        for field in (self.fields["fran"], self.fields["till"]):
            field.widget.attrs["class"] = "input"
        self.fields["vecka"].choices = weeks_to_choose(local_day(now))  # type: ignore[attr-defined]

    def times(self) -> Iterator[tuple[BoundWidget, Choice]]:
        """The times to choose among, each with its control."""
        return zip(self["tid"], TIMES, strict=True)

    def own_hours(self) -> list[BoundField]:
        """From and to, needed only with a time of one's own."""
        return [self["fran"], self["till"]]

    @property
    def week(self) -> Week:
        """The week that was chosen."""
        return Week.named(self.cleaned_data["vecka"])

    def clean(self) -> dict[str, Any]:
        """The spans, one a day, or the week that recurs; what clock or calendar does not allow is told at its field."""
        data: dict[str, Any] = super().clean() or {}
        hours = self._hours(data)
        self.hours = hours or (time(), time())
        if hours and "vecka" in data and "dag" in data:
            if self.every:
                self._recur(data, *hours)
            else:
                self._once(data, *hours)
            self._refuse_too_long()
        return data

    @property
    def first_day(self) -> date:
        """The first day on which it may recur."""
        return max(self.week.monday, local_day(self.now))

    def _once(self, data: Mapping[str, Any], starts: time, ends: time) -> None:
        chosen = [self.week.days[int(number) - 1] for number in data["dag"]]
        self.periods = [period for that_day in chosen if (period := self._period(that_day, starts, ends))]
        self._refuse_the_past()

    def _recur(self, data: Mapping[str, Any], starts: time, ends: time) -> None:
        first, last = self.first_day, data.get("sista")
        days = frozenset(int(number) - 1 for number in data["dag"])
        if last and last < first:
            self.add_error("sista", _("Sista dagen kan inte ligga före veckan som du har valt."))
            return
        self.weekly = Weekly(days, starts, ends, first, last, self.every)
        if last and not any(span.ends > self.now for span in self.weekly.spans(first, last)):
            self.add_error("sista", _("Ingen av dagarna hinner komma till dess."))

    def _refuse_too_long(self) -> None:
        first = self.weekly.spans(self.weekly.first, self.weekly.first + A_WEEK * self.every) if self.weekly else ()
        periods = [*self.periods, *first]
        said = self.shift_minutes if "slag" in self.cleaned_data else None
        if wrong := resource_time.too_long(said, periods):
            self.add_error("langd", wrong)

    def _hours(self, data: Mapping[str, Any]) -> tuple[time, time] | None:
        if data.get("tid") != OWN:
            return HOURS.get(data.get("tid", ""))
        for name in ("fran", "till"):
            if data.get(name) is None and name not in self.errors:
                self.add_error(name, _("Skriv ett klockslag."))
        return None if self.errors.keys() & {"fran", "till"} else (data["fran"], data["till"])

    def _period(self, that_day: date, starts: time, ends: time) -> Period | None:
        last = that_day if ends > starts else that_day + timedelta(days=1)
        first, until = self._moment("fran", that_day, starts), self._moment("till", last, ends)
        return Period(first, until) if first and until else None

    def _moment(self, field: str, that_day: date, at: time) -> datetime | None:
        try:
            return local(that_day, at)
        except NoSuchTime:
            words = _("Klockan ställs om %(day)s och %(clock)s finns inte. Välj före 02.00 eller från 03.00.")
        except TimeTwice:
            words = _("Klockan ställs om %(day)s och %(clock)s kommer två gånger. Välj före 02.00 eller från 03.00.")
        self.add_error(field, words % {"day": day(that_day), "clock": clock(at)})
        return None

    def _refuse_the_past(self) -> None:
        past = [day(period.starts) for period in self.periods if period.ends <= self.now]
        if past:
            self.add_error("dag", _("Tiden har redan varit: %(days)s.") % {"days": ", ".join(past)})


def weeks_to_choose(today: date) -> list[tuple[str, str]]:
    """This week and half a year on, by name."""
    this = Week.of(today)
    return [(str(week), in_words(week)) for week in (this.later(n) for n in range(WEEKS_AHEAD))]


def in_words(week: Week) -> str:
    """Vecka 20, 11–17 maj"""
    one_month = week.monday.month == week.sunday.month
    facts = {
        "number": week.number,
        "first": date_format(week.monday, "j" if one_month else "j F"),
        "last": date_format(week.sunday, "j F"),
    }
    return _("Vecka %(number)s, %(first)s–%(last)s") % facts


def initial(
    today: date, *, week: str = "", days: Collection[str] = (), last: Mapping[str, object] | None = None
) -> dict[str, object]:
    """What the form says before anybody has touched it: next week as the last time, if nothing else is asked for."""
    known = dict(weeks_to_choose(today))
    usual = {"dag": (), "tid": TIMES[0].value, "slag": KINDS[0].value} | dict(last or {})
    asked_for = {"vecka": week if week in known else str(Week.of(today).after), "ofta": ONCE}
    return usual | asked_for | ({"dag": days} if days else {})
