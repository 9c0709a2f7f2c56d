"""Whose numbers a page of the desk shows: written down each time, once a day for each of them."""

from collections.abc import Mapping
from typing import Any

from people.models import Substitute


def of_an_order(context: Mapping[str, Any]) -> list[Substitute]:
    """Those of an order's page: its candidates, whom to call, and whoever has the shift."""
    ranked = [row for section in context.get("sections", ()) for row in section.rows]
    people = [row.candidate.substitute for row in [*ranked, *context.get("to_call", ())]]
    held = context["booking"]
    return [*people, held.substitute] if held else people
