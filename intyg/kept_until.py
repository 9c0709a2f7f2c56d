"""For how long a decided request, and its certificate, stay here."""

from datetime import date

from intyg.models import CertificateRequest
from people.data_map import Kept
from people.days import day_of, months_before
from people.models import RetentionRule


def day(asked: CertificateRequest) -> date | None:
    """The last day that it is here for sure; none where the municipality has decided nothing, or it is undecided."""
    if asked.decided_at is None:
        return None
    rule = RetentionRule.objects.in_force().filter(kind=Kept.CERTIFICATES).first()
    return day_of(months_before(asked.decided_at, -rule.months)) if rule else None
