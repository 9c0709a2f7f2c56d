"""Which requests the officer looks at."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from intyg.models import UNDECIDED, CertificateRequest, CertificateRequestQuerySet, CertificateType


class QueueFilter(forms.Form):
    """Status and certificate; what cannot be understood filters nothing."""

    status = forms.ChoiceField(
        label=_("Status"), required=False, choices=[("", _("Att göra")), *CertificateRequest.Status.choices]
    )
    type = forms.ChoiceField(
        label=_("Intyg"), required=False, choices=[("", _("Alla intyg")), *CertificateType.choices]
    )

    def of(self, rows: CertificateRequestQuerySet) -> CertificateRequestQuerySet:
        """The rows that were asked for."""
        self.is_valid()
        chosen: dict[str, Any] = self.cleaned_data
        if kind := chosen.get("type"):
            rows = rows.filter(type=kind)
        status = chosen.get("status")
        if not status:
            return rows.undecided()
        if status in UNDECIDED:
            return rows.undecided().filter(status=status)
        return rows.filter(status=status).order_by("-decided_at", "pk")
