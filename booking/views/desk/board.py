"""Tavlan: a week and a day of it, and the buttons of Fyll först."""

import uuid
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from booking import offering
from booking.forms.desk import BookForm, in_sentences
from booking.matching import candidates
from booking.models import Order, Policy
from booking.operations import bookings, enquiries, waves
from booking.operations.refusals import Refused
from booking.views.desk import asking, board_page, board_ways, fresh
from booking.views.desk.acting import as_read, order_for, substitute_for
from booking.views.desk.board_page import AT_ONCE, Refusal
from booking.views.desk.page import reasons_of
from booking.weeks import Week, local_day, within_reach
from people import access
from people.requests import SignedIn


@require_safe
def index(request: SignedIn) -> HttpResponseBase:
    """This week."""
    return _week(request, Week.of(local_day(timezone.now())))


@require_safe
def week(request: SignedIn, name: str) -> HttpResponseBase:
    """A week, named as in 2026-20."""
    return _week(request, _or_nothing(board_ways.week_named, name))


@require_safe
def day(request: SignedIn, name: str) -> HttpResponseBase:
    """A day, named as in 2026-05-12."""
    named, now = _or_nothing(lambda said: within_reach(date.fromisoformat(said)), name), timezone.now()
    return _page(request, "day", lambda: board_page.day_of(request, named, now=now), now=now)


@require_POST
def book(request: SignedIn, pk: uuid.UUID) -> HttpResponseBase:
    """Give the order to the one whom the button names."""
    order, now = order_for(request, pk, "book"), timezone.now()
    form = BookForm(request.POST)
    if not form.is_valid():
        return _refused(request, order, in_sentences(form))
    substitute = substitute_for(request, form.cleaned_data["substitute"])

    def act() -> str:
        bookings.book(order, substitute, by=request.user, at=now)
        return _("%(who)s är bokad och får besked.") % {"who": substitute}

    return _done(request, order, act)


@require_POST
def ask(request: SignedIn, pk: uuid.UUID) -> HttpResponseBase:
    """Ask all who fit: some at a time, or at once where there is no time for that."""
    order, now = order_for(request, pk, "ask"), timezone.now()

    def act() -> str:
        if request.POST.get("how") != AT_ONCE:
            return asking.started(waves.start(order, by=request.user, at=now), at=now)
        fitting = candidates.possible(order, seen_by=request.user)
        people = [candidate.substitute for candidate in fitting if candidate.verdict.books_by_itself]
        by_then = offering.answer_by(now, order.starts, Policy.objects.in_force(order.workplace))
        asked = enquiries.ask(order, people, by=request.user, at=now, answer_by=by_then)
        return asking.sent(order, len(asked), at=now)

    return _done(request, order, act)


def _done(request: SignedIn, order: Order, act: Callable[[], str]) -> HttpResponseBase:
    """Do it and say so; or the board again, with why not beside the button."""
    try:
        with as_read(request, order):
            words = act()
    except Refused as refusal:
        return _refused(request, order, reasons_of(refusal, order, request.user))
    to_order = messages.button(reverse("order:inspect", args=[order.pk]), _("Visa passet"))
    messages.success(request, words, buttons=[to_order])
    return redirect(board_ways.back(request))


def _refused(request: SignedIn, order: Order, reasons: Sequence[str]) -> HttpResponse:
    """The same week as it is now."""
    now, named = timezone.now(), request.GET.get("vecka", "")
    week = _or_nothing(board_ways.week_named, named) if named else Week.of(local_day(now))
    refusal = Refusal(order.pk, reasons, str(order.workplace))
    context = board_page.week(request, week, now=now, refusal=refusal)
    return _render(request, "week", context, version="", status=409)


def _week(request: SignedIn, week: Week) -> HttpResponseBase:
    now = timezone.now()
    return _page(request, "week", lambda: board_page.week(request, week, now=now), now=now)


def _page(
    request: SignedIn, name: str, context: Callable[[], dict[str, Any]], *, now: datetime
) -> HttpResponseBase:  # fmt: skip
    """The page, or nothing of it to one that is as it would be."""
    if not access.may(request.user, "order.book"):
        raise Http404
    version = board_page.version(request, now=now)
    return fresh.unless_unchanged(request, version, lambda: _render(request, name, context(), version=version))


def _render(
    request: SignedIn, name: str, context: dict[str, Any], *, version: str, status: int = 200
) -> HttpResponse:  # fmt: skip
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Start")}, {"url": "", "label": _("Tavlan")}]
    context |= {"version": version, "breadcrumbs_items": crumbs, "header_icon": "grid"}
    return render(request, f"booking/desk/board/{name}.html", context, status=status)


def _or_nothing(read: Callable[[str], Any], name: str) -> Any:  # noqa: ANN401 (whatever it reads)
    """What the address names, or 404."""
    try:
        return read(name)
    except ValueError as nothing:
        raise Http404(name) from nothing
