"""Vanliga pass: what the workplace orders again and again."""

import uuid
from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from booking.forms.order_template import OrderTemplateForm, as_it_stands, as_ordered
from booking.models import Order, OrderTemplate
from booking.operations import order_templates
from booking.operations.refusals import Refused
from booking.views.manager.own import for_managers
from people import access, history
from people.models import User
from people.views import kept


@for_managers
@require_safe
def usual_shifts(request: HttpRequest, me: User) -> HttpResponse:
    """Those of her workplaces, by workplace."""
    rows = access.scope(me, OrderTemplate.objects.all(), "change").select_related("workplace", "occupation")
    context = {"rows": list(rows.order_by("workplace__name", "workplace", "starts", "name"))}
    return render(request, "booking/manager/usual.html", context)


@for_managers
@kept.keeps_typed
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, me: User) -> HttpResponse:
    """A new one, from nothing or from the order named in `?bestallning=`."""
    form = OrderTemplateForm(kept.typed(request), user=me, initial=_start_from(request, me))

    def make() -> None:
        order_templates.make(form.said(OrderTemplate()), competences=form.competences, by=me, at=timezone.now())

    return _asked(request, form, make)


@for_managers
@kept.keeps_typed
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, me: User, pk: uuid.UUID) -> HttpResponse:
    """Another name, another time."""
    usual = access.get(me, OrderTemplate.objects.select_related("workplace"), pk, "change")
    form = OrderTemplateForm(kept.typed(request), user=me, initial=as_it_stands(usual))

    def save() -> None:
        said, seen = form.said(usual), form.cleaned_data["seen"]
        order_templates.change(said, competences=form.competences, seen=seen, by=me, at=timezone.now())

    return _asked(request, form, save, usual)


@for_managers
@require_POST
def remove(request: HttpRequest, me: User, pk: uuid.UUID) -> HttpResponse:
    """It is not chosen any more. Twice is once."""
    if history.has_done(me, "ordertemplate.remove", pk):
        return redirect("booking:usual_shifts")
    usual = access.get(me, OrderTemplate.objects.select_related("workplace"), pk, "change")
    order_templates.remove(usual, by=me, at=timezone.now())
    messages.success(request, _("Passet finns inte längre bland de vanliga."))
    return redirect("booking:usual_shifts")


def _asked(
    request: HttpRequest, form: OrderTemplateForm, save: Callable[[], None], usual: OrderTemplate | None = None
) -> HttpResponse:
    """The form with what is wrong in it, or the list when it is saved."""
    if request.method == "POST" and form.is_valid():
        try:
            save()
        except Refused as refused:
            form.add_error("name", [ValidationError(reason) for reason in refused.reasons])
        else:
            messages.success(request, _("Passet är sparat bland de vanliga."))
            return redirect("booking:usual_shifts")
    context = {"form": form, "usual": usual}
    return render(request, "booking/manager/usual_form.html", context, status=422 if form.errors else 200)


def _start_from(request: HttpRequest, me: User) -> Mapping[str, Any]:
    key = request.GET.get("bestallning")
    if not key:
        return {"contact": ""}
    try:
        return as_ordered(access.get(me, Order.objects.prefetch_related("competences"), key, "place"))
    except ValidationError as no_key:
        message = f"{key} is no order"
        raise Http404(message) from no_key
