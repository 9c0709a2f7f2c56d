"""She says something else of time that she has put in."""

import uuid
from functools import partial
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from booking.forms.availability import AvailabilityForm
from booking.forms.presets import ONCE
from booking.forms.rewording import OnwardForm, RewordingForm
from booking.models import Availability
from booking.operations import rewording, undoing
from booking.operations.said import Outcome
from booking.period import Period
from booking.views.substitute import receipts
from booking.views.substitute.availability import block_of, piece_of, saved
from booking.views.substitute.calendar import week_shown
from booking.views.substitute.foretelling import foretold, spans
from booking.weeks import Week, local_day
from people.models import Substitute
from people.views import kept
from people.views.own import for_substitutes


@for_substitutes
@kept.keeps_typed
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """The form filled with the block, or the part of day `den`; with `alla` the week it recurs in, from that day on."""
    now = timezone.now()
    block = block_of(me, pk)
    piece = piece_of(block, request.GET.get("den", "")) if block and block.order is None else None
    if block is None or piece is None or piece.ends <= now:
        return sent_again(request, me) or week_shown(
            request, me, Week.of(local_day(now)), gone=_("Tiden finns inte kvar")
        )
    form = form_of(request, me, block, piece)
    if request.method != "POST" or not form.is_valid():
        return form_page(request, me, form, block)
    outcome, undoable = undoing.remembered(me, partial(said_otherwise, me, form, block), at=now)
    receipts.done(request, saved(form), undoable)
    receipts.stood(request, outcome.stood)
    return redirect(receipts.address(form.week))


def form_of(request: HttpRequest, me: Substitute, block: Availability, piece: Period) -> RewordingForm:
    """The form that fits what is to be changed."""
    data, now = kept.typed(request), timezone.now()
    if block.pattern and not block.pattern.ended_at and "alla" in request.GET:
        return OnwardForm(data, pattern=block.pattern, block=block, piece=piece, me=me, now=now)
    return RewordingForm(data, block=block, piece=piece, me=me, now=now)


def said_otherwise(me: Substitute, form: RewordingForm, block: Availability) -> Outcome:
    """What the form says, instead of the block."""
    if block.pattern and form.weekly:
        say = partial(rewording.from_a_day_on, block.pattern, form.weekly)
    else:
        say = partial(rewording.of_a_day, me, form.piece, form.periods)
    return say(by=me.user, at=form.now, **form.words)


def sent_again(request: HttpRequest, me: Substitute) -> HttpResponse | None:
    """The same form a second time: the block is gone, and just what the form says stands."""
    form = AvailabilityForm(request.POST, me=me, now=timezone.now())
    if request.method != "POST" or not form.is_valid():
        return None
    since = request.GET.get("den", "")
    periods = [period for period in spans(form) if local_day(period.starts).isoformat() >= since or not form.weekly]
    if not rewording.said_already(me, periods, by=me.user, **form.words):
        return None
    receipts.done(request, saved(form), None)
    return redirect(receipts.address(form.week))


def form_page(request: HttpRequest, me: Substitute, form: RewordingForm, block: Availability) -> HttpResponse:
    """The form as a page, with the choice between this one and all from it on."""
    recurs = bool(block.pattern and not block.pattern.ended_at)
    day = local_day(form.piece.starts)
    shown = form if form.is_bound else trial(form, me)
    context = {
        "form": form,
        "block": block,
        "day": day,
        "recurs": recurs,
        "onward": isinstance(form, OnwardForm),
        "foretold": foretold(shown, me, instead_of=form.piece),
        "foretell": f"{reverse('booking:foretell')}?{urlencode({'tid': block.pk, 'den': day})}",
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "booking/substitute/change.html", context, status=status)


def trial(form: RewordingForm, me: Substitute) -> AvailabilityForm:
    """What the form would lead to if it were sent untouched."""
    return AvailabilityForm({"ofta": ONCE, **form.initial}, me=me, now=form.now)
