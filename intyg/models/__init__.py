"""What is asked for, and what was issued."""

from intyg.models.certificates import Certificate, NumberSeries
from intyg.models.questions import CertificateQuestion
from intyg.models.requests import CALLED_OFF, UNDECIDED, CertificateRequest, CertificateRequestQuerySet, CertificateType

__all__ = [
    "CALLED_OFF",
    "UNDECIDED",
    "Certificate",
    "CertificateQuestion",
    "CertificateRequest",
    "CertificateRequestQuerySet",
    "CertificateType",
    "NumberSeries",
]
