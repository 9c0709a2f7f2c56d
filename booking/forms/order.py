"""A workplace needs somebody: what is asked for, and what a clock and a calendar allow."""

import uuid
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.forms.order_columns import COLUMNS, columns, may_order_for, plans
from booking.forms.wall_clock import clock_field, moment, which_field
from booking.models import Order, Policy
from booking.offering import OfferTerms, earliest_start
from booking.period import NoSuchTime
from booking.policy_words import length
from booking.weeks import local_day
from people.forms.days import day_field
from people.models import User
from portal.templatetags.times import clock
from portal.templatetags.times import day as in_words

USUAL_BREAK, LONGEST_BREAK = 30, 180
FURTHEST = timedelta(days=2 * 366)  # a year too many in a date is a slip of the finger
TO_READ = timedelta(minutes=2)
"""A start that is proposed is still right when it has been read and agreed to."""

NOT_A_BREAK: dict[str, Any] = {
    "required": gettext_lazy("Skriv antalet minuter, 0 om det inte är någon rast."),
    "invalid": gettext_lazy("Skriv bara siffror."),
    "min_value": gettext_lazy("Skriv 0 eller mer."),
    "max_value": gettext_lazy("Skriv högst 180 minuter."),
}


class OrderForm(forms.Form):
    """One seat. It ends the next time that the clock shows the end; the same time as the start is a whole day."""

    day = day_field(label=gettext_lazy("Dag"))
    starts = clock_field(label=gettext_lazy("Börjar"))
    starts_which = which_field(label=gettext_lazy("Klockan kommer två gånger. När börjar passet?"))
    ends = clock_field(label=gettext_lazy("Slutar"))
    ends_which = which_field(label=gettext_lazy("Klockan kommer två gånger. När slutar passet?"))
    break_minutes = forms.IntegerField(
        label=gettext_lazy("Rast, minuter"), min_value=0, max_value=LONGEST_BREAK, error_messages=NOT_A_BREAK
    )
    advertise = forms.BooleanField(
        label=gettext_lazy("Visa i Lediga jobb"),
        required=False,
        initial=True,
        help_text=gettext_lazy("Då kan vikarier anmäla intresse. Bemanningen väljer vem som får passet."),
    )
    command = forms.UUIDField(widget=forms.HiddenInput, required=False)

    field_order = [
        "workplace", "occupation", "competences", "day", "starts", "starts_which", "ends", "ends_which",
        "break_minutes", "reason", "reference", "text", "note", "contact", "advertise", "command",
    ]  # fmt: skip

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        user: User,
        now: datetime,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        """`user` decides the workplaces, and whether the policy's lead binds; `now` what is too late."""
        places = may_order_for(user)
        first: dict[str, Any] = {"command": uuid.uuid4(), "break_minutes": USUAL_BREAK}
        if len(places) == 1:
            first["workplace"] = places[0]
        super().__init__(data, initial=first | dict(initial or {}))
        self.user, self.now, self.places = user, now, list(places)
        self.twice: set[str] = set()
        self.spans: list[tuple[datetime, datetime]] = []
        self.proposal: datetime | None = None
        self.fields |= columns(places)
        self.order_fields(self.field_order)

    def order(self) -> Order:
        """The order, not yet saved."""
        if not self.spans:
            message = "an order is made of a valid form"
            raise ValueError(message)
        starts, ends = self.spans[0]
        return Order(starts=starts, ends=ends, **self.filled())

    def filled(self) -> dict[str, Any]:
        """What is said of the order besides when it is, by column."""
        return {name: self.cleaned_data[name] for name in [*COLUMNS, "break_minutes"] if name != "competences"}

    def terms(self) -> dict[str, Any]:
        """What goes with the order when it is placed: its competences, the key of the form, and how it is offered."""
        chosen = self.cleaned_data
        return {
            "competences": chosen["competences"],
            "command": chosen["command"],
            "advertised": chosen["advertise"],
        }

    def clean_command(self) -> uuid.UUID:
        """A form without its key is a form of its own."""
        return self.cleaned_data["command"] or uuid.uuid4()

    def clean_day(self) -> date:
        """A day that is to come."""
        day: date = self.cleaned_data["day"]
        if fault := self.fault_of(day):
            raise forms.ValidationError(fault)
        return day

    def fault_of(self, day: date) -> str:
        """Why nobody can be ordered for that day; empty if somebody can."""
        today = local_day(self.now)
        if day < today:
            return _("Dagen har varit. Välj en dag som kommer.")
        if day > today + FURTHEST:
            return _("Dagen ligger mer än två år bort. Kontrollera året.")
        return ""

    def clean(self) -> dict[str, Any]:
        """From when to when; what cannot be is told at its own field."""
        data: dict[str, Any] = super().clean() or {}
        if data.keys() >= {"day", "starts", "ends"}:
            hours = data["starts"], data["ends"]
            self.spans = [span for day in self.days() if (span := self._span(day, *hours))]
        if self.spans and (too_soon := self._too_soon(self.spans[0][0])):
            self._tell("starts", too_soon)
        return data

    def days(self) -> list[date]:
        """The days on which a shift starts, the first first."""
        return [self.cleaned_data["day"]]

    def _span(self, day: date, starts: time, ends: time) -> tuple[datetime, datetime] | None:
        first = self._moment("starts", day, starts)
        last = self._moment("ends", day if ends > starts else day + timedelta(days=1), ends)
        return self._checked(first, last) if first and last else None

    def _moment(self, name: str, day: date, at: time) -> datetime | None:
        facts = {"clock": clock(at), "day": date_format(day, "j F")}
        which = self.cleaned_data.get(f"{name}_which", "")
        try:
            found = moment(day, at, which=which, on_twice=lambda: self._ask_which(name))
        except NoSuchTime:
            words = _("Klockan %(clock)s finns inte natten till den %(day)s. Klockan ställs fram.")
            self._tell(name, words % facts)
            return None
        if found is None:
            words = _("Klockan %(clock)s kommer två gånger natten till den %(day)s. Välj vilken gång.")
            self._tell(f"{name}_which", words % facts)
        return found

    def _ask_which(self, name: str) -> None:
        self.twice.add(name)
        self.fields[f"{name}_which"].required = True  # once it is shown, it is to be answered

    def _checked(self, starts: datetime, ends: datetime) -> tuple[datetime, datetime]:
        # In UTC: two moments of the same clock would be compared by what the clock shows.
        starts, ends = starts.astimezone(UTC), ends.astimezone(UTC)
        if ends <= starts:
            self._tell("ends", _("Passet måste sluta efter att det börjar."))
        elif timedelta(minutes=self.cleaned_data.get("break_minutes", 0)) >= ends - starts:
            self._tell("break_minutes", _("Rasten måste vara kortare än passet."))
        return starts, ends

    def _tell(self, name: str, words: str) -> None:
        """Beside the field, once however many days it is true of."""
        if words not in self.errors.get(name, ()):
            self.add_error(name, words)

    def _too_soon(self, starts: datetime) -> str:
        """Why the shift starts too soon, with the nearest right time for the one whom the policy's lead binds."""
        workplace = self.cleaned_data.get("workplace")
        if workplace and not plans(self.user, workplace):
            terms = Policy.objects.in_force(workplace)
            earliest = earliest_start(self.now, terms)
            if starts < earliest or starts <= self.now:
                self._propose(terms)
            if starts < earliest and terms.order_min_lead:
                same_day = local_day(earliest) == local_day(starts)
                when = clock(earliest) if same_day else f"{in_words(earliest)} {clock(earliest)}"
                facts = {"lead": length(terms.order_min_lead), "when": when}
                return _("En beställning läggs minst %(lead)s före passet. Tidigast %(when)s.") % facts
        return _("Passet måste börja senare än nu.") if starts <= self.now else ""

    def _propose(self, terms: OfferTerms) -> None:
        """The nearest start that will do, if the shift is not over by then."""
        soonest = earliest_start(self.now + TO_READ, terms)
        if soonest < self.spans[0][1]:
            self.proposal = soonest
