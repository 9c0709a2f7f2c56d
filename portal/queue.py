"""How the queue works; its schedule is in `portal/schedules.py`."""

from typing import Any


def in_the_database(*, workers: int, time_zone: str) -> dict[str, Any]:
    """As django-q2 takes it. A task is ended after 30 seconds, and what is not done after 300 is taken up again."""
    return {
        "name": "portal",
        "orm": "default",
        "workers": workers,
        "queue_limit": 2,
        "bulk": 1,
        "timeout": 30,
        "retry": 300,
        "max_attempts": 5,
        "ack_failures": False,
        "catch_up": False,
        "save_limit": 1000,
        "poll": 0.5,
        "recycle": 200,
        "time_zone": time_zone,
    }
