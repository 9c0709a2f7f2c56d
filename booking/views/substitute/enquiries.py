"""Förfrågningar: what she is asked, and what became of her answers.

An answer leads back to the enquiry's own page, which says what it became; so a second tap changes nothing.
"""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from booking.matching import jobs as matching
from booking.models import Booking, Enquiry, Order
from booking.operations import answering
from booking.reasons import sentence
from booking.rules import Weight
from booking.weeks import local_day
from people import access
from people.models import Substitute
from people.views.own import for_substitutes

ON_A_PAGE = 20
YES, NO = "ja", "nej"


@for_substitutes
@require_safe
def enquiries(request: HttpRequest, me: Substitute) -> HttpResponse:
    """Those that wait for an answer, then the others, the latest first."""
    now = timezone.now()
    hers = access.scope(me.user, Enquiry.objects.put().filter(substitute=me)).with_places()
    waiting = hers.unanswered(now=now)
    others = hers.exclude(pk__in=Enquiry.objects.unanswered(now=now).values("pk")).order_by("-asked_at", "pk")
    page = Paginator(others, ON_A_PAGE).get_page(request.GET.get("sida"))
    context = {"waiting": waiting, "page": page, "today": local_day(now)}
    return render(request, "booking/substitute/enquiries.html", context)


@for_substitutes
@require_safe
def enquiry(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """One of them, or what became of it."""
    return shown(request, hers(me, pk, "view"))


@for_substitutes
@require_POST
def answer(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """Her Ja or Nej."""
    asked = hers(me, pk, "answer")
    said = request.POST.get("svar")
    if said not in {YES, NO}:
        return shown(request, asked, unclear=True)
    answered = answering.answer(asked, yes=said == YES, by=me.user, at=timezone.now())
    if answered.status == Enquiry.Status.WON and said == NO:
        messages.warning(request, _("Passet är redan ditt. Ring arbetsplatsen om du inte kan komma."))
    return redirect("booking:enquiry", pk=pk)


def hers(me: Substitute, pk: uuid.UUID, verb: str) -> Enquiry:
    """The enquiry to her; another's does not exist."""
    return access.get(me.user, Enquiry.objects.put().filter(substitute=me).with_places(), pk, verb)


def shown(request: HttpRequest, asked: Enquiry, *, unclear: bool = False) -> HttpResponse:
    """The question while it is open, else the outcome. `unclear`: an answer came that was neither yes nor no."""
    now = timezone.now()
    in_time = asked.answer_by > now
    context: dict[str, object] = {"enquiry": asked, "order": asked.order, "today": local_day(now), "unclear": unclear}
    if asked.status in Enquiry.ASKED and in_time:
        return render(request, "booking/substitute/enquiry.html", context, status=422 if unclear else 200)
    context |= {
        "outcome": Enquiry.Status.EXPIRED if asked.status in Enquiry.ASKED else asked.status,
        "booking": Booking.objects.of(asked.substitute).occupying().filter(order=asked.order_id).first(),
        "may_change": in_time and asked.round == asked.order.round and asked.order.status == Order.Status.OPEN,
        "reasons": hindrances(asked) if asked.status == Enquiry.Status.INELIGIBLE else [],
    }
    return render(request, "booking/substitute/enquiry_outcome.html", context)


def hindrances(asked: Enquiry) -> list[str]:
    """What stands in her way now, in words."""
    verdict = matching.beside([asked.order], asked.substitute)[0].verdict
    return [sentence(breach) for weight in (Weight.HARD, Weight.OVERRIDABLE) for breach in verdict.weighing(weight)]
