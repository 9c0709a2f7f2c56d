"""What the signed-in user has been told, and what she answers a colleague who wrote to her."""

import uuid
from collections.abc import Iterable
from datetime import datetime

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from messaging import choices, entries, inbound, waiting
from messaging.forms import AnswerForm
from messaging.models import InboundMessage, Message
from people import access
from people.models import User
from people.start import layout
from people.views import kept
from people.views.own import for_users

ON_A_PAGE = 30
UNREAD, TO_ANSWER = "olasta", "svar"


@for_users
@require_safe
def inbox(request: HttpRequest, user: User) -> HttpResponse:
    """Her messages, the latest first: all, the unread, or those that wait for her. What is shown is then read."""
    now = timezone.now()
    shown, questions = request.GET.get("visa", ""), waiting.for_answer_from(user, now=now)
    told = access.scope(user, Message.objects.in_inbox(user, now=now), "view")
    if shown == UNREAD:
        told = told.unread()
    if shown == TO_ANSWER:
        told = told.filter(pk__in=questions)
    # What has been read is no longer among the unread: there the next page is the first again.
    page = Paginator(told, ON_A_PAGE).get_page(1 if shown == UNREAD else request.GET.get("sida"))
    context = {
        "page": page,
        "entries": entries.of(page, questions, now=now),
        "shown": shown if shown in {UNREAD, TO_ANSWER} else "",
        "to_answer": len(questions),
        "hers": choices.of_one(user),
        "now": now,
        "layout": layout(user),
    }
    answer = render(request, "messaging/inbox.html", context)
    if request.method == "GET":
        mark_read(page, at=now)
    return answer


@for_users
@kept.keeps_typed
@require_http_methods(["GET", "HEAD", "POST"])
def message(request: HttpRequest, user: User, pk: uuid.UUID) -> HttpResponse:
    """One of them; what a colleague wrote can be answered here."""
    now = timezone.now()
    hers = access.get(user, Message.objects.in_inbox(user, now=now), pk, "view")
    form = AnswerForm(kept.typed(request)) if waiting.is_hers_to_answer(hers) else None
    if request.method == "POST":
        if form is None:
            raise Http404
        if form.is_valid():
            inbound.write(hers, form.cleaned_data["text"], by=user, command=form.cleaned_data["command"], at=now)
            messages.success(request, _("Svaret är skickat. En planerare läser det."))
            return redirect("messaging:message", pk=pk)
    (entry,) = entries.of([hers], waiting.for_answer_from(user, now=now), now=now)
    answers = access.scope(user, InboundMessage.objects.filter(in_answer_to=hers), "read").order_by("received_at", "pk")
    context = {"entry": entry, "form": form, "answers": answers, "layout": layout(user), "now": now}
    answer = render(request, "messaging/message.html", context, status=422 if request.method == "POST" else 200)
    if request.method == "GET":
        mark_read([hers], at=now)
    return answer


def mark_read(told: Iterable[Message], *, at: datetime) -> None:
    """These have been seen."""
    unread = [one.pk for one in told if one.read_at is None]
    if unread:
        Message.objects.unread().filter(pk__in=unread).update(read_at=at)
