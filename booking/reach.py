"""Where a substitute can work: by which agreement, and where she may ask for it."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from booking.models import WorkplaceRequest
from people.models import Agreement, Introduction, Occupation, Substitute, Workplace


def reaching(substitute: Substitute, workplace: Workplace, *, now: datetime) -> QuerySet[Agreement]:
    """Those of hers by which she can be booked at the workplace, the first to begin first."""
    here = substitute.agreements.not_over(now=now).reaching(workplace)
    return here.select_related("occupation").order_by("starts", "pk")


def occupations(substitute: Substitute, workplace: Workplace, *, now: datetime) -> QuerySet[Occupation]:
    """As what she can be booked there."""
    return Occupation.objects.filter(pk__in=reaching(substitute, workplace, now=now).values("occupation"))


def is_open(substitute: Substitute, workplace: Workplace, *, now: datetime) -> bool:
    """Whether an agreement of hers reaches it, and she is introduced if it asks for that."""
    introduced = Introduction.objects.filter(substitute=substitute, workplace=workplace)
    here = reaching(substitute, workplace, now=now).exists()
    return here and (not workplace.needs_introduction or introduced.exists())


def to_ask_for(every: QuerySet[Workplace], substitute: Substitute, *, now: datetime) -> QuerySet[Workplace]:
    """Of these workplaces, those that she may ask for: not where she can work already, nor where she has asked."""
    reached = substitute.agreements.not_over(now=now).workplaces()
    given = Introduction.objects.filter(substitute=substitute, workplace=OuterRef("pk"))
    can_work = Q(pk__in=reached) & (Q(needs_introduction=False) | Q(Exists(given)))
    asked = WorkplaceRequest.objects.live().filter(substitute=substitute, workplace=OuterRef("pk"))
    return every.filter(~can_work, ~Exists(asked)).select_related("area").order_by("area__name", "name")
