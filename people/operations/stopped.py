"""What browsers have stopped, added up as it is reported."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from people.models import Stopped

MOST_SUMS = 500
"""Anybody can send a report, so there is an end to how many different things are kept. The rarest gives way: else
whoever fills them all first hides what is stopped after it.
"""

KEPT_FOR = timedelta(days=90)


@transaction.atomic
def note(rule: str, source: str, page: str, *, at: datetime) -> None:
    """Count it once more."""
    same = Stopped.objects.filter(rule=rule, source=source, page=page)
    if same.update(times=F("times") + 1, last_at=at):
        return
    if Stopped.objects.count() >= MOST_SUMS:
        Stopped.objects.filter(pk__in=Stopped.objects.order_by("times", "last_at", "pk").values("pk")[:1]).delete()
    moments = {"first_at": at, "last_at": at}
    _row, new = Stopped.objects.get_or_create(rule=rule, source=source, page=page, defaults=moments)
    if not new:  # somebody was first
        same.update(times=F("times") + 1, last_at=at)


def forget(*, at: datetime) -> None:
    """Keep nothing that has not been seen for three months."""
    Stopped.objects.filter(last_at__lt=at - KEPT_FOR).delete()
