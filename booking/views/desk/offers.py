"""What a planner can do to fill an open order, as its page shows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from booking import offering
from booking.calendar_days import red_days
from booking.forms.asking import AskForm, WavesForm
from booking.matching import phoning
from booking.models import Advert, Asking, Booking, Call, Order, Policy
from booking.offering import OfferTerms
from booking.offering_in_words import hindrance_sentence
from booking.policy_words import length
from booking.views.desk import progress, sections
from booking.views.desk.sections import Found, Wanted
from booking.weeks import local_day
from people import access
from people.models import User

ON_THE_PHONE_LIST = 20
"""So many are listed to be called; the others stand among the candidates below."""

RING = "ring"
LONG = 25
"""With more candidates than this, one is looked for by her name."""


@dataclass(frozen=True, slots=True)
class Direct:
    """Whether somebody can be booked without being asked: why the policy says no, and who has put in time."""

    hindrances: list[str]
    anybody: bool

    @property
    def possible(self) -> bool:
        """Whether the button is worth pressing."""
        return self.anybody and not self.hindrances


def of(order: Order, user: User, *, wanted: Wanted, typed: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    """Candidates, ways to ask, the phone list, direct booking, and how far it has come."""
    found = sections.of(order, seen_by=user, now=now, wanted=wanted)
    terms = Policy.objects.in_force(order.workplace)
    phone_first = offering.to_be_phoned(now, order.starts, terms)
    to_call = phoning.of(order, found.possible)
    asked_for = wanted.anchor == RING or "outcome" in typed
    is_called = phone_first or asked_for or any(row.call for row in to_call)
    shown: dict[str, Any] = {
        "sections": found.sections,
        "wanted": wanted,
        "is_long": found.total > LONG or bool(wanted.name),
        "askable": found.askable,
        "progress": progress.of(order, left=found.askable, now=now),
        "advert": Advert.objects.filter(order=order, closed_at=None).first(),
        "to_call": to_call[:ON_THE_PHONE_LIST] if is_called else [],
        "all_to_call": len(to_call),
        "outcomes": Call.Outcome.choices,
        "phone_first": phone_first,
        "again": last_holder(order, user),
    }
    if order.starts > now and not order.stopped_at:
        shown |= _asking(order, terms, typed, phone_first=phone_first, now=now)
        shown["direct"] = _direct(order, terms, found, now=now)
    return shown


def last_holder(order: Order, user: User) -> Booking | None:
    """The booking that was the last to end, if the planner may see whose it was."""
    if order.round == 1:
        return None  # each that ends begins a new one
    ended = Booking.objects.with_places().filter(order=order).exclude(ended_at=None)
    last = ended.order_by("-ended_at", "-pk").first()
    return last if last and access.can(user, "view", last.substitute) else None


def why_not_directly(order: Order, terms: OfferTerms, *, now: datetime) -> list[str]:
    """Every reason of the policy's why nobody at all may be booked directly, in words."""
    red = red_days(local_day(order.starts).year)
    hindrances = offering.why_not_direct(order.period, now=now, terms=terms, red_days=red, booked=())
    return [hindrance_sentence(hindrance) for hindrance in hindrances]


def _asking(
    order: Order, terms: OfferTerms, typed: Mapping[str, Any], *, phone_first: bool, now: datetime
) -> dict[str, Any]:
    """Some at a time, unless that is under way, or the shift is so near that all are asked at once or called."""
    running = Asking.objects.running().filter(order=order).exists()
    said = {name: typed[name] for name in ("minutes", "size") if name in typed}
    in_waves = not running and not phone_first
    return {
        "ask_form": AskForm(initial=said, order=order, terms=terms, now=now),
        "waves_form": WavesForm(initial=said, terms=terms) if in_waves else None,
        "wave_wait": length(offering.wave_wait(now, order.starts, terms)) if in_waves else "",
    }


def _direct(order: Order, terms: OfferTerms, found: Found, *, now: datetime) -> Direct:
    anybody = any(candidate.merits.has_time for candidate in found.fitting)
    return Direct(why_not_directly(order, terms, now=now), anybody)
