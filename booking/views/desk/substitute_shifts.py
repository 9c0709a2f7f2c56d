"""A substitute's shifts, coming and past, her hours and days, and how she answers when she is asked."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from booking.models import Booking, Enquiry
from booking.templatetags.staffing import booking_state
from booking.views.desk.substitute import coming, counted, framed, the_substitute
from people import access
from people.models import Substitute, User
from people.requests import SignedIn

ON_A_PAGE = 30
LATELY = timedelta(days=182)

YES = Q(status__in=[Enquiry.Status.WON, Enquiry.Status.WAITING_YES]) | Q(
    status__in=[Enquiry.Status.LOST, Enquiry.Status.SUPERSEDED], answered_at__isnull=False
)
NO, NONE = Q(status=Enquiry.Status.NO), Q(status=Enquiry.Status.EXPIRED)


@dataclass(frozen=True, slots=True)
class Past:
    """A shift that is over, or was ended before."""

    booking: Booking
    looks: str
    state: str


@dataclass(frozen=True, slots=True)
class Answers:
    """How often she was asked lately, and what she said. To be read: no order of hers on a list rests on it."""

    asked: int
    yes: int
    no: int
    none: int

    @property
    def otherwise(self) -> int:
        """Those that were overtaken, or wait."""
        return self.asked - self.yes - self.no - self.none


@require_safe
def show(request: SignedIn, pk: uuid.UUID) -> HttpResponse:
    """Those that the reader may see; of the coming ones in other areas only when."""
    substitute, now, user = the_substitute(request, pk), timezone.now(), request.user
    if not access.may(user, "booking.view"):
        raise Http404
    over = Booking.objects.of(substitute).filter(Q(ends__lte=now) | Q(ended_at__isnull=False))
    seen = access.scope(user, over.with_places()).order_by("-starts", "pk")
    page = Paginator(seen, ON_A_PAGE).get_page(request.GET.get("sida"))
    context = framed(request, substitute, "shifts", now=now)
    context |= {
        "shifts": coming(substitute, user, now=now),
        "page": page,
        "past": [past(booking) for booking in page.object_list],
    }
    if context["may_change"]:
        context |= counted(substitute, user, now=now) | {"answers": _answers(substitute, user, now=now)}
    return render(request, "booking/desk/substitute_shifts.html", context)


def past(booking: Booking) -> Past:
    """Worked, approved, missed, or ended and why."""
    if booking.ended_at:
        return Past(booking, "grus", booking_state(booking))
    if booking.no_show:
        return Past(booking, "lingon", booking_state(booking))
    return Past(booking, "bokad", _("Attesterat") if booking.attested_at else _("Jobbat"))


def _answers(substitute: Substitute, user: User, *, now: datetime) -> Answers:
    put = Enquiry.objects.put().filter(substitute=substitute, asked_at__gt=now - LATELY)
    counts = {
        "asked": Count("pk"),
        "yes": Count("pk", filter=YES),
        "no": Count("pk", filter=NO),
        "none": Count("pk", filter=NONE),
    }
    return Answers(**access.scope(user, put).aggregate(**counts))
