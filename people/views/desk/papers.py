"""A planner makes agreements and writes down competences; how they end is told where the shifts are known."""

import uuid
from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from people import access
from people.days import day_of
from people.forms.papers import AgreementForm, CompetenceForm
from people.models import Substitute
from people.operations import papers
from people.requests import SignedIn
from people.views.desk.page import Crumb, Page, ask, done
from people.views.desk.substitutes import the_list, the_page

PROPOSED = ("place", "occupation", "pay_form", "rule_profile", "competence", "starts")
"""Fields that a link may fill in beforehand."""


@require_http_methods(["GET", "POST"])
def agree(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """The form for an agreement, and what comes of it."""
    substitute = _hers_to_give(request, pk, "agreement.add")
    now = timezone.now()
    form = AgreementForm(request.POST or None, user=request.user, initial=_proposed(request, now=now))
    if done(form, lambda: papers.agree(substitute, form.terms(), by=request.user, at=now)) is None:
        return ask(request, form, _page(_("Nytt avtal"), _("Lägg till avtalet"), substitute))
    return _back_to(request, substitute, _("Avtalet är tillagt."))


@require_http_methods(["GET", "POST"])
def prove(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """The form for a competence, and what comes of it."""
    substitute = _hers_to_give(request, pk, "substitutecompetence.add")
    now = timezone.now()
    form = CompetenceForm(request.POST or None, initial=_proposed(request, now=now))
    if done(form, lambda: papers.prove(substitute, **form.cleaned_data, by=request.user, at=now)) is None:
        return ask(request, form, _page(_("Ny kompetens"), _("Lägg till kompetensen"), substitute))
    return _back_to(request, substitute, _("Kompetensen är tillagd."))


def _hers_to_give(request: SignedIn, pk: uuid.UUID, action: str) -> Substitute:
    if not access.may(request.user, action):
        raise Http404
    return access.get(request.user, Substitute.objects.select_related("user"), pk, "change")


def _proposed(request: SignedIn, *, now: datetime) -> dict[str, object]:
    """What the link here says of the paper, as one that goes on where another ends; from today if it says nothing."""
    told = {name: request.GET[name] for name in PROPOSED if request.GET.get(name)}
    return {"starts": day_of(now), **told}


def _page(title: str, button: str, substitute: Substitute) -> Page:
    return Page(title, button, [the_list(), the_page(substitute), the_papers(substitute)], lead=str(substitute))


def _back_to(request: SignedIn, substitute: Substitute, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect(the_papers(substitute)[0])


def the_papers(substitute: Substitute) -> Crumb:
    """Her papers, on a page of their own."""
    return reverse("substitute:papers", args=[substitute.pk]), _("Papper")
