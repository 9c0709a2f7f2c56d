"""Ny beställning, and a copy of one that was placed before."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from booking.forms.order import OrderForm
from booking.models import Order
from booking.operations import orders
from booking.operations.refusals import Refused
from booking.views.manager.own import for_managers
from people import access
from people.models import User

COPIED = ("workplace", "occupation", "break_minutes", "reason", "reference", "text", "note", "contact")


@for_managers
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, me: User) -> HttpResponse:
    """The form; what is wrong in it stands beside its field, and nothing typed is lost."""
    now = timezone.now()
    sent = request.POST if request.method == "POST" else None
    form = OrderForm(sent, user=me, now=now, initial=_start_from(request, me, now=now))
    if sent is not None and form.is_valid():
        try:
            order = orders.place(form.order(), **form.terms(), by=me, at=now)
        except Refused as refused:
            form.add_error(None, [ValidationError(reason) for reason in refused.reasons])
        else:
            messages.success(request, _("Beställningen är skickad."))
            return redirect("booking:order", order.pk)
    return render(request, "booking/manager/new.html", {"form": form})


def _start_from(request: HttpRequest, me: User, *, now: datetime) -> dict[str, Any]:
    """What the form holds from the start: her name, and what is copied from the order named in `?kopia=`."""
    key = request.GET.get("kopia")
    if not key:
        return {"contact": me.get_full_name()}
    try:
        source = access.get(me, Order.objects.with_places().prefetch_related("competences"), key, "place")
    except ValidationError as no_key:
        message = f"{key} is no order"
        raise Http404(message) from no_key
    starts, ends = localtime(source.starts), localtime(source.ends)
    copied: dict[str, Any] = {name: getattr(source, name) for name in COPIED}
    copied |= {"competences": source.competences.all(), "starts": starts.time(), "ends": ends.time()}
    return copied | ({"day": starts.date()} if source.starts > now else {})
