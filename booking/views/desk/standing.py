"""A planner writes down where a substitute stands. What is refused is told on her page, beside what was typed."""

import uuid
from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from booking.forms.standing import (
    AbsenceForm,
    BackForm,
    BlockForm,
    GivenForm,
    IntroductionForm,
    RecordsCheckForm,
    places_for,
)
from booking.models import Absence, Booking, RestDebt
from booking.operations import absences, papers, rest, standing
from booking.views.desk import substitute as overview
from booking.views.desk import substitute_papers as on_paper
from booking.views.desk.left import tell_what_is_left
from people import access
from people.models import Block, Introduction, Substitute
from people.requests import SignedIn
from people.views.desk.page import done

PAPERS, OVERVIEW = "substitute:papers", "substitute:inspect"


@require_POST
def block(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Never at the workplace."""
    substitute = hers(request, pk, "block.change")
    form = BlockForm(request.POST, places=places_for(request.user, "block.change"), auto_id="block_%s")
    made = done(form, lambda: standing.block(substitute, **form.cleaned_data, by=request.user, at=timezone.now()))
    if made is None:
        return on_paper.page(request, substitute, sent={"block": form})
    return _back_to(request, substitute, _("Spärren är tillagd."), made.booked)


@require_POST
def lift(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """A block is lifted."""
    made = access.get(request.user, Block.objects.select_related("substitute__user", "workplace"), pk, "change")
    standing.lift(made, by=request.user, at=timezone.now())
    return _back_to(request, made.substitute, _("Spärren är hävd."))


@require_POST
def introduce(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Introduced at the workplace."""
    substitute = hers(request, pk, "introduction.change")
    places = places_for(request.user, "introduction.change")
    form = IntroductionForm(request.POST, places=places, auto_id="introduction_%s")
    told = done(form, lambda: standing.introduce(substitute, **form.cleaned_data, by=request.user, at=timezone.now()))
    if told is None:
        return on_paper.page(request, substitute, sent={"introduction": form})
    return _back_to(request, substitute, _("Introduktionen är tillagd."))


@require_POST
def withdraw_introduction(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """An introduction no longer counts."""
    rows = Introduction.objects.select_related("substitute__user", "workplace")
    given = access.get(request.user, rows, pk, "change")
    booked = standing.withdraw_introduction(given, by=request.user, at=timezone.now())
    return _back_to(request, given.substitute, _("Introduktionen är borttagen."), booked)


@require_POST
def check(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """An extract was shown."""
    substitute = hers(request, pk, "recordscheck.change")
    form = RecordsCheckForm(request.POST, auto_id="check_%s")
    noted = done(
        form, lambda: papers.note_records_check(substitute, **form.cleaned_data, by=request.user, at=timezone.now())
    )
    if noted is None:
        return on_paper.page(request, substitute, sent={"check": form})
    return _back_to(request, substitute, _("Registerkontrollen är noterad."), noted.booked)


@require_POST
def note_absence(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Away for some days."""
    substitute, now = hers(request, pk, "absence.add"), timezone.now()
    form = AbsenceForm(request.POST, auto_id="absence_%s")
    if not form.is_valid():
        return overview.page(request, substitute, sent={"absence": form})
    kind = Absence.Kind(form.cleaned_data["kind"])
    noted = absences.note(substitute, form.period, kind=kind, by=request.user, at=now)
    return _back_to(request, substitute, _("Frånvaron är noterad."), noted.booked, route=OVERVIEW)


@require_POST
def shorten_absence(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Back earlier than was thought."""
    rows = Absence.objects.select_related("substitute__user")
    absence = access.get(request.user, rows, pk, "change")
    form = BackForm(request.POST, auto_id=f"{absence.pk}_%s")
    if not form.is_valid():
        return overview.page(request, absence.substitute, sent={str(absence.pk): form})
    absences.shorten(absence, form.until(), by=request.user, at=timezone.now())
    return _back_to(request, absence.substitute, _("Frånvaron är ändrad."), route=OVERVIEW)


@require_POST
def settle(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Rest has been given back."""
    rows = RestDebt.objects.select_related("substitute__user", "booking__order__workplace")
    debt = access.get(request.user, rows, pk, "change")
    form = GivenForm(request.POST, auto_id=f"{debt.pk}_%s")
    if not form.is_valid():
        return overview.page(request, debt.substitute, sent={str(debt.pk): form})
    rest.settle(debt, how=form.cleaned_data["how"], by=request.user, at=timezone.now())
    return _back_to(request, debt.substitute, _("Vilan är noterad som given."), route=OVERVIEW)


def hers(request: SignedIn, pk: uuid.UUID, action: str) -> Substitute:
    """The substitute, if the user may change her and do the action somewhere."""
    if not access.may(request.user, action):
        raise Http404
    return access.get(request.user, Substitute.objects.select_related("user"), pk, "change")


def _back_to(
    request: SignedIn, substitute: Substitute, said: str, booked: Sequence[Booking] = (), *, route: str = PAPERS
) -> HttpResponse:
    messages.success(request, said)
    tell_what_is_left(request, booked)
    return redirect(route, substitute.pk)
