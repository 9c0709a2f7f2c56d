"""A week of hers to copy, and the week to copy it to."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking import agenda
from booking.entries import Entry
from booking.forms.availability import in_words, weeks_to_choose
from booking.models import Availability
from booking.templatetags.shifts import listed, short, shortday
from booking.weeks import Week, local_day, span_of
from people.models import Substitute

WEEKS_BACK = 12


@dataclass(frozen=True, slots=True)
class Source:
    """A week that has something to copy, and what it has: må, on och fr 07–16."""

    week: Week
    words: str


def sources(me: Substitute, before: Week) -> list[Source]:
    """Her weeks before that one that say something, the latest first; one query."""
    first = before.later(-WEEKS_BACK)
    span = span_of(first.monday, before.before.sunday)
    rows = Availability.objects.for_any_order().filter(substitute=me, by_herself=True).touching(span)
    entries = agenda.in_order(agenda.of_availability(rows.order_by("starts")))
    weeks = [(week, list(those)) for week, those in groupby(entries, key=lambda entry: Week.of(entry.day))]
    return [Source(week, summed_up(those)) for week, those in reversed(weeks) if first <= week < before]


def copy_offer(me: Substitute, target: Week) -> Source | None:
    """The latest week before it that says something: what is offered in one tap."""
    return next(iter(sources(me, target)), None)


def summed_up(entries: list[Entry]) -> str:
    """Må, on och fr 07–16; the days alone, if their hours differ."""
    days = listed(list(dict.fromkeys(shortday(entry.day)[:2] for entry in entries)))
    hours = {short(entry.period) for entry in entries}
    return f"{days} {hours.pop()}" if len(hours) == 1 else days


class CopyForm(forms.Form):
    """From which week, to which."""

    kalla = forms.ChoiceField(
        label=gettext_lazy("Från vilken vecka?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Välj en vecka att kopiera från."),
            "invalid_choice": gettext_lazy("Välj en tidigare vecka som har något inlagt."),
        },
    )
    vecka = forms.ChoiceField(
        label=gettext_lazy("Till vilken vecka?"),
        error_messages={"invalid_choice": gettext_lazy("Välj en vecka i listan.")},
    )

    def __init__(self, *args: Any, me: Substitute, now: datetime, target: Week, **kwargs: Any) -> None:  # noqa: ANN401 (Django's)
        """`target` is the week that is offered; what comes before it may be copied."""
        self.sources = sources(me, target)
        kwargs.setdefault("initial", {"vecka": str(target), "kalla": str(self.sources[0].week) if self.sources else ""})
        super().__init__(*args, **kwargs)
        told = [
            (str(one.week), _("%(week)s: %(days)s") % {"week": in_words(one.week), "days": one.words})
            for one in self.sources
        ]
        self.fields["kalla"].choices = told  # type: ignore[attr-defined]
        self.fields["vecka"].choices = weeks_to_choose(local_day(now))  # type: ignore[attr-defined]

    @property
    def source(self) -> Week:
        """The week to copy."""
        return Week.named(self.cleaned_data["kalla"])

    @property
    def target(self) -> Week:
        """The week to fill."""
        return Week.named(self.cleaned_data["vecka"])
