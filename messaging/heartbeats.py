"""Whether the queue does its rounds: what the health check tells the machine, and the desk its people."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from messaging.models import Heartbeat

SWEEP_RESTS_AT_MOST = timedelta(minutes=3)
"""The sweep runs every minute."""


@dataclass(frozen=True, slots=True)
class Standstill:
    """Nothing leaves the house. `since` is the last sign of life; none if there has never been one."""

    since: datetime | None


def last_sweep() -> datetime | None:
    """When the queue last did its rounds, if it ever has."""
    return Heartbeat.objects.filter(name="sweep").values_list("beat_at", flat=True).first()


def standstill(last: datetime | None, *, now: datetime) -> Standstill | None:
    """What it means that the last sweep was then; nothing if all is well."""
    moves = last is not None and now - last <= SWEEP_RESTS_AT_MOST
    return None if moves else Standstill(last)


def standing_still(*, now: datetime) -> Standstill | None:
    """Whether the queue stands still, and since when; one query."""
    return standstill(last_sweep(), now=now)
