"""A planner places an order, or several at once: the ordering manager's form, with how it is offered besides."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from booking.forms.placing import DeskOrderForm
from booking.models import Order
from booking.operations import orders
from booking.operations.refusals import Refused
from booking.views.manager import starting
from booking.views.manager.starting import Start
from people import access
from people.requests import SignedIn

HALF_AN_HOUR = 30
"""Minutes that the one who is wished for has to herself, unless the planner says otherwise."""


@require_http_methods(["GET", "POST"])
def place(request: SignedIn) -> HttpResponse:
    """The form, and what comes of it."""
    if not access.may(request.user, "order.place"):
        raise Http404
    now = timezone.now()
    start = starting.of_a_usual(request.GET, request.user, now=now)
    first = {"wished_for": HALF_AN_HOUR} | start.initial
    form = DeskOrderForm(request.POST or None, user=request.user, now=now, initial=first)
    placed = _placed(request, form) if form.is_bound and form.is_valid() else []
    if not placed:
        return _asked(request, form, start)
    words = ngettext("Beställningen är lagd.", "%(n)d beställningar är lagda.", len(placed)) % {"n": len(placed)}
    messages.success(request, words)
    if (wished := form.cleaned_data["wished"]) and not any(order.wished_until for order in placed):
        messages.warning(request, _("%(who)s kan inte ta passet just nu. Det är öppet för alla.") % {"who": wished})
    return redirect("order:inspect", placed[0].pk) if len(placed) == 1 else redirect("order:index")


def _placed(request: SignedIn, form: DeskOrderForm) -> list[Order]:
    """The orders as they now stand; none if it was refused, and then the form says why."""
    seats, terms, now = form.orders(), form.terms(), timezone.now()
    try:
        if len(seats) == 1:
            placed = [orders.place(seats[0], **terms, by=request.user, at=now)]
        else:
            placed = orders.place_group(seats, **terms, by=request.user, at=now)
    except Refused as refusal:
        form.add_error(None, list(refusal.reasons))
        return []
    return list(Order.objects.filter(pk__in=[order.pk for order in placed]).order_by("starts", "pk"))


def _asked(request: SignedIn, form: DeskOrderForm, start: Start) -> HttpResponse:
    title = _("Ny beställning")
    context = {
        "form": form,
        "start": start,
        "asks_start": "starts" in form.twice,
        "asks_end": "ends" in form.twice,
        "title": title,
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Start")},
            {"url": reverse("order:index"), "label": _("Beställningar")},
            {"url": "", "label": title},
        ],
        "header_icon": "plus",
    }
    return render(request, "booking/desk/placing.html", context, status=422 if form.is_bound else 200)
