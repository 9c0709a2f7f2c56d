"""Skickat: what planners have written, to how many, and how it went."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Case, Count, Min, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Coalesce
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from booking.notifications.written import KIND, SENDING
from booking.views.desk import writers
from messaging.models import Message, MessageQuerySet
from people import access
from people.models import Substitute, User
from people.requests import SignedIn
from people.views.desk.page import Crumb, frame

ON_A_PAGE, PEOPLE_ON_A_PAGE = 20, 100
SHOWN_FOR = timedelta(days=92)

Status = Message.Status
WAITS = Q(status__in=[Status.PENDING, Status.SENDING])
AS_SMS = Coalesce(Min("body", filter=~Q(body="")), Value("", output_field=TextField()))
"""As it reads in an SMS, in Swedish: what is added to it comes first of all by the alphabet."""

WORST_FIRST = Case(When(status=Status.FAILED, then=0), When(WAITS, then=1), default=2)


Rows = QuerySet[Any, Any]


@dataclass(frozen=True, slots=True)
class Sending:
    """What one planner wrote once: the words as most read them, and how many it reached."""

    about: str
    body: str
    posted_at: datetime
    due_at: datetime
    by: str
    people: int
    delivered: int
    sent: int
    waiting: int
    failed: int
    kept: int

    @property
    def page(self) -> str:
        """Where each receiver stands."""
        return reverse("writing:sending", args=[self.about.removeprefix(SENDING)])


@require_safe
def index(request: SignedIn) -> HttpResponse:
    """The latest first."""
    now = timezone.now()
    found = _grouped(_seen_by(request.user).filter(posted_at__gt=now - SHOWN_FOR))
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("sida"))
    context = {"page": page, "sendings": _sendings(page.object_list), "now": now}
    return render(request, "booking/desk/sent.html", context | frame(_("Skickat"), [writing()], "mail"))


@require_safe
def sending(request: SignedIn, command: uuid.UUID) -> HttpResponse:
    """Each who got it, those first whom it did not reach."""
    theirs = _seen_by(request.user).filter(about=f"{SENDING}{command}")
    found = _sendings(_grouped(theirs))
    if not found:
        raise Http404
    rows = theirs.select_related("recipient__substitute")
    rows = rows.order_by(WORST_FIRST, "recipient__first_name", "recipient__last_name", "pk")
    page = Paginator(rows, PEOPLE_ON_A_PAGE).get_page(request.GET.get("sida"))
    context = {"sending": found[0], "page": page, "now": timezone.now()}
    above = [writing(), (reverse("writing:sent"), _("Skickat"))]
    return render(request, "booking/desk/sending.html", context | frame(_("Hur det gick"), above, "mail"))


def _seen_by(user: User) -> MessageQuerySet:
    """What was written to those whom she may write to, by those whose words she may read.

    Who writes to nobody has no such page.
    """
    if not writers.areas_of(user):
        raise Http404
    readers = access.scope(user, Substitute.objects.all(), "write").values("user")
    written = Message.objects.filter(about__startswith=SENDING, kind=KIND, copy_of=None)
    return written.filter(written_by__in=writers.read_by(user), recipient__in=readers)


def _grouped(messages: MessageQuerySet) -> Rows:
    """One row for each sending, with how its messages went."""
    how = {"delivered": Q(status=Status.DELIVERED), "sent": Q(status=Status.ACCEPTED), "waiting": WAITS}
    how |= {"failed": Q(status=Status.FAILED), "kept": Q(status=Status.SUPPRESSED)}
    told: dict[str, Any] = {"its_body": AS_SMS, "its_posted_at": Min("posted_at"), "its_due_at": Min("due_at")}
    told |= {"people": Count("pk")} | {name: Count("pk", filter=which) for name, which in how.items()}
    rows: Rows = messages.values("about", "written_by").annotate(**told)
    return rows.order_by("-its_posted_at", "about")


def _sendings(rows: Iterable[dict[str, Any]]) -> list[Sending]:
    """With the names of those who wrote: one more query."""
    rows = list(rows)
    wrote = User.objects.in_bulk({row["written_by"] for row in rows})
    return [
        Sending(by=str(wrote[row.pop("written_by")]), **{name.removeprefix("its_"): row[name] for name in row})
        for row in rows
    ]


def writing() -> Crumb:
    """Where one writes."""
    return reverse("writing:selection"), _("Skriv till flera")
