"""Requests for certificates; issuing has an operation of its own."""

import uuid
from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from intyg.models import CertificateRequest, CertificateType
from tests.factories.people import SubstituteFactory


class CertificateRequestFactory(DjangoModelFactory[CertificateRequest]):
    """An employer's certificate for April 2026, asked for on Friday 8 May 2026."""

    class Meta:
        model = CertificateRequest

    substitute = factory.SubFactory(SubstituteFactory)
    type = CertificateType.EMPLOYER
    first_day = date(2026, 4, 1)
    last_day = date(2026, 4, 30)
    purpose = CertificateRequest.Purpose.UNEMPLOYMENT
    requested_at = datetime(2026, 5, 8, 6, tzinfo=UTC)
    command = factory.LazyFunction(uuid.uuid4)
