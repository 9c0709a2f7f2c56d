"""How far a shift that is over has come on its way to payroll: each is in exactly one state."""

from datetime import datetime

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.utils.translation import gettext_lazy as _

from booking.models import Booking, PlannerTask, WorkedTime

Kind = PlannerTask.Kind


class State(models.TextChoices):
    """From what nobody has touched to what is settled."""

    UNTOUCHED = "orord", _("ingen har sagt något")
    CONFIRMED = "bekraftad", _("vikarien har bekräftat")
    OTHERWISE = "annan-tid", _("vikarien säger annat")
    DISPUTED = "bestrids", _("bestrids")
    APPROVED = "attesterad", _("attesterad")
    CORRECTED = "rattad", _("rättad")
    MISSED = "uteblev", _("uteblev")


WAITING = (State.UNTOUCHED, State.CONFIRMED, State.OTHERWISE)
NOT_READY = (*WAITING, State.DISPUTED)
"""Those that somebody must see to before payroll: to approve, or to find out what is right."""


def disputed() -> Q:
    """Somebody says that the time is wrong, and no planner has seen to it."""
    undone = PlannerTask.objects.undone().filter(booking=OuterRef("pk"))
    # The workplace's words wait until the time is approved, hers also when it has been.
    hers, theirs = undone.filter(kind=Kind.TIME_DISPUTED), undone.filter(kind=Kind.WORKED_OTHERWISE)
    return Q(Exists(hers)) | Q(Exists(theirs), attested_at=None)


def over(bookings: QuerySet[Booking], *, now: datetime) -> QuerySet[Booking]:
    """Those that are over and were not ended before they were worked, also where nobody came."""
    return bookings.filter(ended_at=None, ends__lte=now)


def with_state(bookings: QuerySet[Booking]) -> QuerySet[Booking]:
    """Each with its `state`, by which they can be filtered."""
    said = WorkedTime.objects.filter(booking=OuterRef("pk")).order_by("-number")
    approved = said.filter(attested_at__isnull=False)
    as_booked = Q(
        nothing=False, starts=F("booking__starts"), ends=F("booking__ends"), break_minutes=F("booking__break_minutes")
    )
    said_alike = Case(When(as_booked, then=Value(1)), default=Value(0))
    return bookings.alias(
        said_alike=Subquery(said.annotate(alike=said_alike).values("alike")[:1]),
        approved_side=Subquery(approved.values("side")[:1]),
    ).annotate(
        state=Case(
            When(disputed(), then=Value(State.DISPUTED)),
            When(no_show=True, then=Value(State.MISSED)),
            When(attested_at__isnull=False, approved_side=WorkedTime.Side.PLANNER, then=Value(State.CORRECTED)),
            When(attested_at__isnull=False, then=Value(State.APPROVED)),
            When(said_alike=0, then=Value(State.OTHERWISE)),
            When(said_alike=1, then=Value(State.CONFIRMED)),
            default=Value(State.UNTOUCHED),
        )
    )
