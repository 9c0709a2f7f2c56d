"""What is done with one request by a button of its own."""

import uuid
from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from intyg import operations
from intyg.forms.handling import CoverForm, HandOverForm
from intyg.forms.written import CorrectionForm, QuestionForm, RefusalForm, SendBackForm
from intyg.models import CertificateRequest
from intyg.views.desk import page

Deed = Callable[..., object]


@page.for_officers
@require_POST
def assign(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The officer takes it, from a colleague if she saw that one having it."""
    return _do(request, page.case(request, pk), partial(operations.assign, instead_of=page.seen(request)))


@page.for_officers
@require_POST
def hand_over(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """To a colleague, or back to the queue."""
    asked = page.case(request, pk)
    form = HandOverForm(page.user(request), at=timezone.now(), data=request.POST)
    if not form.is_valid():
        return page.show(request, asked, hand_over=form)
    to = form.cleaned_data["to"]
    deed = partial(operations.hand_over, to=to) if to else operations.hand_back
    return _do(request, asked, deed, to="intyg:queue", hand_over=form)


@page.for_officers
@require_POST
def cover(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Other days."""
    asked = page.case(request, pk)
    form = CoverForm(asked, data=request.POST)
    if not form.is_valid():
        return page.show(request, asked, cover=form)
    return _do(request, asked, partial(operations.cover, **form.cleaned_data), cover=form)


@page.for_officers
@require_POST
def ask(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The applicant is asked something."""
    form = QuestionForm(request.POST)
    return _written(request, pk, operations.ask, _("Frågan är ställd. Vikarien får veta det."), question=form)


@page.for_officers
@require_POST
def refuse(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """No, and why."""
    told = _("Beställningen är avslagen. Vikarien får veta varför.")
    return _written(request, pk, operations.refuse, told, to="intyg:queue", refusal=RefusalForm(request.POST))


@page.for_officers
@require_POST
def approve(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """A colleague has looked it over, and issues it."""
    return _do(request, page.case(request, pk), operations.approve, _("Intyget är utfärdat."))


@page.for_officers
@require_POST
def send_back(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Something is to be mended first."""
    told = _("Intyget är skickat tillbaka.")
    return _written(request, pk, operations.send_back, told, words=SendBackForm(request.POST))


@page.for_officers
@require_POST
def correct(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What was issued is wrong: a new one is begun."""
    asked, form = page.case(request, pk), CorrectionForm(request.POST)
    if not hasattr(asked, "certificate"):
        raise Http404
    if not form.is_valid():
        return page.show(request, asked, correction=form)
    try:
        begun = operations.correct(asked.certificate, **form.cleaned_data, by=page.user(request), at=timezone.now())
    except operations.Refused as refused:
        return page.show(request, page.case(request, pk), str(refused), correction=form)
    messages.success(request, _("Rättelsen är påbörjad. Fyll i det som ska stå, och utfärda."))
    return redirect("intyg:handle", begun.pk)


@page.for_officers
@require_POST
def drop(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """There was nothing to correct."""
    return _do(request, page.case(request, pk), operations.drop, _("Rättelsen är nedlagd. Det gamla intyget gäller."))


def _written(
    request: HttpRequest, pk: uuid.UUID, deed: Deed, told: str, *, to: str = "intyg:handle", **sent: Form
) -> HttpResponse:
    """Do what takes words, once they are written: the form is the one that is sent, by its name in the page."""
    asked = page.case(request, pk)
    (form,) = sent.values()
    if not form.is_valid():
        return page.show(request, asked, **sent)
    return _do(request, asked, partial(deed, **form.cleaned_data), told, to=to, **sent)


def _do(
    request: HttpRequest,
    asked: CertificateRequest,
    deed: Deed,
    told: str = "",
    *,
    to: str = "intyg:handle",
    **sent: Form,
) -> HttpResponse:
    try:
        deed(asked, by=page.user(request), at=timezone.now())
    except operations.Refused as refused:
        return page.show(request, page.case(request, asked.pk), str(refused), **sent)
    if told:
        messages.success(request, told)
    return redirect(to) if to == "intyg:queue" else redirect(to, asked.pk)
