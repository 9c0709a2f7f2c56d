"""Förfrågningar: what she is asked, and what became of her answers.

Whoever waits for her turn in a wave knows nothing of it (`Enquiry.objects.put`). An answer leads back to the enquiry's
own page, which says what it became; so a second tap changes nothing.
"""

import uuid
from datetime import datetime

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from booking import eligibility, outcomes
from booking.models import Booking, Enquiry, Order, PlannerTask, Policy
from booking.operations import answering
from booking.reasons import sentence
from booking.rules import Channel, Weight
from booking.weeks import local_day
from people import access
from people.models import Substitute
from people.views.own import for_substitutes

ON_A_PAGE = 20
YES, NO = "ja", "nej"
SURPRISING = {Enquiry.Status.WON: NO, Enquiry.Status.EXPIRED: YES}
"""Answers that come to something else than they say: a no to a shift she has, a yes that is too late."""


@for_substitutes
@require_safe
def enquiries(request: HttpRequest, me: Substitute) -> HttpResponse:
    """Those that wait for an answer, those whose yes waits for word, then the others, the latest first."""
    now = timezone.now()
    hers = access.scope(me.user, Enquiry.objects.put().filter(substitute=me)).with_places()
    waiting = hers.unanswered(now=now)
    said_yes = Q(status=Enquiry.Status.WAITING_YES)
    others = hers.exclude(said_yes | Q(pk__in=Enquiry.objects.unanswered(now=now).values("pk")))
    page = Paginator(others.order_by("-asked_at", "pk"), ON_A_PAGE).get_page(request.GET.get("sida"))
    context = {"waiting": waiting, "said_yes": hers.filter(said_yes), "page": page, "today": local_day(now), "now": now}
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
    now = timezone.now()
    answered = answering.answer(asked, yes=said == YES, by=me.user, at=now)
    if said == SURPRISING.get(Enquiry.Status(answered.status)):
        messages.warning(request, outcomes.told(answered, yes=said == YES, at=now))
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
        context["collects"] = asked.asking is not None and asked.asking.mode == Policy.Mode.BEST
        return render(request, "booking/substitute/enquiry.html", context, status=422 if unclear else 200)
    outcome = Enquiry.Status.EXPIRED if asked.status in Enquiry.ASKED else Enquiry.Status(asked.status)
    context |= {
        "outcome": outcome,
        "now": now,
        "booking": Booking.objects.of(asked.substitute).occupying().filter(order=asked.order_id).first(),
        "may_change": in_time and asked.round == asked.order.round and asked.order.status == Order.Status.OPEN,
        "reasons": hindrances(asked) if outcome is Enquiry.Status.INELIGIBLE else [],
        "said": outcomes.told(asked, yes=False, at=now) if outcome is Enquiry.Status.WITHDRAWN else "",
        "late": late(asked, now=now) if outcome is Enquiry.Status.EXPIRED else "",
    }
    return render(request, "booking/substitute/enquiry_outcome.html", context)


def late(asked: Enquiry, *, now: datetime) -> str:
    """Whether a yes after the time still reaches somebody: "open", "said" when it has; empty when it is of no use."""
    if asked.round != asked.order.round or not answering.still_wanted(asked.order, at=now):
        return ""
    said = PlannerTask.objects.filter(kind=PlannerTask.Kind.LATE_YES, order=asked.order, substitute=asked.substitute)
    return "said" if said.exists() else "open"


def hindrances(asked: Enquiry) -> list[str]:
    """What stands in her way now, in words."""
    verdict = eligibility.of_orders([asked.order], asked.substitute, channel=Channel.PLANNER)[asked.order_id]
    return [sentence(breach) for weight in (Weight.HARD, Weight.OVERRIDABLE) for breach in verdict.weighing(weight)]
