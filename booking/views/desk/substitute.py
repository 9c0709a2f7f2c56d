"""One substitute: her papers, her shifts and her own words on her time."""

import uuid
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from booking.models import Availability, Booking
from booking.period import Period
from booking.views.desk import panels
from people import access
from people.models import Agreement, Substitute, SubstituteCompetence, User
from people.operations import wishes
from people.operations.wishes import Wishes
from people.requests import SignedIn

AHEAD = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Shift:
    """A coming shift; where it is belongs to those of its area."""

    booking: Booking
    place_is_seen: bool


@require_safe
def show(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """The substitute's page."""
    return page(request, access.get(request.user, Substitute.objects.select_related("user", "locality"), pk))


def page(request: SignedIn, substitute: Substitute, *, sent: panels.Sent | None = None) -> HttpResponse:
    """The page, with a form that was refused as it was sent."""
    now, user = timezone.now(), request.user
    may_change = access.can(user, "change", substitute)
    context = _papers(substitute, user) | _time(substitute, user, now=now)
    context |= panels.of(substitute, user, now=now, sent=sent or {}, may_change=may_change)
    context |= {
        "substitute": substitute,
        "wishes": _wishes(substitute, user) if may_change else None,
        "may_change": may_change,
        "now": now,
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Start")},
            {"url": reverse("substitute:index"), "label": _("Vikarier")},
            {"url": "", "label": str(substitute)},
        ],
        "header_icon": "user",
    }
    return render(request, "booking/desk/substitute.html", context, status=422 if sent else 200)


def _papers(substitute: Substitute, user: User) -> dict[str, Any]:
    agreements = Agreement.objects.filter(substitute=substitute).select_related(
        "occupation", "area", "workplace", "rule_profile"
    )
    competences = SubstituteCompetence.objects.filter(substitute=substitute).select_related("competence")
    return {
        "agreements": access.scope(user, agreements).order_by("starts"),
        "competences": access.scope(user, competences).order_by("competence__name", "starts"),
    }


def _wishes(substitute: Substitute, user: User) -> Wishes:
    """For her planners alone, and of workplaces only their own."""
    seen = access.scope(user, substitute.wished_workplaces.all()).order_by("name", "pk")
    return replace(wishes.of(substitute), workplaces=tuple(seen))


def _time(substitute: Substitute, user: User, *, now: datetime) -> dict[str, Any]:
    hers = Booking.objects.coming(now=now).of(substitute)
    seen = set(access.scope(user, hers).values_list("pk", flat=True))
    ahead = Availability.objects.touching(Period(now, now + AHEAD)).filter(substitute=substitute)
    return {
        "shifts": [Shift(booking, booking.pk in seen) for booking in hers.with_places()],
        "availability": access.scope(user, ahead).order_by("starts"),
    }
