"""The button in the confirmation: it was not what she meant."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from booking.models import AvailabilityChange
from booking.operations import undoing
from booking.operations.refusals import Refused
from booking.views.substitute import receipts
from booking.views.substitute.calendar import week_shown
from booking.weeks import Week, local_day
from people import access
from people.models import Substitute
from people.views.own import for_substitutes


@for_substitutes
@require_POST
def undo(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """Her time as it was before; if it is too late, that is said, and nothing changes."""
    now = timezone.now()
    change = access.scope(me.user, AvailabilityChange.objects.all(), "undo").filter(pk=pk).first()
    if change is None:
        return week_shown(request, me, Week.of(local_day(now)), gone=_("Det går inte att ångra längre"))
    try:
        shifts = undoing.undo(change, by=me.user, at=now)
    except Refused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, _("Ångrat. Din tid är som den var."))
        receipts.stood(request, shifts)
    return redirect(receipts.address(Week.of(local_day(change.starts))))
