"""Whose area a change belongs to, for the history that each sees of her own areas."""

import uuid
from collections.abc import Iterable

from django.db.models.functions import Coalesce

from people.models import Agreement, Area, Substitute, Workplace


def of_place(place: Area | Workplace) -> uuid.UUID:
    """The area itself, or the workplace's."""
    return place.pk if isinstance(place, Area) else place.area_id


def of_agreement(agreement: Agreement) -> uuid.UUID | None:
    """The area it counts in."""
    return agreement.workplace.area_id if agreement.workplace else agreement.area_id


def of_substitute(substitute: Substitute) -> uuid.UUID | None:
    """The one area where she has agreements; none when there are several."""
    return of_substitutes([substitute.pk])[substitute.pk]


def of_substitutes(keys: Iterable[uuid.UUID]) -> dict[uuid.UUID, uuid.UUID | None]:
    """The same of each, in one query."""
    found: dict[uuid.UUID, set[uuid.UUID | None]] = {key: set() for key in keys}
    papers = Agreement.objects.filter(substitute__in=found)
    for key, area in papers.values_list("substitute", Coalesce("area", "workplace__area")):
        found[key].add(area)
    return {key: areas.pop() if len(areas) == 1 else None for key, areas in found.items()}
