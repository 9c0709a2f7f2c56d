"""A planner takes somebody on, and keeps what is known of her true."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from people import access, looking
from people.forms.papers import NewSubstituteForm
from people.forms.person import ChangeProtectedForm, ChangeSubstituteForm, as_written
from people.models import Substitute
from people.operations import substitutes
from people.requests import SignedIn
from people.views.desk.page import Crumb, Page, ask, done


@require_http_methods(["GET", "POST"])
def take_on(request: SignedIn) -> HttpResponse:
    """The form for somebody new, with the first agreement, and what comes of it."""
    if not access.may(request.user, "substitute.add"):
        raise Http404
    form = NewSubstituteForm(request.POST or None, user=request.user)
    substitute = done(
        form,
        lambda: substitutes.take_on(
            form.person(),
            born=form.cleaned_data["born"],
            employee_number=form.cleaned_data["employee_number"],
            terms=form.terms(),
            protected=form.cleaned_data["protected"],
            invited=form.cleaned_data["invited"],
            by=request.user,
            at=timezone.now(),
        ),
    )
    if substitute is None:
        return ask(request, form, Page(_("Ny vikarie"), _("Lägg till vikarien"), [the_list()], icon="plus"))
    messages.success(request, _("%(who)s är tillagd.") % {"who": substitute})
    return redirect(the_page(substitute)[0])


@require_http_methods(["GET", "POST"])
def change(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """The form for somebody's name, phone and e-mail, and what comes of it."""
    substitute = access.get(request.user, Substitute.objects.select_related("user"), pk, "change")
    first = as_written(substitute.user) | {"is_active": substitute.is_active}
    if request.method == "GET":
        looking.note(substitute.user, looking.Page.CHANGE, by=request.user, at=timezone.now())
    kind = ChangeProtectedForm if substitute.user.protected else ChangeSubstituteForm
    form = kind(request.POST if request.method == "POST" else None, initial=first)
    changed = done(
        form,
        lambda: substitutes.change(
            substitute,
            form.person(),
            is_active=form.cleaned_data["is_active"],
            by=request.user,
            at=timezone.now(),
        ),
    )
    if changed is None:
        above = [the_list(), the_page(substitute)]
        return ask(request, form, Page(_("Ändra uppgifter"), _("Spara"), above, lead=str(substitute)))
    messages.success(request, _("Uppgifterna är sparade."))
    return redirect(the_page(substitute)[0])


def the_list() -> Crumb:
    """All substitutes."""
    return reverse("substitute:index"), _("Vikarier")


def the_page(substitute: Substitute) -> Crumb:
    """Her own page."""
    return reverse("substitute:inspect", args=[substitute.pk]), str(substitute)
