"""The time that she puts in, and takes away again."""

import uuid
from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from booking import agenda
from booking.forms.availability import WEEKDAYS, AvailabilityForm, initial
from booking.models import Availability, Booking
from booking.operations import availability, patterns
from booking.period import Period
from booking.templatetags.shifts import exact
from booking.views.substitute.calendar import week_shown
from booking.weeks import Week, local_day
from people import access
from people.models import Substitute
from people.views.own import for_substitutes
from portal.templatetags.times import day


@for_substitutes
@require_http_methods(["GET", "HEAD", "POST"])
def put_in(request: HttpRequest, me: Substitute) -> HttpResponse:
    """The form on a page of its own; what it does not take is told at the field, with status 422."""
    now = timezone.now()
    today = local_day(now)
    if request.method != "POST":
        chosen = initial(today, week=request.GET.get("vecka", ""), days=request.GET.getlist("dag"))
        return form_page(request, AvailabilityForm(initial=chosen, me=me, now=now))
    form = AvailabilityForm(request.POST, me=me, now=now)
    if not form.is_valid():
        return form_page(request, form, status=422)
    say = partial(patterns.lay_out, me, form.weekly) if form.weekly else partial(availability.put_in, me, form.periods)
    outcome = say(kind=form.kind, workplaces=form.workplaces, by=me.user, at=now)
    messages.success(request, saved(form))
    tell_what_stood(request, outcome.stood)
    return redirect(address(form.week))


@for_substitutes
@require_POST
def take_away(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """All of a block, or `dag` of it; with `alla` also what a week lays out after it."""
    blocks = Availability.objects.filter(substitute=me).select_related("order", "pattern")
    block = access.scope(me.user, blocks, "change").filter(pk=pk).first()
    now = timezone.now()
    piece = piece_of(block, request.POST.get("dag", "")) if block else None
    if block is None or piece is None:
        return week_shown(request, me, Week.of(local_day(now)), gone=True)
    first = local_day(piece.starts)
    if block.pattern and "alla" in request.POST:
        stood = patterns.end(block.pattern, first - timedelta(days=1), by=me.user, at=now)
        done = _("Borttaget från och med %(day)s.")
    else:
        stood = availability.take_away(me, piece, by=me.user, at=now, order=block.order)
        done = _("Borttaget: %(day)s.")
    if not stood:
        messages.success(request, done % {"day": day(piece.starts)})
    tell_what_stood(request, stood)
    return redirect(address(Week.of(first)))


def saved(form: AvailabilityForm) -> str:
    """What was put in, in a sentence."""
    said = agenda.in_her_words(form.kind)
    if form.weekly is None:
        return _("Sparat. %(said)s: %(days)s.") % {
            "said": said,
            "days": ", ".join(day(period.starts) for period in form.periods),
        }
    return _("Sparat. %(said)s %(often)s: %(days)s.") % {
        "said": said,
        "often": str(dict(form.fields["ofta"].choices)[str(form.weekly.every)]).lower(),  # type: ignore[attr-defined]
        "days": ", ".join(str(name) for number, name in WEEKDAYS if int(number) - 1 in form.weekly.weekdays),
    }


def tell_what_stood(request: HttpRequest, shifts: Sequence[Booking]) -> None:
    """Time that a booked shift needs stays as it was; she is told which."""
    if shifts:
        named = "; ".join(f"{day(shift.starts)} {exact(shift.period)}, {shift.order.workplace}" for shift in shifts)
        messages.warning(request, _("Tid som ett bokat pass behöver ligger kvar: %(shifts)s.") % {"shifts": named})


def piece_of(block: Availability, named: str) -> Period | None:
    """What of the block belongs to the day that is named; all of it if none is."""
    if not named:
        return block.period
    pieces = agenda.day_by_day(block.period)
    return next((piece for piece in pieces if local_day(piece.starts).isoformat() == named), None)


def form_page(request: HttpRequest, form: AvailabilityForm, *, status: int = 200) -> HttpResponse:
    """The form as a page."""
    return render(request, "booking/substitute/availability.html", {"form": form}, status=status)


def address(week: Week) -> str:
    """Where the week is shown."""
    return f"{reverse('booking:week')}?vecka={week}"
