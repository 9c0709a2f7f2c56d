"""What holds of a substitute: her papers, her absences, rest owed to her, her certificates, a number that says STOP."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import CharField, DateTimeField, F, IntegerField, Q, QuerySet, Value
from django.db.models.functions import Cast, Coalesce

from booking.models import Absence, RestDebt
from booking.offering import OfferTerms
from booking.period import Period
from intyg.models import CertificateRequest
from messaging.models import Silenced
from people import access
from people.models import Agreement, RecordsCheck, Substitute, SubstituteCompetence

AGREEMENT, COMPETENCE, RECORDS_CHECK = "agreement", "competence", "records_check"
AWAY, REST, SILENCED, CERTIFICATE = "away", "rest", "silenced", "certificate"
LOOKED_BACK = timedelta(days=30)
"""How long a paper that has run out is spoken of."""

NO_NAME, NO_TIME = Value("", CharField()), Cast(Value(None), DateTimeField())
NO_NUMBER = Cast(Value(None), IntegerField())


class Held(NamedTuple):
    """One thing that holds from one moment to another; no end is until further notice."""

    what: str
    key: uuid.UUID
    name: str  # the occupation, the competence, or the kind of the records check, the absence or the certificate
    place: str  # of a certificate its status
    starts: datetime
    ends: datetime | None
    cap: int | None  # hours a month; an agreement without any has 0

    @property
    def period(self) -> Period:
        """As a period; only of what ends."""
        assert self.ends  # noqa: S101 (an absence always does)
        return Period(self.starts, self.ends)


@dataclass(frozen=True, slots=True)
class Standing:
    """All of it."""

    papers: Sequence[Held]
    away: Sequence[Held]  # what is not over
    rest: Sequence[Held]  # from the shift that took it, to when it must have been given
    silenced: bool
    certificate: CertificateRequest | None  # the latest, as much of it as is needed to speak of it

    @property
    def agreements(self) -> list[Held]:
        """Where she may work, as what."""
        return [paper for paper in self.papers if paper.what == AGREEMENT]

    @property
    def ill(self) -> Held | None:
        """What she is away for, until she says that she is back."""
        return next((held for held in self.away if held.name == Absence.Kind.UNTIL_SAID), None)


def of(me: Substitute, *, now: datetime) -> Standing:
    """One query."""
    first, *others = _rows(me, now)
    found = [Held._make(row) for row in first.union(*others, all=True)]
    by_end = sorted(found, key=lambda held: (held.ends is None, held.ends or held.starts, held.name))
    return Standing(
        papers=[held for held in by_end if held.what in {AGREEMENT, COMPETENCE, RECORDS_CHECK}],
        away=[held for held in by_end if held.what == AWAY],
        rest=[held for held in by_end if held.what == REST],
        silenced=any(held.what == SILENCED for held in by_end),
        certificate=_latest([held for held in found if held.what == CERTIFICATE]),
    )


def _latest(certificates: Sequence[Held]) -> CertificateRequest | None:
    if not certificates:
        return None
    held = max(certificates, key=lambda held: (held.starts, held.key))
    return CertificateRequest(pk=held.key, type=held.name, status=held.place, requested_at=held.starts)


def _rows(me: Substitute, now: datetime) -> "list[QuerySet[Any, Any]]":
    """The same columns of seven tables."""
    lately = Q(substitute=me) & (Q(ends=None) | Q(ends__gt=now - LOOKED_BACK))
    agreements = access.scope(me.user, Agreement.objects.filter(lately))
    competences = access.scope(me.user, SubstituteCompetence.objects.filter(lately))
    checks = access.scope(me.user, RecordsCheck.objects.filter(lately, fit=True))
    away = access.scope(me.user, Absence.objects.filter(substitute=me, ends__gt=now))
    rest = access.scope(me.user, RestDebt.objects.owed().filter(substitute=me))
    silenced = Silenced.objects.filter(number=me.user.phone).exclude(number="")
    certificates = access.scope(me.user, CertificateRequest.objects.filter(substitute=me))
    place, span = Coalesce("workplace__name", "area__name"), ("starts", "ends")
    return [
        agreements.values_list(Value(AGREEMENT), "pk", "occupation__name", place, *span, _cap()),
        competences.values_list(Value(COMPETENCE), "pk", "competence__name", NO_NAME, *span, NO_NUMBER),
        checks.values_list(Value(RECORDS_CHECK), "pk", "kind", NO_NAME, *span, NO_NUMBER),
        away.values_list(Value(AWAY), "pk", "kind", NO_NAME, *span, NO_NUMBER),
        rest.values_list(Value(REST), "pk", NO_NAME, NO_NAME, "booking__starts", "due_by", NO_NUMBER),
        silenced.values_list(Value(SILENCED), "pk", NO_NAME, NO_NAME, "since", NO_TIME, NO_NUMBER),
        certificates.values_list(Value(CERTIFICATE), "pk", "type", "status", "requested_at", NO_TIME, NO_NUMBER),
    ]


def _cap() -> Coalesce:
    """The hours a month that the agreement allows: its profile's, else the policy's, the nearest first."""
    policies = ("workplace__policy", "workplace__area__policy", "area__policy")
    nearest = [F(f"{policy}__month_cap") for policy in policies]
    return Coalesce("rule_profile__month_cap", *nearest, Value(OfferTerms().month_cap or 0))
