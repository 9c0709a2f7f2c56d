"""The time that she puts in, and takes away again."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from booking import agenda
from booking.forms.availability import AvailabilityForm, initial
from booking.models import Availability
from booking.operations import availability
from booking.period import Period
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
        return form_page(request, AvailabilityForm(initial=chosen, now=now))
    form = AvailabilityForm(request.POST, now=now)
    if not form.is_valid():
        return form_page(request, form, status=422)
    availability.put_in(me, form.periods, kind=form.kind, by=me.user, at=now)
    facts = {"said": agenda.in_her_words(form.kind), "days": ", ".join(day(period.starts) for period in form.periods)}
    messages.success(request, _("Sparat. %(said)s: %(days)s.") % facts)
    return redirect(address(form.week))


@for_substitutes
@require_POST
def take_away(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """All of a block, or `dag` of it."""
    blocks = Availability.objects.filter(substitute=me)
    block = access.scope(me.user, blocks, "change").filter(pk=pk).first()
    now = timezone.now()
    piece = piece_of(block, request.POST.get("dag", "")) if block else None
    if piece is None:
        return week_shown(request, me, Week.of(local_day(now)), gone=True)
    availability.take_away(me, piece, by=me.user, at=now)
    messages.success(request, _("Borttaget: %(day)s.") % {"day": day(piece.starts)})
    return redirect(address(Week.of(local_day(piece.starts))))


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
