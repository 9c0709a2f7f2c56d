"""An order's page: everything about one seat, and what was refused beside where it was asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.forms.desk import AskForm, CancelForm, EndForm
from booking.matching import candidates
from booking.matching.candidates import Group
from booking.models import Advert, Booking, Order
from booking.operations.refusals import Refused
from booking.templatetags.shifts import exact
from booking.views.desk import chips, story
from people import access
from people.models import User
from people.requests import SignedIn
from portal.templatetags.times import day

GROUPS = {
    Group.FITS: ("passar", gettext_lazy("Passar")),
    Group.ALMOST: ("nastan", gettext_lazy("Nästan")),
    Group.CANNOT: ("nej", gettext_lazy("Passar inte")),
}
AT_FIRST = {Group.FITS: 20, Group.ALMOST: 5, Group.CANNOT: 5}
"""How many of a group are shown before the rest is unfolded."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was not done: the sentences, where on the page it was asked, and what was typed there."""

    reasons: Sequence[str]
    place: str
    typed: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Section:
    """One of the three groups of candidates."""

    anchor: str
    name: str
    first: list[chips.Row]
    rest: list[chips.Row]

    def __len__(self) -> int:
        return len(self.first) + len(self.rest)


def show(request: SignedIn, order: Order, *, refusal: Refusal | None = None) -> HttpResponse:
    """The order as it stands now."""
    now = timezone.now()
    context = _frame(order) | _what_can_be_done(order, request.user, refusal, now=now)
    context |= {"order": order, "now": now, "refusal": refusal, "story": story.of(order, seen_by=request.user)}
    context["refused_at_top"] = refusal is not None and refusal.place not in _places(context)
    return render(request, "booking/desk/order.html", context, status=409 if refusal else 200)


def refused(request: SignedIn, order: Order, refusal: Refused, *, place: str) -> HttpResponse:
    """The page again, read afresh, with why it was not done and everything that was typed."""
    order = Order.objects.for_a_list().select_related("placed_by").get(pk=order.pk)
    return show(request, order, refusal=Refusal(refusal.reasons, place, request.POST))


def _frame(order: Order) -> dict[str, Any]:
    title = f"{capfirst(day(order.starts))} {exact(order.period)}"
    orders = {"url": reverse("order:index"), "label": capfirst(Order._meta.verbose_name_plural)}
    home = {"url": reverse("wagtailadmin_home"), "label": _("Tavlan")}
    return {
        "breadcrumbs_items": [home, orders, {"url": "", "label": title}],
        "header_icon": "clipboard-list",
    }


def _what_can_be_done(order: Order, user: User, refusal: Refusal | None, *, now: datetime) -> dict[str, Any]:
    booking = Booking.objects.occupying().with_places().select_related("booked_by").filter(order=order).first()
    done: dict[str, Any] = {"booking": booking}
    if not access.can(user, "book", order):
        return done
    typed = refusal.typed if refusal else {}
    if order.status in {Order.Status.OPEN, Order.Status.BOOKED}:
        # The booking that stands on the page now is one that she has seen.
        seen = {"seen_booking": booking and booking.pk, "note": typed.get("note", "")}
        done["cancel_form"] = CancelForm(initial=seen)
    if booking:
        said = {name: typed[name] for name in ("reason", "note") if name in typed}
        done["end_form"] = EndForm(initial={"booking": booking.pk} | said)
    if order.status == Order.Status.OPEN and order.ends > now:
        done |= _offers(order, user, now=now)
    return done


def _offers(order: Order, user: User, *, now: datetime) -> dict[str, Any]:
    found = candidates.of(order, seen_by=user)
    # Ranked through the groups, so that the numbers run on down the page.
    in_order = [candidate for group in Group for candidate in candidates.in_group(found, group)]
    rows = chips.rows(order, in_order, now=now)
    sections = [_section(group, rows) for group in Group]
    return {
        "sections": sections,
        "askable": sum(row.may_be_asked for row in [*sections[0].first, *sections[0].rest]),
        "ask_form": AskForm(order=order, now=now) if order.starts > now else None,
        "advert": Advert.objects.filter(order=order, closed_at=None).first(),
    }


def _section(group: Group, every: list[chips.Row]) -> Section:
    anchor, name = GROUPS[group]
    rows = [row for row in every if row.candidate.group is group]
    return Section(anchor, str(name), rows[: AT_FIRST[group]], rows[AT_FIRST[group] :])


def _places(context: Mapping[str, Any]) -> set[str]:
    """Where on this page a refusal can be shown beside what was asked."""
    forms = {"cancel": "cancel_form", "end": "end_form", "ask": "sections", "advert": "sections"}
    rows = [row for section in context.get("sections", ()) for row in section.first]
    return {place for place, part in forms.items() if context.get(part)} | {
        str(row.candidate.substitute.pk) for row in rows
    }
