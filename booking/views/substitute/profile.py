"""Profil: what the municipality knows of her, and how it is changed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from people import access
from people.models import Agreement, Substitute, SubstituteCompetence
from people.views.own import for_substitutes


@for_substitutes
@require_safe
def profile(request: HttpRequest, me: Substitute) -> HttpResponse:
    """Her details, competences and agreements."""
    agreements = Agreement.objects.filter(substitute=me).select_related("area", "workplace__area", "occupation")
    held = SubstituteCompetence.objects.filter(substitute=me).select_related("competence")
    context = {
        "me": me,
        "now": timezone.now(),
        "agreements": access.scope(me.user, agreements).order_by("-starts", "pk"),
        "competences": access.scope(me.user, held).order_by("competence__name", "-starts"),
    }
    return render(request, "booking/substitute/profile.html", context)
