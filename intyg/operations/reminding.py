"""Who has not fetched her certificate is reminded once."""

from datetime import datetime, timedelta

from django.db import transaction

from booking.period import STOCKHOLM
from intyg import notifications
from intyg.models import CertificateRequest
from intyg.operations.frame import locked

AFTER, NO_MORE_AFTER = timedelta(days=7), timedelta(days=60)
BY_DAY = range(9, 18)  # hours in Stockholm

Status = CertificateRequest.Status


def of_unfetched(*, at: datetime) -> int:
    """Remind those whose certificate has lain a week; by day, and each once. How many."""
    if at.astimezone(STOCKHOLM).hour not in BY_DAY:
        return 0
    lain_long = CertificateRequest.objects.filter(decided_at__range=(at - NO_MORE_AFTER, at - AFTER))
    waiting = lain_long.to_be_fetched().filter(reminded_at=None)
    return sum(_remind(asked, at=at) for asked in waiting)


@transaction.atomic
def _remind(asked: CertificateRequest, *, at: datetime) -> bool:
    asked = locked(asked)
    if asked.status != Status.ISSUED or asked.reminded_at:
        return False
    asked.reminded_at = at
    asked.save(update_fields=["reminded_at"])
    notifications.not_fetched(asked, at=at)
    return True
