"""Which requests the officer looks at."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.db.models import Count, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from intyg.models import UNDECIDED, CertificateRequest, CertificateRequestQuerySet, CertificateType
from people.models import User

TO_DO, DECIDED = "att_gora", "avgjorda"
PILES: Mapping[str, str | Promise] = {
    TO_DO: _("Att göra"),
    "mina": _("Mina"),
    "lediga": _("Ingen har tagit"),
    "sena": _("Försenade"),
    "svar": _("Svar har kommit"),
    "vantar": _("Väntar på svar"),
    "granska": _("Att granska"),
    DECIDED: _("Avgjorda"),
}
WAITING = Q(status__in=UNDECIDED)


def pile(code: str, *, user: User, today: date) -> Q:
    """The requests of a pile, as the user sees them today. What waits for the applicant is not late."""
    return {
        "mina": WAITING & Q(officer=user),
        "lediga": WAITING & Q(officer=None),
        "sena": WAITING & Q(due_on__lt=today) & ~Q(status=CertificateRequest.Status.QUESTION),
        "svar": WAITING & Q(answered_at__isnull=False),
        "vantar": Q(status=CertificateRequest.Status.QUESTION),
        "granska": WAITING & Q(ready_at__isnull=False) & ~Q(ready_by=user),
        DECIDED: ~WAITING,
    }.get(code, WAITING)


def counted(rows: CertificateRequestQuerySet, *, user: User, today: date) -> dict[str, int]:
    """How many there are in each pile, by one question."""
    piles = {code: Count("pk", filter=pile(code, user=user, today=today)) for code in PILES}
    found: dict[str, int] = rows.order_by().aggregate(**piles)
    return found


class QueueFilter(forms.Form):
    """Certificate, outcome and words; what cannot be understood filters nothing."""

    q = forms.CharField(
        label=_("Sök"),
        required=False,
        max_length=60,
        help_text=_("Namn, anställningsnummer, ärende eller intygsnummer"),
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
        for word in chosen.get("q", "").split():
            rows = rows.filter(_said_by(word))
        return rows


def _said_by(word: str) -> Q:
    number = word.upper().removeprefix("A-").lower()
    name = Q(substitute__user__first_name__icontains=word) | Q(substitute__user__last_name__icontains=word)
    numbers = Q(substitute__employee_number__iexact=word) | Q(certificate__number__iexact=word)
    return name | numbers | Q(pk__istartswith=number)
