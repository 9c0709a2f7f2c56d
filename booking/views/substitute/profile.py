"""Profil: what the municipality knows of her, in short, and the way to where each part is changed."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from booking import time_bank
from booking.eligibility import employment
from booking.models import RestDebt
from people import access
from people.models import Agreement, Substitute, SubstituteCompetence
from people.operations import wishes
from people.views.own import for_substitutes

SOON = timedelta(days=60)
"""Long enough to have a delegation renewed."""


@for_substitutes
@require_safe
def profile(request: HttpRequest, me: Substitute) -> HttpResponse:
    """Each part in a few lines; as many queries however much there is of it."""
    now = timezone.now()
    agreements = Agreement.objects.filter(substitute=me).select_related("area", "workplace__area", "occupation")
    held = SubstituteCompetence.objects.filter(substitute=me).select_related("competence")
    owed = RestDebt.objects.owed().filter(substitute=me).select_related("booking__order__workplace")
    context = {
        "me": me,
        "now": now,
        "soon": now + SOON,
        "wishes": wishes.of(me),
        "agreements": access.scope(me.user, agreements).order_by("-starts", "pk"),
        "competences": access.scope(me.user, held).order_by("competence__name", "-starts"),
        "debts": access.scope(me.user, owed).order_by("due_by", "pk"),
        "has_time_bank": time_bank.is_kept(me, now=now),
        "employment": employment.of(me, now=now),
    }
    return render(request, "booking/substitute/profile.html", context)
