"""A planner asks: one, those ticked, or all who fit; at once or some at a time."""

import uuid
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from booking.forms.asking import AskForm, FirstChanceForm, WavesForm
from booking.matching import candidates
from booking.models import Asking, Enquiry, Order, Policy
from booking.operations import enquiries, waves, wishes
from booking.operations.refusals import Refused
from booking.templatetags.shifts import by
from booking.views.desk import page
from booking.views.desk.acting import as_read, back_to, done, not_filled_in, order_for, substitute_for
from booking.weeks import local_day
from people import access
from people.models import Substitute
from people.requests import SignedIn


@require_POST
def ask(request: SignedIn, pk: uuid.UUID) -> HttpResponseBase:
    """Ask one, those ticked, or all who fit, at once."""
    order, now = order_for(request, pk, "ask"), timezone.now()
    form = AskForm(request.POST, order=order, terms=Policy.objects.in_force(order.workplace), now=now)
    if not form.is_valid():
        return not_filled_in(request, order, form, place="ask")
    named = form.cleaned_data["substitute"]
    try:
        people = [substitute_for(request, named)] if named else _those(request, order, form.cleaned_data)
        with as_read(request, order):
            asked = enquiries.ask(order, people, by=request.user, at=now, answer_by=form.answer_by())
    except Refused as refusal:
        return page.refused(request, order, refusal, place=str(named) if named else "ask")
    messages.success(request, sent(order, len(asked), at=now))
    return back_to(order)


@require_POST
def ask_in_waves(request: SignedIn, pk: uuid.UUID) -> HttpResponseBase:
    """Ask all who fit, or those ticked, some at a time."""
    order, now = order_for(request, pk, "ask"), timezone.now()
    form = WavesForm(request.POST, terms=Policy.objects.in_force(order.workplace))
    if not form.is_valid():
        return not_filled_in(request, order, form, place="ask")
    said = form.cleaned_data
    chosen = _ticked(request, said["chosen"]) if said["chosen"] else []
    try:
        with as_read(request, order):
            asking = waves.start(order, by=request.user, at=now, chosen=chosen, wave_size=said["size"])
    except Refused as refusal:
        return page.refused(request, order, refusal, place="ask")
    messages.success(request, started(asking, at=now))
    if passed_over := _not_in(asking, chosen):
        words = ngettext(
            "%(n)d av de valda är inte frågad, eftersom omgångar redan pågår.",
            "%(n)d av de valda är inte frågade, eftersom omgångar redan pågår.",
            passed_over,
        )
        messages.warning(request, words % {"n": passed_over})
    return back_to(order)


@require_POST
def give_first_chance(request: SignedIn, pk: uuid.UUID) -> HttpResponseBase:
    """Ask one alone, and let nobody else have the shift until she has had her time."""
    order, now = order_for(request, pk, "ask"), timezone.now()
    form = FirstChanceForm(request.POST, order=order, terms=Policy.objects.in_force(order.workplace), now=now)
    if not form.is_valid():
        return not_filled_in(request, order, form, place="order")
    substitute, until = substitute_for(request, form.cleaned_data["substitute"]), form.answer_by()
    words = _("%(who)s har första chansen till %(when)s.") % {"who": substitute, "when": by(until, local_day(now))}

    def act() -> None:
        wishes.reserve(order, substitute, until=until, by=request.user, at=now)

    return done(request, order, act, words, place=str(substitute.pk))


@require_POST
def let_others_in(request: SignedIn, pk: uuid.UUID) -> HttpResponseBase:
    """The one who was to have the first chance has had it."""
    order, now = order_for(request, pk, "ask"), timezone.now()
    words = _("Nu kan alla få passet. Den som är frågad kan fortfarande svara.")
    return done(request, order, lambda: wishes.let_others_in(order, by=request.user, at=now), words, place="halt")


def _those(request: SignedIn, order: Order, said: Mapping[str, Any]) -> Sequence[Substitute]:
    if said["chosen"]:
        return _ticked(request, said["chosen"])
    fitting = candidates.possible(order, seen_by=request.user)
    return [candidate.substitute for candidate in fitting if candidate.verdict.books_by_itself]


def _ticked(request: SignedIn, keys: Collection[uuid.UUID]) -> list[Substitute]:
    """Those ticked, in the order of the list; each must be one whom she may see."""
    seen = access.scope(request.user, Substitute.objects.select_related("user")).in_bulk(keys)
    if missing := set(keys) - set(seen):
        message = f"substitute not found: {missing}"
        raise Http404(message)
    return [seen[key] for key in dict.fromkeys(keys)]


def sent(order: Order, number: int, *, at: datetime) -> str:
    """That so many have been asked, and when the SMS leaves if it must wait."""
    if not number:
        return _("Alla är redan frågade.")
    words = ngettext("Förfrågan är skickad till %(n)d.", "Förfrågan är skickad till %(n)d.", number) % {"n": number}
    opens = enquiries.opens_at(order, at=at)
    return f"{words} {_leaves(opens, at)}" if opens > at else words


def started(asking: Asking, *, at: datetime) -> str:
    """What became of asking some at a time."""
    if asking.exhausted_at:
        return _("Det finns ingen mer att fråga.")
    if asking.next_wave_at is None:
        return _("Passet börjar så snart att vikarierna rings. Listan står under Ring.")
    if asking.waves == 0:
        return _("Förfrågningarna väntar. %(leaves)s") % {"leaves": _leaves(asking.next_wave_at, at)}
    number = Enquiry.objects.filter(asking=asking).put().count()
    return sent(asking.order, number, at=at)


def _leaves(opens: datetime, at: datetime) -> str:
    return _("Sms går ut %(when)s.") % {"when": by(opens, local_day(at))}


def _not_in(asking: Asking, chosen: Collection[Substitute]) -> int:
    asked = Enquiry.objects.filter(order=asking.order_id, round=asking.round).values_list("substitute", flat=True)
    return len({person.pk for person in chosen} - set(asked))
