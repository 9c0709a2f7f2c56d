"""Förfrågningar: what she is asked, and what became of her answers.

Whoever waits for her turn in a wave knows nothing of it (`Enquiry.objects.put`). An answer leads back to the enquiry's
own page, which says what it became; so a second tap changes nothing.
"""

import uuid
from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from booking.assistant import why_to_her
from booking.models import Enquiry, Kind
from booking.operations import availability, undoing
from booking.operations.refusals import Refused
from booking.period import whole_day
from booking.views.substitute import enquiry_states as states
from booking.views.substitute import receipts
from booking.weeks import local_day
from people import access
from people.models import Substitute
from people.views.own import for_substitutes
from portal.templatetags.times import day

ON_A_PAGE = 20


@for_substitutes
@require_safe
def enquiries(request: HttpRequest, me: Substitute) -> HttpResponse:
    """Those that wait for her, for word or for second thoughts, each by itself; then the others, the latest first."""
    now = timezone.now()
    hers = access.scope(me.user, Enquiry.objects.put().filter(substitute=me)).with_places()
    waiting, again = hers.unanswered(now=now), hers.to_think_again(now=now)
    said_yes = Q(status=Enquiry.Status.WAITING_YES)
    open_still = Enquiry.objects.unanswered(now=now).values("pk"), Enquiry.objects.to_think_again(now=now).values("pk")
    others = hers.exclude(said_yes | Q(pk__in=open_still[0]) | Q(pk__in=open_still[1]))
    page = Paginator(others.order_by("-asked_at", "pk"), ON_A_PAGE).get_page(request.GET.get("sida"))
    context = {
        "waiting": waiting, "said_yes": hers.filter(said_yes), "again": again, "page": page,
        "today": local_day(now), "now": now,
    }  # fmt: skip
    return render(request, "booking/substitute/enquiries.html", context)


@for_substitutes
@require_safe
def enquiry(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """One of them, or what became of it."""
    return shown(request, hers(me, pk, "view"))


@for_substitutes
@require_POST
def answer(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """Her Ja or Nej, or that she takes one of them back."""
    asked, said = hers(me, pk, "answer"), request.POST.get("svar", "")
    if said not in states.ANSWERS:
        return shown(request, asked, unclear=True)
    try:
        surprise = states.act(asked, said, at=timezone.now())
    except Refused as refusal:
        return shown(request, hers(me, pk, "answer"), refusal=refusal)
    if surprise:
        messages.warning(request, surprise)
    return redirect("booking:enquiry", pk=pk)


@for_substitutes
@require_POST
def not_that_day(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """She cannot work at all that day, so nobody need ask; what is booked stands."""
    asked = hers(me, pk, "answer")
    that_day = local_day(asked.order.starts)
    now = timezone.now()
    act = partial(availability.put_in, me, [whole_day(that_day)], kind=Kind.NOT_AVAILABLE, by=me.user, at=now)
    outcome, change = undoing.remembered(me, act, at=now)
    words = _("Nu frågar vi dig inte om fler pass %(day)s.") % {"day": day(that_day)}
    stands = _("Det du är bokad på gäller som förut.") if outcome.stood else ""
    receipts.done(request, f"{words} {stands}".strip(), change)
    return redirect("booking:enquiry", pk=pk)


def hers(me: Substitute, pk: uuid.UUID, verb: str) -> Enquiry:
    """The enquiry to her; another's does not exist."""
    return access.get(me.user, Enquiry.objects.put().filter(substitute=me).with_places(), pk, verb)


def shown(
    request: HttpRequest, asked: Enquiry, *, unclear: bool = False, refusal: Refused | None = None
) -> HttpResponse:
    """The question while it is open, else the outcome. `unclear`: an answer came that was none."""
    context = states.shown(asked, now=timezone.now())
    context |= {"unclear": unclear, "refusal": refusal, "action": reverse("booking:answer", args=[asked.pk])}
    if context["state"] == states.ASKED:
        context["why"] = why_to_her.sentences(asked.order, asked.substitute)
        status = 422 if unclear else 409 if refusal else 200
        return render(request, "booking/substitute/enquiry.html", context, status=status)
    if context["state"] == Enquiry.Status.INELIGIBLE:
        context["reasons"] = states.hindrances(asked)
    return render(request, "booking/substitute/enquiry_outcome.html", context, status=409 if refusal else 200)
