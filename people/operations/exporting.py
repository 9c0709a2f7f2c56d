"""That a list left the house as a file: who took it, when, how many rows of which area, and by which filters."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from people.history import record
from people.models import Area, User


def noted(
    action: str, counts: Mapping[uuid.UUID, int], *, kind: str, narrowed: Mapping[str, object], by: User, at: datetime
) -> None:
    """Write it in the history of each area that rows were taken from.

    `narrowed` names the filters by their codes. What was searched for by hand may be somebody's name, and is not kept.
    """
    for area in Area.objects.filter(pk__in=counts).order_by("pk"):
        record(area, action, by=by, at=at, area_id=area.pk, rows=counts[area.pk], kind=kind, narrowed=dict(narrowed))
