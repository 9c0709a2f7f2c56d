"""Ta bort: the need is gone."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from booking.forms.desk import CancelForm
from booking.models import Order
from booking.operations import orders as operations
from booking.operations.refusals import Refused
from booking.views.manager import cards
from booking.views.manager.orders import is_coming, with_all
from booking.views.manager.own import for_managers
from booking.weeks import local_day
from people import access
from people.models import User
from people.views import kept


@for_managers
@kept.keeps_typed
@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: HttpRequest, me: User, pk: uuid.UUID) -> HttpResponse:
    """Ask why, and say who will be told. If somebody has got the shift meanwhile, she is told first."""
    order = access.get(me, with_all(Order.objects.all()), pk, "cancel")
    now = timezone.now()
    form = CancelForm(kept.typed(request))
    refusal = None
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            operations.cancel(order, by=me, at=now, note=said["note"], seen_booking=said["seen_booking"])
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("Beställningen är borttagen."))
            return redirect("booking:order", order.pk)
    elif not form.is_bound and not is_coming(order, now=now):
        return redirect("booking:order", order.pk)
    context = {"card": cards.of([order], seen_by=me, now=now)[0], "order": order, "form": form, "refusal": refusal}
    return render(request, "booking/manager/cancel.html", context | {"today": local_day(now)})
