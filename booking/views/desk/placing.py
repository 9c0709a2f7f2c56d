"""A planner places an order: the same form and the same checks as an ordering manager's."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from booking.forms.order import OrderForm
from booking.models import Order
from booking.operations import orders
from booking.operations.refusals import Refused
from people import access
from people.requests import SignedIn


@require_http_methods(["GET", "POST"])
def place(request: SignedIn) -> HttpResponse:
    """The form, and what comes of it."""
    if not access.may(request.user, "order.place"):
        raise Http404
    form = OrderForm(request.POST or None, user=request.user, now=timezone.now())
    order = _placed(request, form) if form.is_bound and form.is_valid() else None
    if order is None:
        return _asked(request, form)
    messages.success(request, _("Beställningen är lagd."))
    return redirect("order:inspect", order.pk)


def _placed(request: SignedIn, form: OrderForm) -> Order | None:
    try:
        return orders.place(form.order(), **form.terms(), by=request.user, at=timezone.now())
    except Refused as refusal:
        form.add_error(None, list(refusal.reasons))
        return None


def _asked(request: SignedIn, form: OrderForm) -> HttpResponse:
    title = _("Ny beställning")
    context = {
        "form": form,
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
