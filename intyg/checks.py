"""What must be in order for certificates to be made, written and sealed; told when the portal starts."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.checks import Warning as Caution

from intyg import letterhead, seal
from intyg.four_eyes import ALL
from intyg.models import CertificateType

SOON = timedelta(days=60)
"""A new certificate takes weeks to get."""


@register
def rounds_can_be_followed(**_: Any) -> list[CheckMessage]:  # noqa: ANN401 (what Django sends along)
    """A type that is misspelt would leave certificates to one officer; days cannot be fewer than none."""
    found: list[CheckMessage] = []
    if unknown := sorted(set(settings.CERTIFICATE_FOUR_EYES) - {ALL, *CertificateType.values}):
        known = ", ".join([*CertificateType.values, ALL])
        text = f"CERTIFICATE_FOUR_EYES names {', '.join(unknown)}, which is none of {known}."
        found.append(Error(text, id="intyg.E004"))
    if settings.CERTIFICATE_DAYS < 0:
        found.append(Error("CERTIFICATE_DAYS is less than 0.", id="intyg.E005"))
    return found


@register
def logotype_can_be_written(**_: Any) -> list[CheckMessage]:  # noqa: ANN401 (what Django sends along)
    """The picture of the letterhead can be read, and has words for those who do not see it."""
    file = settings.LETTERHEAD.logotype
    if file is None:
        return []
    try:
        letterhead.picture(file)
    except letterhead.Unusable as problem:
        return [Error(f"LOGOTYPE cannot be used: {problem}", hint="See docs/operations.md.", id="intyg.E001")]
    if not settings.LETTERHEAD.logotype_alt:
        hint = "Say in LOGOTYPE_ALT what the picture shows: a certificate is read aloud too."
        return [Error("LOGOTYPE_ALT is not set.", hint=hint, id="intyg.E002")]
    return []


@register
def seal_can_be_used(**_: Any) -> list[CheckMessage]:  # noqa: ANN401 (what Django sends along)
    """The seal can be opened and holds, for a while yet; in production also that there is one."""
    now = datetime.now(UTC)  # noqa: TID251 (Django hands in no time)
    hint = "See SEAL_FILE and SEAL_PASSPHRASE, and `The seal`, in docs/operations.md."
    try:
        held = seal.ready(now)
        if held and held.certificate.not_valid_after_utc < now + SOON:
            day = held.certificate.not_valid_after_utc.date()
            return [Caution(f"The certificate of the seal ends on {day}.", hint=hint, id="intyg.W002")]
    except seal.Unusable as problem:
        return [Error(f"Certificates cannot be sealed: {problem}", hint=hint, id="intyg.E003")]
    if held is None and not settings.DEVELOPMENT:
        return [Caution("Certificates are not sealed: SEAL_FILE is not set.", hint=hint, id="intyg.W001")]
    return []
