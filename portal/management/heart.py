"""The queue's sign of life, as its parent sees it.

A worker that is killed while it waits can leave the others waiting for good, with every process still there.
"""

from django.db import Error, connection
from django.utils import timezone

from messaging import heartbeats


def rested() -> float:
    """Seconds since the last sweep; 0 when the database does not answer, which is no fault of the queue's."""
    try:
        beat = heartbeats.last_sweep()
    except Error:
        connection.close()  # the next look opens a new one
        return 0
    return (timezone.now() - beat).total_seconds() if beat else float("inf")
