"""The support looks as somebody who has given her code, and stops."""

import uuid

from allauth.account.adapter import get_adapter
from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from messaging import support
from people import access, codes, sessions
from people.models import SupportVisit, User
from people.operations import support as operation
from people.operations.refusals import Refused
from people.requests import SignedIn
from people.start import start_page
from people.views.desk.page import Page, ask, done


class WhomForm(forms.Form):
    """Whom, by the name that she says she signs in with, and why."""

    username = forms.CharField(
        label=gettext_lazy("Användarnamn"),
        max_length=150,
        help_text=gettext_lazy("Fråga personen. Det står under Profil."),
        error_messages={"required": gettext_lazy("Skriv användarnamnet.")},
    )
    reason = forms.CharField(
        label=gettext_lazy("Vad personen behöver hjälp med"),
        max_length=200,
        help_text=gettext_lazy("Det sparas i historiken, hos personen och hos dig."),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": gettext_lazy("Skriv vad det gäller.")},
    )


class HerCodeForm(forms.Form):
    """The code, as she reads it out."""

    code = forms.CharField(
        label=gettext_lazy("Personens kod"),
        max_length=2 * codes.DIGITS,
        help_text=gettext_lazy("Sex siffror."),
        error_messages={
            "required": gettext_lazy("Skriv koden som personen läser upp."),
            "max_length": gettext_lazy("Koden stämmer inte. Den har 6 siffror."),
        },
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "input--code"}),
    )


@require_http_methods(["GET", "POST"])
def whom(request: SignedIn) -> HttpResponse:
    """The form that sends a code to the person."""
    demand(request)
    form, now = WhomForm(request.POST or None), timezone.now()
    visit = done(form, lambda: support.ask(request.user, **form.cleaned_data, at=now))
    if visit is None:
        lead = _("Du ser portalen som personen i högst 30 minuter. Du kan titta men inte ändra något.")
        above = [(reverse("wagtailadmin_home"), _("Start"))]
        return ask(request, form, Page(_("Hjälp en person"), _("Skicka kod till personen"), above, lead))
    return redirect("support:code", visit.pk)


@require_http_methods(["GET", "POST"])
def code(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """The form for her code; the right one leads to her start page."""
    demand(request)
    visit = access.get(request.user, SupportVisit.objects.select_related("person"), pk, "begin")
    form = HerCodeForm(request.POST or None)
    begun = done(form, lambda: _begun(visit, form.cleaned_data["code"]))
    if begun is None:
        above = [(reverse("support:index"), _("Hjälp en person"))]
        lead = _("Personen har fått en kod. Be om att få den uppläst. Den gäller i 10 minuter.")
        return ask(request, form, Page(_("Skriv personens kod"), _("Se portalen som personen"), above, lead))
    _look_as_her(request, begun)
    return redirect(start_page(begun.person))


@require_POST
def stop(request: HttpRequest) -> HttpResponse:
    """Not her any more; who helped signs in again as herself."""
    if not operation.is_a_visit(request.session):
        raise Http404
    get_adapter().logout(request)
    messages.success(request, _("Hjälpen är avslutad. Logga in igen som dig själv."))
    return redirect("account_login")


def demand(request: SignedIn) -> None:
    """404 to whoever may not help so; somebody who looks as another is another."""
    if not access.may(request.user, operation.ACTION):
        raise Http404


def _begun(visit: SupportVisit, written: str) -> SupportVisit:
    tried = operation.begin(visit, written, at=timezone.now())
    if tried.visit is None:
        raise Refused(code=tried.refusal)
    return tried.visit


def _look_as_her(request: HttpRequest, visit: SupportVisit) -> None:
    """In a session of its own, that nothing of the helper's is left in; that she was in last is not touched."""
    person, last = visit.person, visit.person.last_login
    get_adapter().logout(request)
    sessions.by_helper(request, visit.helper)
    login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
    User.objects.filter(pk=person.pk).update(last_login=last)
    request.session[operation.IN_SESSION] = str(visit.pk)
