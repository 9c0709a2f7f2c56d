"""Inkorg: what came in for a person to read, with who wrote or may have sent it, and what they were asked."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from booking.models import Enquiry
from messaging import inbound
from messaging.gates import senders_within_reach
from messaging.models import InboundMessage
from people import access
from people.models import Substitute, User
from people.requests import SignedIn
from people.views.desk.page import frame

ON_A_PAGE = 30


@dataclass(slots=True)
class Sender:
    """Somebody who may have sent it, and the substitute that she is, if the reader may write to her."""

    user: User
    substitute: Substitute | None


@dataclass(slots=True)
class Row:
    """What came in, who may have sent it, and what waits for an answer from that number."""

    sms: InboundMessage
    senders: list[Sender] = field(default_factory=list)
    enquiries: list[Enquiry] = field(default_factory=list)


@require_safe
def index(request: SignedIn) -> HttpResponse:
    """What waits for a reader, the oldest first."""
    if not access.may(request.user, "inboundmessage.view"):
        raise Http404
    now = timezone.now()
    waiting = access.scope(request.user, InboundMessage.objects.waiting()).select_related("in_answer_to__written_by")
    page = Paginator(waiting, ON_A_PAGE).get_page(request.GET.get("sida"))
    context = {"page": page, "rows": _rows(page.object_list, request.user, now=now), "now": now}
    return render(request, "booking/desk/inbox.html", context | frame(_("Inkorg"), [], "mail"))


@require_POST
def settle(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Somebody has read it and done what it asked for."""
    sms = access.get(request.user, InboundMessage.objects.all(), pk, "change")
    inbound.settle(sms, by=request.user, at=timezone.now())
    messages.success(request, _("Meddelandet är läst."))
    return redirect("sms:index")


def _rows(waiting: Iterable[InboundMessage], user: User, *, now: datetime) -> list[Row]:
    """Five queries, however many there are."""
    waiting = list(waiting)
    numbers = {sms.sender for sms in waiting if sms.sender}
    senders, enquiries = _senders(user, numbers), _enquiries(user, numbers, now=now)
    writers = _writers(user, {sms.written_by_id for sms in waiting if sms.written_by_id})
    return [Row(sms, writers.get(sms.written_by_id) or senders[sms.sender], enquiries[sms.sender]) for sms in waiting]


def _writers(user: User, keys: set[int]) -> dict[int | None, list[Sender]]:
    """Who wrote in the portal; nothing is asked where nobody did."""
    if not keys:
        return {}
    writable = access.scope(user, Substitute.objects.filter(user__in=keys), "write")
    hers = {substitute.user_id: substitute for substitute in writable}
    return {one.pk: [Sender(one, hers.get(one.pk))] for one in User.objects.filter(pk__in=keys)}


def _senders(user: User, numbers: set[str]) -> dict[str, list[Sender]]:
    writable = access.scope(user, Substitute.objects.filter(user__phone__in=numbers), "write")
    hers = {substitute.user_id: substitute for substitute in writable}
    found = defaultdict(list)
    for sender in senders_within_reach(user).filter(phone__in=numbers).order_by("first_name", "last_name", "pk"):
        found[sender.phone].append(Sender(sender, hers.get(sender.pk)))
    return found


def _enquiries(user: User, numbers: set[str], *, now: datetime) -> dict[str, list[Enquiry]]:
    open_ones = Enquiry.objects.unanswered(now=now).filter(substitute__user__phone__in=numbers)
    found = defaultdict(list)
    for enquiry in access.scope(user, open_ones).with_places():
        found[enquiry.substitute.user.phone].append(enquiry)
    return found
