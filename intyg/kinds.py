"""The certificates in plain words: who wants which."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from intyg.models import CertificateType


@dataclass(frozen=True, slots=True)
class Kind:
    """A certificate as the one who orders it knows it."""

    code: str
    name: str | Promise
    purpose: str | Promise
    period_hint: str | Promise


KINDS: dict[str, Kind] = {
    kind.code: kind
    for kind in (
        Kind(
            CertificateType.EMPLOYER,
            CertificateType.EMPLOYER.label,
            _("A-kassan vill ha det när du söker ersättning. Visar hur mycket du har jobbat och om jobbet är slut."),
            _("A-kassan vill ofta ha de senaste 12 månaderna."),
        ),
        Kind(
            CertificateType.SERVICE,
            CertificateType.SERVICE.label,
            _("En ny chef eller en skola vill ha det. Visar vad du har jobbat med, var och hur länge."),
            _("Välj den tid som du vill visa."),
        ),
        Kind(
            CertificateType.LOST_INCOME,
            CertificateType.LOST_INCOME.label,
            _("Domstolen eller kommunen vill ha det när du har lämnat ett pass som nämndeman, vittne eller politiker."),
            _("Välj dagen eller dagarna då du lämnade pass."),
        ),
        Kind(
            CertificateType.ANNUAL_INCOME,
            CertificateType.ANNUAL_INCOME.label,
            _("Försäkringskassan, förskolan eller banken vill ha det. Visar vad du har tjänat varje månad."),
            _("Bara månader som är slut kan intygas."),
        ),
    )
}
