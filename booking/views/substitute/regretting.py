"""She gives back a shift that she has just taken, on the shift's own page."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from booking.operations import regretting
from booking.operations.refusals import Refused
from booking.views.substitute.bookings import hers
from people import access
from people.models import Substitute
from people.views.own import for_substitutes


@for_substitutes
@require_POST
def regret(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """It was not what she meant; when it is too late, why is told on the page."""
    booking = access.get(me.user, hers(me), pk, "regret")
    try:
        regretting.regret(booking, by=me.user, at=timezone.now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Du har lämnat tillbaka passet."))
    return redirect("booking:booking", pk)
