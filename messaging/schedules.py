"""What the queue does by the clock."""

from typing import Any

from django.db import connections


def plan(using: str, **_signal: Any) -> None:  # noqa: ANN401 (what Django sends along)
    """After each migrate: the sweep is in the queue's schedule, once."""
    from django_q.models import Schedule  # noqa: PLC0415 (models must be loaded first)

    if Schedule._meta.db_table in connections[using].introspection.table_names():
        Schedule.objects.using(using).update_or_create(
            name="sweep",
            defaults={"func": "messaging.tasks.sweep", "schedule_type": Schedule.MINUTES, "minutes": 1, "repeats": -1},
        )
