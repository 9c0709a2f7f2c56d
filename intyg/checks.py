"""What is wrong in the settings of the certificates, told when the portal starts."""

from typing import Any

from django.conf import settings
from django.core import checks

from intyg.four_eyes import ALL
from intyg.models import CertificateType


@checks.register
def settings_of_certificates(**_asked: Any) -> list[checks.CheckMessage]:  # noqa: ANN401 (Django's signature)
    """A type that is misspelt would leave certificates to one officer; days cannot be fewer than none."""
    found: list[checks.CheckMessage] = []
    if unknown := sorted(set(settings.CERTIFICATE_FOUR_EYES) - {ALL, *CertificateType.values}):
        known = ", ".join([*CertificateType.values, ALL])
        text = f"CERTIFICATE_FOUR_EYES names {', '.join(unknown)}, which is none of {known}."
        found.append(checks.Error(text, id="intyg.E001"))
    if settings.CERTIFICATE_DAYS < 0:
        found.append(checks.Error("CERTIFICATE_DAYS is less than 0.", id="intyg.E002"))
    return found
