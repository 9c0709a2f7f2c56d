"""Ny beställning: from nothing, from a usual shift, or as an earlier one."""

import uuid

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from booking.forms.near_days import OTHER
from booking.forms.ordering import ManagerOrderForm
from booking.models import Order, OrderTemplate
from booking.operations import order_templates, orders
from booking.operations.refusals import Refused
from booking.views.manager import earlier, foretelling, starting
from booking.views.manager.own import for_managers
from people.models import User
from people.views import kept

OF_A_USUAL = ("workplace", "occupation", "starts", "ends", "break_minutes", "text", "contact", "allow_direct")


@for_managers
@kept.keeps_typed
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, me: User) -> HttpResponse:
    """The form; what is wrong in it stands beside its field, and nothing typed is lost."""
    now = timezone.now()
    start = starting.of(request.GET, me, now=now)
    form = ManagerOrderForm(kept.typed(request), user=me, now=now, initial=start.initial)
    if request.method == "POST" and request.POST.get("tidigast"):
        form = _at_the_nearest(form, request.POST)
    elif request.method == "POST" and form.is_valid():
        try:
            placed = _place(form, me)
        except Refused as refused:
            form.add_error(None, [ValidationError(reason) for reason in refused.reasons])
        else:
            return _placed(request, [order.pk for order in placed], wish=form.wished_until() is not None)
    last = earlier.latest_day(me, now=now)
    context = {"form": form, "start": start, "foretold": foretelling.of(form), "now": now}
    context["earlier"] = earlier.named(last, now=now) if last else ""
    return render(request, "booking/manager/new.html", context)


@for_managers
@require_POST
def foretell(request: HttpRequest, me: User) -> HttpResponse:
    """What the form comes to as it is filled in so far, for the page to ask for."""
    now = timezone.now()
    form = ManagerOrderForm(request.POST, user=me, now=now)
    form.is_valid()
    context = {"foretold": foretelling.of(form), "form": form, "now": now, "oob": True}
    return render(request, "booking/manager/partials/foretold.html", context)


@transaction.atomic
def _place(form: ManagerOrderForm, me: User) -> list[Order]:
    """The orders; and what they have in common among the usual shifts, if it is given a name."""
    _keep(form, me)
    return orders.place_group(form.orders(), **form.terms(), by=me, at=form.now)


def _keep(form: ManagerOrderForm, me: User) -> None:
    said = form.cleaned_data
    named = OrderTemplate.objects.filter(workplace=said["workplace"], name=said["usual_name"])
    if said["usual_name"] and not named.exists():  # it is there already if the same form has been sent before
        usual = OrderTemplate(name=said["usual_name"], **{column: said[column] for column in OF_A_USUAL})
        order_templates.make(usual, competences=said["competences"], by=me, at=form.now)


def _at_the_nearest(form: ManagerOrderForm, sent: QueryDict) -> ManagerOrderForm:
    """The form again, all as it was typed but for the start: to be read before it is sent."""
    form.is_valid()
    if form.proposal is None:
        return form
    again, starts = sent.copy(), localtime(form.proposal)
    again["starts"] = f"{starts:%H:%M}"
    again["near"], again["day"] = OTHER, starts.date().isoformat()
    moved = ManagerOrderForm(again, user=form.user, now=form.now)
    moved.is_valid()
    return moved


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
