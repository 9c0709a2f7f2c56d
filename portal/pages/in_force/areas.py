"""The policies of the areas, for blocks that speak from one of them or from all."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from booking.models import Policy
from booking.models.policy import step_by_step
from booking.offering import OfferTerms
from people.models import Area
from portal.pages.in_force.memo import once


@dataclass(frozen=True, slots=True)
class InForce:
    """The terms of each area by its name; the one area that is spoken of; whether a workplace has its own rules."""

    terms: Mapping[str, OfferTerms]
    area: str
    own_rules: bool


def choices() -> list[tuple[str, str]]:
    """The areas, for the editor to choose among."""
    return [(str(key), name) for key, name in Area.objects.order_by("name").values_list("pk", "name")]


def in_force(context: Mapping[str, Any] | None, key: str) -> InForce | None:
    """What holds in the area; none if it is gone. No key: in all of them, and the defaults where there is none."""
    known, otherwise = once(context, "areas", _all)
    areas = [known[key]] if key in known else list(known.values()) if not key else None
    if areas is None:
        return None
    terms = {area.name: step_by_step(getattr(area, "policy", None)) for area in areas}
    own_rules = any(area.pk in otherwise for area in areas)
    return InForce(terms or {"": OfferTerms()}, areas[0].name if key else "", own_rules)


def _all() -> tuple[dict[str, Area], set[uuid.UUID]]:
    """Every area by its key, and the keys of those where a workplace has decided something itself."""
    of_workplaces = Policy.objects.filter(area=None).select_related("workplace")
    otherwise = {policy.workplace.area_id for policy in of_workplaces if policy.workplace and policy.said()}
    return {str(area.pk): area for area in Area.objects.select_related("policy").order_by("name")}, otherwise
