"""A planner ends an agreement or a competence; the shifts that need it stand, and are named."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from booking.operations import papers
from booking.views.desk.left import tell_what_is_left
from people import access
from people.days import day_of
from people.forms.papers import LastDayForm
from people.models import Agreement, Substitute, SubstituteCompetence
from people.requests import SignedIn
from people.views.desk.page import Page, ask, done
from people.views.desk.papers import the_papers
from people.views.desk.substitutes import the_list, the_page


@require_http_methods(["GET", "POST"])
def end_agreement(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """The form for the last day of an agreement, and what comes of it."""
    rows = Agreement.objects.select_related("substitute__user", "occupation", "area", "workplace")
    paper, now = access.get(request.user, rows, pk, "end"), timezone.now()
    form = LastDayForm(request.POST or None, initial={"ends": day_of(now)})
    booked = done(form, lambda: papers.end_agreement(paper, form.cleaned_data["ends"], by=request.user, at=now))
    if booked is None:
        return ask(request, form, _page(_("Avsluta avtalet"), paper, paper.substitute))
    messages.success(request, _("Avtalet har fått en sista dag."))
    tell_what_is_left(request, booked)
    return redirect(the_papers(paper.substitute)[0])


@require_http_methods(["GET", "POST"])
def revoke(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """The form for the last day of a competence, and what comes of it."""
    rows = SubstituteCompetence.objects.select_related("substitute__user", "competence")
    held, now = access.get(request.user, rows, pk, "end"), timezone.now()
    form = LastDayForm(request.POST or None, initial={"ends": day_of(now)})
    booked = done(form, lambda: papers.revoke(held, form.cleaned_data["ends"], by=request.user, at=now))
    if booked is None:
        return ask(request, form, _page(_("Avsluta kompetensen"), held, held.substitute))
    messages.success(request, _("Kompetensen har fått en sista dag."))
    tell_what_is_left(request, booked)
    return redirect(the_papers(held.substitute)[0])


def _page(title: str, paper: object, substitute: Substitute) -> Page:
    lead = _("%(paper)s. Bokade pass ligger kvar, och de som behöver avtalet eller kompetensen väntar på beslut.")
    return Page(title, title, [the_list(), the_page(substitute), the_papers(substitute)], lead=lead % {"paper": paper})
