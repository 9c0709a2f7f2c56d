"""An order's page: everything about one seat, and what was refused beside where it was asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from booking import inconvenient
from booking.calendar_days import kind_of
from booking.forms.desk import CancelForm, EndForm, ReturnForm
from booking.forms.shortening import ShortenForm
from booking.matching import moves
from booking.matching.board import with_state
from booking.models import Booking, Order, WorkedTime
from booking.operations import seeing
from booking.operations.refusals import Refused
from booking.operations.seeing import Overtaken
from booking.templatetags.shifts import exact
from booking.views.desk import assistant_ahead, fresh, listed, offers, story, why
from booking.views.desk.hours import of_classes
from booking.views.desk.sections import Wanted
from messaging import carriers, heartbeats
from people import access, looking
from people.models import User
from people.requests import SignedIn
from portal.templatetags.times import day

LIVE = {Order.Status.OPEN, Order.Status.BOOKED}
PLACES = {
    "cancel": "cancel_form",
    "return": "return_form",
    "end": "end_form",
    "shorten": "shorten_form",
    "attendance": "has_begun",
    "ask": "ask_form",
    "direct": "direct",
    "advert": "sections",
    "halt": "may_halt",
    "rebook": "again",
}
"""Where on the page a refusal can stand, and what of the page must be there for it."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was not done: the sentences, where on the page it was asked, and what was typed there."""

    reasons: Sequence[str]
    place: str
    typed: Mapping[str, Any] = field(default_factory=dict)

    @property
    def ticked(self) -> list[str]:
        """Those ticked in the list of candidates."""
        return self.typed.getlist("chosen") if hasattr(self.typed, "getlist") else []


def show(request: SignedIn, order: Order, *, refusal: Refusal | None = None) -> HttpResponseBase:
    """The order as it stands now; nothing of it to a page that has it already."""
    now = timezone.now()
    version = fresh.version(*moves.of(order), now=now)
    if refusal:
        return _shown(request, order, refusal, version=version, now=now)
    return fresh.unless_unchanged(request, version, lambda: _shown(request, order, None, version=version, now=now))


def _shown(request: SignedIn, order: Order, refusal: Refusal | None, *, version: str, now: datetime) -> HttpResponse:
    context = _frame(order) | _what_can_be_done(order, request.user, refusal, wanted=Wanted.by(request.GET), now=now)
    looking.note_listed(listed.of_an_order(context), by=request.user, at=now)
    context |= {"order": order, "now": now, "refusal": refusal, "story": story.latest(order, seen_by=request.user)}
    context["state"] = with_state(Order.objects.filter(pk=order.pk), now=now).get()
    context |= why.of(order, request.user)
    context |= {
        "version": version,
        "seen": seeing.mark_of(order, context["booking"]),
        "address": _address(request, order),
    }
    context["ob"] = of_classes(inconvenient.hours_of(order.period, timedelta(minutes=order.break_minutes), kind_of))
    # Something may be sent of it: whoever is asked, or has the shift, is told by a queue that must move.
    if order.status in LIVE and order.ends > now:
        context |= {"standstill": heartbeats.standing_still(now=now), "trouble": carriers.trouble()}
    context["refused_at_top"] = refusal is not None and refusal.place not in _places(context)
    return render(request, "booking/desk/order.html", context, status=409 if refusal else 200)


def refused(request: SignedIn, order: Order, refusal: Refused, *, place: str) -> HttpResponseBase:
    """The page again, read afresh, with why it was not done and everything that was typed."""
    order = Order.objects.for_a_list().with_policies().select_related("placed_by").get(pk=order.pk)
    return show(request, order, refusal=Refusal(reasons_of(refusal, order, request.user), place, request.POST))


def reasons_of(refusal: Refused, order: Order, reader: User) -> Sequence[str]:
    """Why it was not done; of what somebody else did meanwhile, who did what and when."""
    happened = story.in_sentences(order, refusal.happened, seen_by=reader) if isinstance(refusal, Overtaken) else []
    return [*happened, _("Kontrollera och försök igen.")] if happened else refusal.reasons


def _address(request: SignedIn, order: Order) -> str:
    """Of the page as it is looked at: also when what was sent from it was refused."""
    page = reverse("order:inspect", args=[order.pk])
    return request.get_full_path() if request.path == page else page


def _frame(order: Order) -> dict[str, Any]:
    title = f"{capfirst(day(order.starts))} {exact(order.period)}"
    orders = {"url": reverse("order:index"), "label": capfirst(Order._meta.verbose_name_plural)}
    home = {"url": reverse("wagtailadmin_home"), "label": _("Tavlan")}
    return {
        "breadcrumbs_items": [home, orders, {"url": "", "label": title}],
        "header_icon": "clipboard-list",
    }


def _what_can_be_done(
    order: Order, user: User, refusal: Refusal | None, *, wanted: Wanted, now: datetime
) -> dict[str, Any]:
    booking = Booking.objects.occupying().with_places().select_related("booked_by", "attested_by")
    held = booking.filter(order=order).first()
    done: dict[str, Any] = {"booking": held}
    if not access.can(user, "book", order):
        return done
    typed = refusal.typed if refusal else {}
    if order.status in LIVE:
        done |= _to_the_order(order, held, typed, now=now)
    if held:
        done |= _to_the_booking(held, refusal, now=now)
    if order.status == Order.Status.OPEN and order.returned_at:
        done["again"] = offers.last_holder(order, user)
    elif order.status == Order.Status.OPEN and order.ends > now:
        done["assistant"] = assistant_ahead.words(order, now=now)
        done |= offers.of(order, user, wanted=wanted, typed=typed, now=now)
    return done


def _to_the_order(order: Order, held: Booking | None, typed: Mapping[str, Any], *, now: datetime) -> dict[str, Any]:
    # The booking that stands on the page now is one that she has seen.
    seen = {"seen_booking": held and held.pk}
    ahead = order.ends > now
    return {
        "cancel_form": CancelForm(auto_id="cancel_%s", initial=seen | {"note": typed.get("note", "")}),
        "return_form": _return_form(seen, typed) if ahead and order.returned_at is None else None,
        "may_halt": order.status == Order.Status.OPEN and ahead,
        "may_change": ahead,
    }


def _return_form(seen: Mapping[str, Any], typed: Mapping[str, Any]) -> ReturnForm:
    return ReturnForm(auto_id="return_%s", initial={**seen, "reason": typed.get("reason", "")})


def _to_the_booking(held: Booking, refusal: Refusal | None, *, now: datetime) -> dict[str, Any]:
    typed = refusal.typed if refusal else {}
    said = {name: typed[name] for name in ("reason", "note") if name in typed}
    done: dict[str, Any] = {"has_begun": held.starts <= now, "is_over": held.ends <= now}
    if done["is_over"]:
        done["said"] = WorkedTime.objects.latest_of(held)
    if held.ends > now:
        done["end_form"] = EndForm(auto_id="end_%s", initial={"booking": held.pk} | said)
    if held.starts <= now and not held.attested_at:
        asked = refusal is not None and refusal.place == "shorten"
        done["shorten_form"] = ShortenForm(typed if asked else None, booking=held)
    return done


def _places(context: Mapping[str, Any]) -> set[str]:
    """Where on this page a refusal can be shown beside what was asked."""
    rows = [row for section in context.get("sections", ()) for row in section.rows]
    return (
        {place for place, part in PLACES.items() if context.get(part)}
        | {str(row.candidate.substitute.pk) for row in rows}
        | {f"ring-{row.candidate.substitute.pk}" for row in context.get("to_call", ())}
    )
