"""Where a substitute can work: what her agreements reach, and whether she has been introduced there."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from booking.models import WorkplaceRequest
from people.models import Agreement, Introduction, Occupation, Substitute, Workplace


@dataclass(frozen=True, slots=True)
class Place:
    """A workplace that some agreement of hers reaches, and as what."""

    workplace: Workplace
    occupations: Sequence[str]
    introduced: bool

    @property
    def is_open(self) -> bool:
        """Whether she can be booked there, as far as introductions go."""
        return self.introduced or not self.workplace.needs_introduction


def agreements(substitute: Substitute, *, now: datetime) -> QuerySet[Agreement]:
    """Those of hers that hold or are to."""
    return Agreement.objects.filter(Q(ends=None) | Q(ends__gt=now), substitute=substitute)


def reaching(substitute: Substitute, workplace: Workplace, *, now: datetime) -> QuerySet[Agreement]:
    """Those of hers by which she can be booked at the workplace, the first to begin first."""
    there = Q(workplace=workplace) | Q(area=workplace.area_id)
    return agreements(substitute, now=now).filter(there).select_related("occupation").order_by("starts", "pk")


def occupations(substitute: Substitute, workplace: Workplace, *, now: datetime) -> QuerySet[Occupation]:
    """As what she can be booked there."""
    return Occupation.objects.filter(pk__in=reaching(substitute, workplace, now=now).values("occupation"))


def places(substitute: Substitute, *, now: datetime) -> list[Place]:
    """Every workplace that an agreement of hers reaches, by area and name; three queries."""
    papers = list(agreements(substitute, now=now).select_related("occupation").order_by("occupation__name"))
    reached = Q(pk__in={paper.workplace_id for paper in papers}) | Q(area__in={paper.area_id for paper in papers})
    introduced = _introduced(substitute)
    return [
        Place(place, _as(papers, place), place.pk in introduced)
        for place in Workplace.objects.filter(reached).select_related("area").order_by("area__name", "name")
    ]


def is_open(substitute: Substitute, workplace: Workplace, *, now: datetime) -> bool:
    """Whether an agreement of hers reaches it, and she is introduced if it asks for that."""
    here = reaching(substitute, workplace, now=now).exists()
    return here and (not workplace.needs_introduction or workplace.pk in _introduced(substitute))


def to_ask_for(every: QuerySet[Workplace], substitute: Substitute, *, now: datetime) -> QuerySet[Workplace]:
    """Of these workplaces, those that she may ask for: not where she can work already, nor where she has asked."""
    hers = agreements(substitute, now=now).filter(Q(workplace=OuterRef("pk")) | Q(area=OuterRef("area")))
    given = Introduction.objects.filter(substitute=substitute, workplace=OuterRef("pk"))
    can_work = Q(Exists(hers)) & (Q(needs_introduction=False) | Q(Exists(given)))
    asked = WorkplaceRequest.objects.live().filter(substitute=substitute, workplace=OuterRef("pk"))
    return every.filter(~can_work, ~Exists(asked)).select_related("area").order_by("area__name", "name")


def _introduced(substitute: Substitute) -> set[uuid.UUID]:
    return set(Introduction.objects.filter(substitute=substitute).values_list("workplace", flat=True))


def _as(papers: Sequence[Agreement], place: Workplace) -> list[str]:
    """The occupations of the agreements that reach the place, each once."""
    here = (paper for paper in papers if paper.workplace_id == place.pk or paper.area_id == place.area_id)
    return list(dict.fromkeys(paper.occupation.name for paper in here))
