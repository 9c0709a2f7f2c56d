"""What the certificates' tables let go when a decision says so."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from intyg.models import Certificate, CertificateRequest
from people.data_map import Kept
from people.operations.retention import Thinner, on_thinning


def remove(keys: list[Any], _at: datetime) -> Iterable[Any]:
    """The document with its file, what was asked for, and the questions about it."""
    Certificate.objects.filter(request__in=keys).delete()
    CertificateRequest.objects.filter(pk__in=keys).delete()
    return ()


on_thinning(
    Kept.CERTIFICATES,
    Thinner(
        "certificaterequest",
        _("intyg och beställningar av intyg"),
        due=lambda before: CertificateRequest.objects.filter(decided_at__lt=before),
        take=remove,
    ),
)
