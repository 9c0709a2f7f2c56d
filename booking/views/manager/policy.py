"""Regelverk: what happens to an order at one of her workplaces, before she places it."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from booking import explaining
from booking.forms.example import ExampleForm
from booking.models import Policy
from booking.views import policy_places
from booking.views.manager.own import for_managers
from people.models import User, Workplace


@for_managers
@require_safe
def policy(request: HttpRequest, me: User) -> HttpResponse:
    """A day and a time to try, and what the policy in force does to it, step by step."""
    now = timezone.now()
    places = list(policy_places.workplaces(me).order_by("name", "pk"))
    place = _chosen(places, request.GET.get("arbetsplats", ""))
    form = ExampleForm(request.GET, now=now)
    shift = form.shift if form.is_valid() else None
    lines = explaining.of_a_shift(shift, now=now, terms=Policy.objects.in_force(place)) if shift and place else []
    context = {"places": places, "place": place, "form": form, "lines": lines}
    return render(request, "booking/manager/policy.html", context)


def _chosen(places: list[Workplace], key: str) -> Workplace | None:
    """The one that is asked for if it is hers, otherwise the first."""
    try:
        asked = uuid.UUID(key)
    except ValueError:
        asked = None
    return next((place for place in places if place.pk == asked), places[0] if places else None)
