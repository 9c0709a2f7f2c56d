"""One who wants to work at a new workplace: what she has and lacks for it, and what a planner answers."""

import uuid
from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from booking.forms.workplace_request import (
    AgreementHereForm,
    DeclineForm,
    IntroducedForm,
    IntroductionForm,
    may_agree,
)
from booking.models import WorkplaceRequest
from booking.operations import introductions, workplace_requests
from booking.operations.refusals import CannotBook, Refused
from booking.views.desk import workplace_request_page
from booking.views.desk.workplace_request_page import occupations
from people import access
from people.operations import papers
from people.requests import SignedIn
from people.views.desk.page import done


@require_safe
def show(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """The request's page."""
    return _page(request, access.get(request.user, WorkplaceRequest.objects.for_a_list(), pk))


@require_POST
def plan(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Book her on a shift that introduces her."""
    wish, now = _to_answer(request, pk), timezone.now()
    form = IntroductionForm(request.POST, occupations=occupations(wish, now=now), user=request.user, now=now)

    def booked() -> object:
        try:
            return introductions.plan(wish, form.shift(), by=request.user, at=now, override=form.cleaned_data["why"])
        except CannotBook as refusal:
            form.needs_why = refusal.overridable and access.may(request.user, "booking.override")
            raise

    return _done(request, wish, {"plan": form}, booked, _("Introduktionen är bokad. Vikarien har fått besked."))


@require_POST
def introduced(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """She has been introduced there already."""
    wish = _to_answer(request, pk)
    form = IntroducedForm(request.POST, auto_id="introduced_%s")

    def noted() -> object:
        day = form.cleaned_data["given_on"]
        return workplace_requests.introduced_already(wish, day, by=request.user, at=timezone.now())

    return _done(request, wish, {"introduced": form}, noted, _("Klart. Vikarien kan bokas på arbetsplatsen."))


@require_POST
def accept(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """No introduction is asked for there."""
    wish = _to_answer(request, pk)
    form = forms.Form(request.POST)

    def accepted() -> object:
        return workplace_requests.accept(wish, by=request.user, at=timezone.now())

    return _done(request, wish, {"accept": form}, accepted, _("Klart. Vikarien kan bokas på arbetsplatsen."))


@require_POST
def decline(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """No, and why."""
    wish = _to_answer(request, pk)
    form = DeclineForm(request.POST, auto_id="decline_%s")

    def declined() -> object:
        return workplace_requests.decline(wish, **form.cleaned_data, by=request.user, at=timezone.now())

    return _done(request, wish, {"decline": form}, declined, _("Svaret är skickat till vikarien."))


@require_POST
def agree(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """An agreement that reaches the workplace, so that she can be booked there at all."""
    wish = _to_answer(request, pk)
    if not may_agree(request.user, wish.workplace):
        raise Http404
    form = AgreementHereForm(request.POST, user=request.user, workplace=wish.workplace, auto_id="agree_%s")
    if done(form, lambda: papers.agree(wish.substitute, form.terms(), by=request.user, at=timezone.now())) is None:
        return _page(request, wish, sent={"agree": form})
    return _back_to(request, wish, _("Avtalet är tillagt. Nu kan du planera introduktionen."))


def _to_answer(request: SignedIn, pk: uuid.UUID) -> WorkplaceRequest:
    return access.get(request.user, WorkplaceRequest.objects.for_a_list(), pk, "change")


def _done(
    request: SignedIn, wish: WorkplaceRequest, sent: Mapping[str, forms.Form], act: Callable[[], object], said: str
) -> HttpResponse:
    """Do it and say so; or the page again, with why not and all that was typed."""
    (form,) = sent.values()
    if form.is_valid():
        try:
            act()
        except Refused as refusal:
            form.add_error(None, list(refusal.reasons))
        else:
            return _back_to(request, wish, said)
    return _page(request, WorkplaceRequest.objects.for_a_list().get(pk=wish.pk), sent=sent)


def _page(request: SignedIn, wish: WorkplaceRequest, *, sent: Mapping[str, Any] | None = None) -> HttpResponse:
    return workplace_request_page.page(request, wish, sent=sent or {}, now=timezone.now())


def _back_to(request: SignedIn, wish: WorkplaceRequest, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect("workplace_request:inspect", wish.pk)
