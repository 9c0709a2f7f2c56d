"""Regelverk: which areas and workplaces decide what, what it means for an order, and changing it."""

import uuid
from collections import defaultdict
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from booking import explaining, policy_steps
from booking.forms.example import ExampleForm
from booking.forms.policy import PolicyForm
from booking.models import Order, Policy
from booking.operations import policies
from booking.policy_steps import Line, Place, Steps
from booking.views import policy_places
from booking.views.desk import policy_story
from people import access
from people.models import Area, User, Workplace
from people.requests import SignedIn
from people.views.desk.page import Crumb, done, frame


@dataclass(frozen=True, slots=True)
class Differing:
    """A place and what it decides itself."""

    place: Place
    lines: list[Line]


@require_safe
def index(request: SignedIn) -> HttpResponse:
    """The areas with what each decides, and the workplaces that differ."""
    if not access.may(request.user, "policy.view"):
        raise Http404
    context = {"areas": _by_area(request.user)} | frame(_("Regelverk"), [], "clipboard-list")
    return render(request, "booking/desk/policy_index.html", context)


@require_safe
def show(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """What holds at a place and who decided it; what it does to an order that is chosen there."""
    place, now = policy_places.place(request.user, pk), timezone.now()
    steps = policy_steps.of(place)
    form = ExampleForm(request.GET, now=now)
    shift = form.shift if form.is_valid() else None
    context = {
        "place": place,
        "sections": list(steps.by_section()),
        "form": form,
        "lines": explaining.of_a_shift(shift, now=now, terms=steps.terms) if shift else [],
        "workplaces": _of_area(request.user, place),
        "may_change": access.may(request.user, "policy.change"),
        "story": policy_story.of(steps.own, seen_by=request.user),
    }
    return render(request, "booking/desk/policy.html", context | frame(_title(place), _above(place), "clipboard-list"))


@require_http_methods(["GET", "POST"])
def change(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """The form, and what comes of it; a thing left empty is as one step up."""
    place, now = policy_places.place(request.user, pk, "change"), timezone.now()
    steps = policy_steps.of(place)
    form = PolicyForm(request.POST if request.method == "POST" else None, steps=steps)
    if done(form, lambda: policies.decide(place, form.said(), by=request.user, at=now)) is None:
        above = [*_above(place), _crumb(place)]
        context = {"form": form, "place": place, "back": above[-1][0]} | frame(_("Ändra regelverket"), above, "edit")
        status = 422 if form.is_bound else 200
        return render(request, "booking/desk/policy_form.html", context, status=status)
    messages.success(request, _("Regelverket är sparat. Det gäller från och med nu."))
    return redirect("policy:show", pk)


@require_safe
def of_order(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Vad säger regelverket? For exactly this order."""
    order = access.get(request.user, Order.objects.with_places(), pk)
    lines = explaining.explained(order, timezone.now())
    above = [
        (reverse("order:index"), _("Beställningar")),
        (reverse("order:inspect", args=[pk]), str(order.workplace)),
    ]
    title = _("Vad säger regelverket?")
    may_read = policy_places.workplaces(request.user).filter(pk=order.workplace_id).exists()
    context = {"order": order, "lines": lines, "title": title, "may_read": may_read}
    return render(request, "booking/desk/policy_order.html", context | frame(title, above, "clipboard-list"))


def _by_area(user: User) -> list[tuple[Differing, list[Differing]]]:
    areas = policy_places.areas(user).order_by("name")
    rows = Policy.objects.filter(area__in=areas) | Policy.objects.filter(workplace__area__in=areas)
    own = {policy.area_id: policy for policy in rows if policy.area_id}
    places: dict[uuid.UUID, list[Differing]] = defaultdict(list)
    for policy in rows.select_related("workplace").exclude(workplace=None).order_by("workplace__name"):
        workplace = policy.workplace
        if workplace and (lines := Steps(policy, own.get(workplace.area_id)).differing()):
            places[workplace.area_id].append(Differing(workplace, lines))
    return [(Differing(area, Steps(own.get(area.pk)).differing()), places[area.pk]) for area in areas]


def _of_area(user: User, place: Place) -> list[Workplace]:
    if not isinstance(place, Area):
        return []
    return list(policy_places.workplaces(user).filter(area=place).order_by("name"))


def _title(place: Place) -> str:
    return _("Regelverk för %(place)s") % {"place": place}


def _crumb(place: Place) -> Crumb:
    return reverse("policy:show", args=[place.pk]), str(place)


def _above(place: Place) -> list[Crumb]:
    """The list, and a workplace's area."""
    the_list = (reverse("policy:index"), _("Regelverk"))
    return [the_list, _crumb(place.area)] if isinstance(place, Workplace) else [the_list]
