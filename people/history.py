"""Writing down what was done: once, in the operation that did it."""

import uuid
from datetime import datetime

from django.db import models

from people.models.history import HistoryEntry
from people.models.user import User


def record(
    instance: models.Model,
    action: str,
    *,
    by: User | None,
    at: datetime,
    area_id: uuid.UUID | None,
    **facts: object,
) -> HistoryEntry:
    """Write that `by` (nobody = the system) did `action` to `instance` at `at`.

    `action` is `<thing>.<verb>`, `facts` is what the reader needs: plain values, never a personnummer.
    """
    entry: HistoryEntry = HistoryEntry.objects.log_action(
        instance, action, user=by, timestamp=at, data=facts, object_id=str(instance.pk), area_id=area_id
    )
    return entry
