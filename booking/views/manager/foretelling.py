"""What an order comes to, in a sentence, and what happens to it: before it is placed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from booking import explaining
from booking.calendar_days import red_days
from booking.forms.ordering import ManagerOrderForm
from booking.models import Policy
from booking.offering import OfferTerms, asking_opens, to_be_phoned
from booking.period import NoSuchTime, Period, TimeTwice, local_span
from booking.templatetags.shifts import exact, listed
from booking.weeks import local_day
from people.models import Workplace
from portal.templatetags.times import day as in_words

FEW = 3
"""Days that a sentence can hold."""


@dataclass(frozen=True, slots=True)
class Foretold:
    """What is about to be ordered; nothing while day and times are not chosen."""

    sentence: str = ""
    fault: str = ""
    proposal: datetime | None = None
    notes: list[str] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    to_be_phoned: bool = False
    by_portal: bool = False
    opens: datetime | None = None


def of(form: ManagerOrderForm) -> Foretold:
    """Of the form as it is filled in now; one query for the policy."""
    form.is_valid()  # one whose typed text was kept over an expired session has not been asked yet
    spans, chosen = _spans(form), _chosen(form)
    if not spans:
        return Foretold()
    fault = " ".join(str(one) for one in form["starts"].errors)
    said = Foretold(_sentence(spans, chosen["seats"], form.now), fault, form.proposal, _red(spans))
    place = chosen["workplace"]
    if fault or not isinstance(place, Workplace):
        return said
    return _followed(said, spans[0], Policy.objects.in_force(place), chosen, form.now)


def _followed(said: Foretold, shift: Period, terms: OfferTerms, chosen: dict[str, Any], now: datetime) -> Foretold:
    steps = explaining.of_a_shift(shift, now=now, terms=terms, direct=bool(chosen["allow_direct"]))
    opens = asking_opens(now, shift.starts, terms)
    return Foretold(
        said.sentence,
        notes=said.notes,
        steps=steps,
        to_be_phoned=to_be_phoned(now, shift.starts, terms),
        by_portal=bool(chosen["allow_direct"]),
        opens=opens if opens > now else None,
    )


def _spans(form: ManagerOrderForm) -> list[Period]:
    if form.is_bound:
        return [Period(*span) for span in form.spans if span[0] < span[1]]
    first = form.initial
    if not (first.get("starts") and first.get("ends")):
        return []
    day = first["day"] or date.fromisoformat(first["near"])
    try:
        return [local_span(day, first["starts"], first["ends"])]
    except (NoSuchTime, TimeTwice):
        return []


def _chosen(form: ManagerOrderForm) -> dict[str, Any]:
    said = form.cleaned_data if form.is_bound else form.initial
    usual = {"workplace": form.place, "seats": 1, "allow_direct": False}
    return {name: said.get(name) or value for name, value in usual.items()}


def _sentence(spans: Sequence[Period], seats: int, now: datetime) -> str:
    """2 vikarier i dag 07.00–16.00"""
    who = ngettext("%(n)d vikarie", "%(n)d vikarier", seats) % {"n": seats}
    today = local_day(now)
    days = [_day(local_day(span.starts), today) for span in spans]
    when = listed(days) if len(days) <= FEW else ngettext("%(n)d dag", "%(n)d dagar", len(days)) % {"n": len(days)}
    return _("%(who)s %(when)s %(span)s") % {"who": who, "when": when, "span": exact(spans[0])}


def _day(day: date, today: date) -> str:
    near = {0: _("i dag"), 1: _("i morgon")}
    return near.get((day - today).days) or in_words(day)


def _red(spans: Sequence[Period]) -> list[str]:
    return list(_red_days({local_day(span.starts) for span in spans}))


def _red_days(days: set[date]) -> Iterator[str]:
    for day in sorted(days):
        if name := red_days(day.year).get(day):
            yield _("%(day)s är röd dag: %(name)s.") % {"day": capfirst(in_words(day)), "name": name}
