"""She cannot come: said on her shift's own page, and asked once more before it is done."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from booking.operations import sickness
from booking.operations.refusals import Refused
from booking.views.substitute.bookings import hers
from people import access
from people.models import Substitute
from people.views.own import for_substitutes


@for_substitutes
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """What happens if she is ill, and the button; then it has happened.

    A shift that is over, or was ended while she went back, cannot be missed: its own page says what holds.
    """
    booking, now = access.get(me.user, hers(me), pk, "report_sick"), timezone.now()
    refusal = None
    if request.method == "POST":
        try:
            sickness.report(booking, by=me.user, at=now)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("Krya på dig. Arbetsplatsen och bemanningen vet att du inte kommer."))
            return redirect("booking:booking", pk)
    elif booking.ended_at or booking.ends <= now:
        return redirect("booking:booking", pk)
    context = {"booking": booking, "order": booking.order, "now": now, "refusal": refusal}
    return render(request, "booking/substitute/sick.html", context, status=409 if refusal else 200)


@for_substitutes
@require_POST
def well_again(request: HttpRequest, me: Substitute) -> HttpResponse:
    """She can work again."""
    if sickness.well_again(me, by=me.user, at=timezone.now()):
        messages.success(request, _("Välkommen tillbaka. Du kan bokas igen."))
    return redirect("booking:bookings")
