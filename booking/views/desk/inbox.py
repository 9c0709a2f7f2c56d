"""Inkorg: what came in for a person to read, and the likely right deeds of each, one button each."""

import uuid
from collections.abc import Sequence
from datetime import timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from booking import interpreting
from booking.matching import changes
from booking.models import Enquiry, Order
from booking.operations.refusals import Refused
from booking.views.desk import fresh, inbox_rows
from messaging import inbound
from messaging.models import InboundMessage
from people import access
from people.requests import SignedIn
from people.views.desk.page import frame

ON_A_PAGE = 30
LATELY, MOST_LATELY = timedelta(minutes=30), 10
"""For so long what has been read stands below, with who read it; and so many at most."""


@require_safe
def index(request: SignedIn) -> HttpResponseBase:
    """What waits for a reader, the oldest first."""
    if not access.may(request.user, "inboundmessage.view"):
        raise Http404
    now = timezone.now()
    version = fresh.version(changes.within_reach(request.user, now=now), request.GET.urlencode(), now=now)
    return fresh.unless_unchanged(request, version, lambda: _page(request, version))


@require_POST
def settle(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Somebody has read it and done what it asked for."""
    sms = access.get(request.user, InboundMessage.objects.all(), pk, "change")
    inbound.settle(sms, by=request.user, at=timezone.now())
    if sms.settled_by == request.user:
        messages.success(request, _("Meddelandet är läst. Under Nyss läst kan du ångra."))
    else:
        messages.warning(request, interpreting.read_already(sms))
    return _back(request)


@require_POST
def unsettle(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """It was not read after all, says she who said so."""
    sms = access.get(request.user, InboundMessage.objects.all(), pk, "change")
    inbound.unsettle(sms, by=request.user, at=timezone.now())
    if sms.settled_at:
        messages.warning(request, interpreting.read_already(sms))
    else:
        messages.success(request, _("Meddelandet väntar igen."))
    return _back(request)


@require_POST
def count(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """It means Ja, or Nej, to one enquiry of somebody who may have sent it."""
    sms = access.get(request.user, InboundMessage.objects.all(), pk, "change")
    yes, enquiry = request.POST.get("svar") == "ja", _enquiry(request, sms)
    try:
        answered = interpreting.count(sms, enquiry, yes=yes, by=request.user, at=timezone.now())
    except Refused as refusal:
        return _page(request, refused=sms, reasons=refusal.reasons)
    messages.success(request, _told(answered))
    return _back(request)


def _enquiry(request: SignedIn, sms: InboundMessage) -> Enquiry:
    """The one that is meant, if it can be: asked of a sender, about a shift that is hers to book; else 404."""
    of_a_sender = Enquiry.objects.with_places().filter(substitute__user__in=inbound.senders_of(sms))
    enquiry = access.get(request.user, of_a_sender, access.key_named(request.POST.get("enquiry", "")))
    access.get(request.user, Order.objects.all(), enquiry.order_id, "book")
    return enquiry


def _told(enquiry: Enquiry) -> str:
    who = {"who": enquiry.substitute}
    words = {
        Enquiry.Status.WON: _("Räknat som ja. %(who)s har passet och har fått besked."),
        Enquiry.Status.WAITING_YES: _("Räknat som ja. %(who)s väntar på besked."),
    }
    return words.get(Enquiry.Status(enquiry.status), _("Räknat som nej av %(who)s.")) % who


def _page(
    request: SignedIn, version: str = "", *, refused: InboundMessage | None = None, reasons: Sequence[str] = ()
) -> HttpResponse:
    """The list as it is now, with what was refused beside what it was about."""
    now = timezone.now()
    hers = access.scope(request.user, InboundMessage.objects.select_related("in_answer_to__written_by", "settled_by"))
    page = Paginator(hers.waiting(), ON_A_PAGE).get_page(request.GET.get("sida"))
    read = list(hers.read_since(now - LATELY)[:MOST_LATELY])
    rows = inbox_rows.of([*page.object_list, *read], request.user, now=now)
    waiting, lately = rows[: len(page.object_list)], rows[len(page.object_list) :]
    beside = [row for row in waiting if refused and row.sms.pk == refused.pk]
    for row in beside:
        row.refusal = reasons
    context = {"page": page, "rows": waiting, "lately": lately, "now": now, "version": version}
    context |= {"refused_at_top": [] if beside else reasons} | frame(_("Inkorg"), [], "mail")
    return render(request, "booking/desk/inbox.html", context, status=409 if reasons else 200)


def _back(request: SignedIn) -> HttpResponse:
    """The same page of the list."""
    answer = redirect("sms:index")
    if narrowed := request.GET.urlencode():
        answer["Location"] += f"?{narrowed}"
    return answer
