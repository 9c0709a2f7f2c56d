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
            _("Till a-kassan. Visar hur mycket du har jobbat."),
            _("A-kassan vill ofta ha de senaste 12 månaderna."),
        ),
        Kind(
            CertificateType.SERVICE,
            CertificateType.SERVICE.label,
            _("När du söker nytt jobb eller ska studera. Visar var och när du har jobbat."),
            _("Välj den tid som du vill visa."),
        ),
        Kind(
            CertificateType.LOST_INCOME,
            CertificateType.LOST_INCOME.label,
            _("När du har lämnat ett bokat pass för ett uppdrag, som nämndeman eller vittne."),
            _("Välj dagen eller dagarna då du lämnade pass."),
        ),
        Kind(
            CertificateType.ANNUAL_INCOME,
            CertificateType.ANNUAL_INCOME.label,
            _("Till Försäkringskassan, förskolan eller banken. Visar vad du har tjänat."),
            _("Bara månader som är slut kan intygas."),
        ),
    )
}
