"""Ny beställning, and a copy of one that was placed before."""

import uuid
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from booking.forms.ordering import ManagerOrderForm
from booking.models import Order
from booking.operations import orders
from booking.operations.refusals import Refused
from booking.views.manager.own import for_managers
from people import access
from people.models import User
from people.views import kept

COPIED = (
    "workplace", "occupation", "break_minutes", "reason", "reference", "text", "note", "contact", "allow_direct",
)  # fmt: skip


@for_managers
@kept.keeps_typed
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, me: User) -> HttpResponse:
    """The form; what is wrong in it stands beside its field, and nothing typed is lost."""
    now = timezone.now()
    form = ManagerOrderForm(kept.typed(request), user=me, now=now, initial=_start_from(request, me, now=now))
    if request.method == "POST" and form.is_valid():
        try:
            placed = orders.place_group(form.orders(), **form.terms(), by=me, at=now)
        except Refused as refused:
            form.add_error(None, [ValidationError(reason) for reason in refused.reasons])
        else:
            return _placed(request, [order.pk for order in placed], wish=form.wished_until() is not None)
    return render(request, "booking/manager/new.html", {"form": form})


def _placed(request: HttpRequest, keys: list[uuid.UUID], *, wish: bool) -> HttpResponse:
    """To the order, or to the list of them; if the one who was wished for cannot have it to herself, that is said."""
    rows = list(Order.objects.filter(pk__in=keys).select_related("wished__user").order_by("starts", "pk"))
    words = ngettext("Beställningen är skickad.", "%(n)d beställningar är skickade.", len(rows)) % {"n": len(rows)}
    messages.success(request, words)
    fell = [row for row in rows if wish and row.wished and not row.wished_until and row.status == Order.Status.OPEN]
    if fell:
        who = {"who": fell[0].wished}
        messages.warning(request, _("%(who)s kan inte ta passet just nu. Andra ser det redan.") % who)
    if len(rows) == 1:
        return redirect("booking:order", rows[0].pk)
    return redirect("booking:order_group", rows[0].group_id) if rows else redirect("booking:orders")


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
