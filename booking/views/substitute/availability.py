"""The time that she puts in, and takes away again."""

import uuid
from datetime import timedelta
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from booking import agenda
from booking.entries import in_her_words
from booking.forms.availability import WEEKDAYS, AvailabilityForm
from booking.forms.copying import copy_offer
from booking.forms.last_time import offered
from booking.models import Availability
from booking.operations import availability, patterns, undoing
from booking.period import Period
from booking.views.substitute import receipts
from booking.views.substitute.calendar import week_shown
from booking.views.substitute.foretelling import foretold, often
from booking.weeks import Week, local_day
from people import access
from people.models import Substitute
from people.views import kept
from people.views.own import for_substitutes
from portal.templatetags.times import day


@for_substitutes
@kept.keeps_typed
@require_http_methods(["GET", "HEAD", "POST"])
def put_in(request: HttpRequest, me: Substitute) -> HttpResponse:
    """The form on a page of its own; what it does not take is told at the field, with status 422."""
    now, typed = timezone.now(), kept.typed(request)
    if typed is None:
        form = offered(me, now=now, week=request.GET.get("vecka", ""), days=request.GET.getlist("dag"))
        return form_page(request, me, form)
    form = AvailabilityForm(typed, me=me, now=now)
    if request.method != "POST" or not form.is_valid():
        return form_page(request, me, form)
    say = partial(patterns.lay_out, me, form.weekly) if form.weekly else partial(availability.put_in, me, form.periods)
    act = partial(say, by=me.user, at=now, **form.words)
    outcome, change = undoing.remembered(me, act, at=now)
    receipts.done(request, saved(form), change)
    receipts.stood(request, outcome.stood)
    return redirect(receipts.address(form.week))


@for_substitutes
@require_POST
def foretell(request: HttpRequest, me: Substitute) -> HttpResponse:
    """What the form leads to as it stands, above Spara; `?tid=&den=` is what it takes the place of."""
    form = AvailabilityForm(request.POST, me=me, now=timezone.now())
    block = block_of(me, key) if (key := key_named(request.GET.get("tid", ""))) else None
    instead_of = piece_of(block, request.GET.get("den", "")) if block else None
    told = foretold(form, me, instead_of=instead_of)
    return render(request, "booking/substitute/partials/foretold.html", {"foretold": told})


@for_substitutes
@require_POST
def take_away(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """All of a block, or `dag` of it; with `alla` also what a week lays out after it."""
    block, now = block_of(me, pk), timezone.now()
    piece = piece_of(block, request.POST.get("dag", "")) if block else None
    if block is None or piece is None:
        return week_shown(request, me, Week.of(local_day(now)), gone=_("Tiden finns inte kvar"))
    first = local_day(piece.starts)
    if block.pattern and "alla" in request.POST:
        act = partial(patterns.end, block.pattern, first - timedelta(days=1), by=me.user, at=now)
        done = _("Borttaget från och med %(day)s.")
    else:
        act = partial(availability.take_away, me, piece, by=me.user, at=now, order=block.order)
        done = _("Borttaget: %(day)s.")
    stood, change = undoing.remembered(me, act, at=now)
    if change or not stood:
        receipts.done(request, done % {"day": day(piece.starts)}, change)
    receipts.stood(request, stood)
    return redirect(receipts.address(Week.of(first)))


def saved(form: AvailabilityForm) -> str:
    """What was put in, in a sentence."""
    said = in_her_words(form.kind)
    if form.weekly is None:
        return _("Sparat. %(said)s: %(days)s.") % {
            "said": said,
            "days": ", ".join(day(period.starts) for period in form.periods),
        }
    return _("Sparat. %(said)s %(often)s: %(days)s.") % {
        "said": said,
        "often": often(form),
        "days": ", ".join(str(name) for number, name in WEEKDAYS if int(number) - 1 in form.weekly.weekdays),
    }


def block_of(me: Substitute, pk: uuid.UUID) -> Availability | None:
    """A block of hers that she may change, if it is there."""
    blocks = (
        Availability.objects.filter(substitute=me).select_related("order", "pattern").prefetch_related("workplaces")
    )
    return access.scope(me.user, blocks, "change").filter(pk=pk).first()


def key_named(name: str) -> uuid.UUID | None:
    """The key, if it is one."""
    try:
        return uuid.UUID(name)
    except ValueError:
        return None


def piece_of(block: Availability, named: str) -> Period | None:
    """What of the block belongs to the day that is named; all of it if none is."""
    if not named:
        return block.period
    pieces = agenda.day_by_day(block.period)
    return next((piece for piece in pieces if local_day(piece.starts).isoformat() == named), None)


def form_page(request: HttpRequest, me: Substitute, form: AvailabilityForm) -> HttpResponse:
    """The form as a page, with the latest week that could be copied instead."""
    asked = form if form.is_bound else AvailabilityForm(form.initial, me=me, now=form.now)
    context = {
        "form": form,
        "copy": copy_offer(me, Week.of(local_day(form.now)).after),
        "foretold": foretold(asked, me),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "booking/substitute/availability.html", context, status=status)
