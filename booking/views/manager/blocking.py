"""A workplace asks that somebody is never sent there again, and takes that back."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from booking.forms.own_block import OwnBlockForm
from booking.models import Booking
from booking.operations import standing
from booking.views.manager.ours import already, back_to, hers
from booking.views.manager.own import for_managers
from booking.weeks import local_day
from people import access
from people.models import Block, User
from people.views import kept


@for_managers
@kept.keeps_typed
@require_http_methods(["GET", "HEAD", "POST"])
def block(request: HttpRequest, me: User, place: uuid.UUID, pk: uuid.UUID) -> HttpResponse:
    """Ask why, and say what becomes of the shifts that she has there. Twice is once."""
    if made := already(me, place, pk):
        return back_to(made.workplace)
    workplace, substitute = hers(me, place, pk, "block.change")
    now = timezone.now()
    form = OwnBlockForm(kept.typed(request))
    if request.method == "POST" and form.is_valid():
        side, why = Block.AskedBy.WORKPLACE, form.cleaned_data["reason"]
        blocked = standing.block(substitute, workplace, asked_by=side, reason=why, by=me, at=now)
        messages.success(request, _told(blocked))
        return back_to(workplace)
    ahead = Booking.objects.coming(now=now).of(substitute).filter(order__workplace=workplace)
    context = {"form": form, "place": workplace, "substitute": substitute, "today": local_day(now)}
    context["booked"] = list(access.scope(me, ahead).with_places())
    return render(request, "booking/manager/block.html", context, status=422 if form.errors else 200)


@for_managers
@require_POST
def lift(request: HttpRequest, me: User, pk: uuid.UUID) -> HttpResponse:
    """She may come again, as far as the workplace is concerned."""
    rows = Block.objects.select_related("substitute__user", "workplace")
    made = access.get(me, rows.filter(asked_by=Block.AskedBy.WORKPLACE), pk, "change")
    standing.lift(made, by=me, at=timezone.now())
    messages.success(request, _("Spärren är hävd för %(who)s.") % {"who": made.substitute})
    return back_to(made.workplace)


def _told(made: standing.Blocked) -> str:
    who, number = made.block.substitute, len(made.booked)
    words = _("%(who)s skickas inte till er mer.") % {"who": who}
    if not made.booked:
        return words
    left = ngettext(
        "%(n)d bokat pass ligger kvar. Bemanningen bestämmer.", "%(n)d bokade pass ligger kvar. Bemanningen bestämmer.",
        number,
    )  # fmt: skip
    return f"{words} {left % {'n': number}}"
