"""A planner changes an order: its time, its place, what it asks for, and the words around it."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from booking.forms.changing import ChangeForm
from booking.models import Booking, Order
from booking.operations import changing, seeing
from booking.operations.refusals import CannotBook, Refused
from booking.operations.seeing import Overtaken
from booking.views.desk import page
from booking.views.desk.acting import as_read, back_to, order_for, seen
from people.requests import SignedIn


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: SignedIn, pk: uuid.UUID) -> HttpResponseBase:
    """The form, and what comes of it; if whoever is booked no longer can, what to do about it is asked."""
    order, now = order_for(request, pk, "change"), timezone.now()
    held = Booking.objects.occupying().filter(order=order).select_related("substitute__user").first()
    sent = request.POST if request.method == "POST" else None
    form = ChangeForm(sent, order=order, seen_booking=held.pk if held else None, user=request.user, now=now)
    refusal = _changed(request, order, form) if form.is_bound and form.is_valid() else None
    if form.is_bound and not form.errors and refusal is None:
        return back_to(order)
    return _shown(request, order, form, held, refusal)


def _changed(request: SignedIn, order: Order, form: ChangeForm) -> Refused | None:
    """Change it; or why not."""
    said = form.cleaned_data
    try:
        _unchanged(order, said["seen_version"])
        seen(order, said["seen_booking"])
        with as_read(request, order):
            now_is = changing.change(
                order,
                form.said(),
                competences=form.competences,
                by=request.user,
                at=form.now,
                reason=said["why"],
                let_go=said["let_go"],
            )
    except Overtaken as refusal:
        return Refused(*page.reasons_of(refusal, order, request.user))
    except Refused as refusal:
        return refusal
    words = _("Ändrat. De som berörs får besked.") if now_is.terms_version != order.terms_version else _("Sparat.")
    messages.success(request, words)
    return None


def _unchanged(order: Order, version: int | None) -> None:
    if version not in {None, order.terms_version}:
        raise Refused(_("Någon har ändrat passet sedan du öppnade sidan. Kontrollera och spara igen."))


def _shown(
    request: SignedIn, order: Order, form: ChangeForm, held: Booking | None, refusal: Refused | None
) -> HttpResponseBase:
    title = _("Ändra passet")
    context: dict[str, Any] = {
        "order": order,
        "form": form,
        "held": held,
        "refusal": refusal,
        "may_choose": isinstance(refusal, CannotBook),
        "may_pass": isinstance(refusal, CannotBook) and refusal.overridable,
        "asks_start": "starts" in form.twice,
        "asks_end": "ends" in form.twice,
        "title": title,
        "seen": seeing.mark_of(order, held),
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Tavlan")},
            {"url": reverse("order:inspect", args=[order.pk]), "label": str(order.workplace)},
            {"url": "", "label": title},
        ],
        "header_icon": "edit",
    }
    status = 409 if refusal else 422 if form.is_bound else 200
    return render(request, "booking/desk/changing.html", context, status=status)
