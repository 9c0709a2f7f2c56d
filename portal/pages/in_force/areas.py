"""The policies of the areas, for blocks that speak from one of them or from all."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from booking.models import Policy
from booking.models.policy import step_by_step
from booking.offering import OfferTerms
from people.models import Area, Workplace
from portal.pages.in_force.memo import once


@dataclass(frozen=True, slots=True)
class InForce:
    """The terms of each area by its name, and of each workplace that has decided itself, beside those of its area."""

    terms: Mapping[str, OfferTerms]
    workplaces: Sequence[tuple[OfferTerms, OfferTerms]]
    area: str
    """The one that is spoken of; empty if it is all of them."""


def choices() -> list[tuple[str, str]]:
    """The areas, for the editor to choose among."""
    return [(str(key), name) for key, name in Area.objects.order_by("name").values_list("pk", "name")]


def in_force(context: Mapping[str, Any] | None, key: str) -> InForce | None:
    """What holds in the area; none if it is gone. No key: in all of them, and the defaults where there is none."""
    known = once(context, "areas", _all)
    areas = [known[key]] if key in known else list(known.values()) if not key else None
    if areas is None:
        return None
    terms = {area.name: step_by_step(getattr(area, "policy", None)) for area in areas}
    own = once(context, "policies of workplaces", _of_workplaces)
    workplaces = [
        (terms[area.name], policy.over(terms[area.name])) for area in areas for policy in own.get(area.pk, ())
    ]
    return InForce(terms or {"": OfferTerms()}, workplaces, areas[0].name if key else "")


def _all() -> dict[str, Area]:
    return {str(area.pk): area for area in Area.objects.select_related("policy").order_by("name")}


def _of_workplaces() -> dict[uuid.UUID, list[Policy]]:
    """By area."""
    found: dict[uuid.UUID, list[Policy]] = {}
    for workplace in Workplace.objects.filter(policy__isnull=False).select_related("policy"):
        found.setdefault(workplace.area_id, []).append(workplace.policy)
    return found
