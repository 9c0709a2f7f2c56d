"""Vanliga pass at the desk: a planner keeps them for the workplaces of her area, as their managers do."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from booking.forms.order_template import OrderTemplateForm, as_it_stands
from booking.models import OrderTemplate
from booking.operations import order_templates
from booking.operations.refusals import Refused
from people import access, history
from people.requests import SignedIn
from people.views.desk.page import frame


@require_safe
def index(request: SignedIn) -> HttpResponse:
    """By workplace."""
    _lets_in(request)
    rows = access.scope(request.user, OrderTemplate.objects.all(), "change").select_related("workplace", "occupation")
    listed = {"rows": list(rows.order_by("workplace__name", "workplace", "starts", "name"))}
    around = frame(_("Vanliga pass"), [(reverse("order:index"), _("Beställningar"))], "clipboard-list")
    return render(request, "booking/desk/usual.html", listed | around)


@require_http_methods(["GET", "POST"])
def new(request: SignedIn) -> HttpResponse:
    """A new one."""
    _lets_in(request)
    form = OrderTemplateForm(request.POST or None, user=request.user)

    def make() -> None:
        at = timezone.now()
        order_templates.make(form.said(OrderTemplate()), competences=form.competences, by=request.user, at=at)

    return _asked(request, form, make, _("Nytt vanligt pass"))


@require_http_methods(["GET", "POST"])
def change(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Another name, another time."""
    usual = access.get(request.user, OrderTemplate.objects.select_related("workplace"), pk, "change")
    form = OrderTemplateForm(request.POST or None, user=request.user, initial=as_it_stands(usual))

    def save() -> None:
        said, seen, at = form.said(usual), form.cleaned_data["seen"], timezone.now()
        order_templates.change(said, competences=form.competences, seen=seen, by=request.user, at=at)

    return _asked(request, form, save, _("Ändra vanligt pass"), usual)


@require_POST
def remove(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """It is not chosen any more. Twice is once."""
    if history.has_done(request.user, "ordertemplate.remove", pk):
        return redirect("usual:index")
    usual = access.get(request.user, OrderTemplate.objects.select_related("workplace"), pk, "change")
    order_templates.remove(usual, by=request.user, at=timezone.now())
    messages.success(request, _("Passet finns inte längre bland de vanliga."))
    return redirect("usual:index")


def _asked(
    request: SignedIn, form: OrderTemplateForm, save: Callable[[], None], title: str, usual: OrderTemplate | None = None
) -> HttpResponse:
    """The form with what is wrong in it, or the list when it is saved."""
    if form.is_bound and form.is_valid():
        try:
            save()
        except Refused as refused:
            form.add_error("name", list(refused.reasons))
        else:
            messages.success(request, _("Passet är sparat bland de vanliga."))
            return redirect("usual:index")
    above = [(reverse("order:index"), _("Beställningar")), (reverse("usual:index"), _("Vanliga pass"))]
    context = {"form": form, "usual": usual, "title": title} | frame(title, above, "clipboard-list")
    return render(request, "booking/desk/usual_form.html", context, status=422 if form.errors else 200)


def _lets_in(request: SignedIn) -> None:
    if not access.may(request.user, "ordertemplate.change"):
        raise Http404
