"""The policies of the areas, for blocks that speak from one of them."""

from collections.abc import Mapping
from typing import Any

from booking.policy_steps import Steps
from people.models import Area
from portal.pages.in_force.memo import once


def choices() -> list[tuple[str, str]]:
    """The areas, for the editor to choose among."""
    return [(str(key), name) for key, name in Area.objects.order_by("name").values_list("pk", "name")]


def steps(context: Mapping[str, Any] | None, key: str) -> tuple[Steps, str] | None:
    """The policy that holds in the area, and its name; none if the area is gone. No key: what holds where none is."""
    if not key:
        return Steps(None), ""
    area = once(context, "areas", _all).get(key)
    return (Steps(getattr(area, "policy", None)), area.name) if area else None


def _all() -> dict[str, Area]:
    return {str(area.pk): area for area in Area.objects.select_related("policy")}
