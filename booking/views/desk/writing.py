"""Skriv meddelande: a planner's own words to one substitute, or to several at once."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from booking import receivers
from booking.forms.writing import WriteForm
from booking.models import Order
from booking.operations import writing
from booking.operations.refusals import Refused
from booking.templatetags.shifts import by as by_then
from booking.views.desk import preview
from booking.weeks import local_day
from messaging.models import InboundMessage
from people import access, looking
from people.models import Substitute, User
from people.requests import SignedIn
from people.views.desk.page import Crumb, frame

PREVIEW = "preview"
"""The deed of who only wants to see how it will read."""


@dataclass(frozen=True, slots=True)
class Where:
    """Where she came from and goes back to: an SMS that she answers, an order, or the substitute's page."""

    back: Crumb
    sms: InboundMessage | None = None
    order: Order | None = None


@require_http_methods(["GET", "POST"])
def to_one(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """To a substitute of her areas."""
    substitute = access.get(request.user, Substitute.objects.select_related("user"), pk, "write")
    page = (reverse("substitute:inspect", args=[substitute.pk]), str(substitute))
    return _write(request, [substitute], _where(request, [substitute], page))


@require_http_methods(["GET", "POST"])
def to_several(request: SignedIn) -> HttpResponse:
    """To those chosen; each must be of her areas."""
    keys = {access.key_named(value) for value in request.GET.getlist("chosen")}
    rows = Substitute.objects.filter(pk__in=keys).select_related("user")
    people = list(access.scope(request.user, rows, "write").order_by("user__first_name", "user__last_name", "pk"))
    if not keys or len(people) < len(keys):
        raise Http404
    return _write(request, people, _where(request, people, (reverse("substitute:index"), _("Vikarier"))))


def _write(request: SignedIn, to: Sequence[Substitute], where: Where) -> HttpResponse:
    now = timezone.now()
    leaves = writing.leaves(request.user, at=now)
    is_sent = request.method == "POST" and request.POST.get("deed") != PREVIEW
    typed = request.POST if request.method == "POST" else {"body": _greeting(to, where)}
    known: dict[str, Any] = {"by": request.user, "leaves": leaves, "now": now}
    form = WriteForm(request.POST, **known) if is_sent else WriteForm(typed=words(typed), **known)
    if form.is_valid():
        said = {"command": form.cleaned_data["command"], "at_once": form.at_once, "answering": where.sms}
        try:
            writing.write(to, form.cleaned_data["body"], by=request.user, at=now, **said)
        except Refused as refusal:
            form.add_error(None, list(refusal.reasons))
        else:
            messages.success(request, told(to, "" if form.at_once else later(leaves, now)))
            return redirect(where.back[0])
    looking.note_listed(to, by=request.user, at=now)
    context = (
        _context(request.user, to, where, form) | {"now": now} | frame(_("Skriv meddelande"), [where.back], "mail")
    )
    return render(request, "booking/desk/write.html", context, status=422 if is_sent else 200)


def _context(user: User, to: Sequence[Substitute], where: Where, form: WriteForm) -> dict[str, object]:
    found = receivers.of(to)
    return {
        "form": form,
        "to": to,
        "where": where,
        "protected": writing.why_not(to),
        "otherwise": found.otherwise,
        "preview": preview.of(form.typed, found, by=user),
    }


def words(typed: Mapping[str, Any]) -> dict[str, Any]:
    """What stands in the form of what is written."""
    return {name: typed.get(name) for name in ("body", "when", "command")}


def _greeting(to: Sequence[Substitute], where: Where) -> str:
    """What an answer begins with."""
    name = to[0].user.first_name
    return _("Hej %(name)s. ") % {"name": name} if where.sms and name else ""


def later(leaves: datetime, now: datetime) -> str:
    """When it leaves, if that is not now."""
    return "" if leaves == now else by_then(leaves, local_day(now))


def told(to: Sequence[Substitute], when: str) -> str:
    """That it is sent, or when it will be."""
    who = str(to[0]) if len(to) == 1 else preview.vikarier(len(to))
    if when:
        return _("Meddelandet till %(who)s skickas %(when)s.") % {"who": who, "when": when}
    return _("Meddelandet till %(who)s är skickat.") % {"who": who}


def _where(request: SignedIn, to: Sequence[Substitute], otherwise: Crumb) -> Where:
    """What of theirs is answered, or the order that it is about, if she may see it; else 404."""
    if key := request.GET.get("svar"):
        by_number = Q(sender__in=[person.user.phone for person in to if person.user.phone])
        theirs = InboundMessage.objects.filter(by_number | Q(written_by__in=[person.user_id for person in to]))
        sms = access.get(request.user, theirs, access.key_named(key), "change")
        return Where((reverse("sms:index"), _("Inkorg")), sms=sms)
    if key := request.GET.get("pass"):
        order = access.get(request.user, Order.objects.with_places(), access.key_named(key))
        return Where((reverse("order:inspect", args=[order.pk]), str(order.workplace)), order=order)
    return Where(otherwise)
