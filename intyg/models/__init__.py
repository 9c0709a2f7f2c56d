"""What is asked for, and what was issued."""

from intyg.models.certificates import Certificate, NumberSeries
from intyg.models.requests import UNDECIDED, CertificateRequest, CertificateRequestQuerySet, CertificateType

__all__ = [
    "UNDECIDED",
    "Certificate",
    "CertificateRequest",
    "CertificateRequestQuerySet",
    "CertificateType",
    "NumberSeries",
]
