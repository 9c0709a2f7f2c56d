"""Bokningar: her shifts to come and those that were, each with what she needs on the day."""

import uuid

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from booking import calendar_events, calendar_files, codes
from booking.assistant import why_to_her
from booking.models import Absence, Booking, OrderReason, Origin
from booking.models.booking import BookingQuerySet
from booking.operations import lateness, regretting
from booking.operations.refusals import Refused
from booking.views.substitute import worked_states
from booking.weeks import local_day
from people import access
from people.models import PayForm, Substitute
from people.views.answers import secret
from people.views.own import for_substitutes

ON_A_PAGE = 20
ASKED_AT_ONCE = 5
"""Of so many shifts she is asked at once whether the time was right; the others have their badge in the list."""
CHOSEN_FOR_HER = {Origin.ASSISTANT, Origin.ENQUIRY, Origin.PLANNER}
"""The ways by which the assistant may have chosen her."""


@for_substitutes
@require_safe
def bookings(request: HttpRequest, me: Substitute) -> HttpResponse:
    """Those whose time she has to confirm, those to come, soonest first, and a page of the others, the latest first."""
    now = timezone.now()
    to_say = list(hers(me).to_say(now=now).order_by("-starts", "pk")[:ASKED_AT_ONCE])
    coming = hers(me).coming(now=now)
    past = hers(me).exclude(pk__in=Booking.objects.coming(now=now).values("pk")).order_by("-starts", "pk")
    page = Paginator(past, ON_A_PAGE).get_page(request.GET.get("sida"))
    ill = access.scope(me.user, Absence.objects.until_said(me, now=now)).exists()
    context = {
        "to_say": to_say,
        "coming": coming,
        "page": page,
        "past": worked_states.with_states(page, now=now),
        "today": local_day(now),
        "now": now,
        "ill": ill,
    }
    return render(request, "booking/substitute/bookings.html", context)


@for_substitutes
@require_safe
def booking(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """One shift. Who is replaced, and why, is nobody's to read here."""
    return shown(request, me, access.get(me.user, hers(me), pk))


def shown(request: HttpRequest, me: Substitute, found: Booking, *, refusal: Refused | None = None) -> HttpResponse:
    """Its page as it stands; `refusal` is why what she said of it was not written."""
    now = timezone.now()
    is_ahead = found.ended_at is None and found.ends > now
    context = codes.of(found, me, now=now) | {
        "booking": found,
        "order": found.order,
        "is_ahead": is_ahead,
        "worked": worked_states.of([found], now=now).get(found.pk),
        "refusal": refusal,
        "may_be_late": is_ahead and lateness.opens(found) <= now,
        "regret_until": regretting.open_until(found, at=now),
        "today": local_day(now),
        "now": now,
        "pay_form": dict(PayForm.choices).get(found.terms.get("pay_form", ""), ""),
        "why": why_to_her.sentences(found.order, me) if found.origin in CHOSEN_FOR_HER else (),
        "employment": dict(OrderReason.LegalKind.choices).get(found.terms.get("employment", ""), ""),
    }
    answer = render(request, "booking/substitute/booking.html", context, status=409 if refusal else 200)
    return secret(answer) if context["codes"] else answer


@for_substitutes
@require_safe
def file(request: HttpRequest, me: Substitute, pk: uuid.UUID) -> HttpResponse:
    """One shift for the calendar of her phone."""
    found = access.get(me.user, hers(me), pk)
    text = calendar_files.written(calendar_events.of([found]))
    answer = HttpResponse(text, content_type=calendar_files.CONTENT_TYPE)
    name = f"pass-{local_day(found.starts)}-{slugify(found.order.workplace.name)}.ics"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def hers(me: Substitute) -> BookingQuerySet:
    """The shifts that are or were hers."""
    return access.scope(me.user, Booking.objects.of(me)).with_places().select_related("attested_by")
