"""Papers that end, and that no other of the same kind goes on after: to be prolonged before a shift needs them."""

from typing import TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet

from booking.period import Period
from people.models import Agreement, RecordsCheck, SubstituteCompetence

Paper = TypeVar("Paper", Agreement, SubstituteCompetence, RecordsCheck)

GOES_ON = Q(ends=None) | Q(ends__gt=OuterRef("ends"))


def agreements(rows: "QuerySet[Agreement]", span: Period) -> "QuerySet[Agreement]":
    """Those that end in the span, unless another for the same work reaches the same place and goes on."""
    same = {"occupation": OuterRef("occupation")}
    reaching = Q(workplace=OuterRef("workplace")) | Q(area=OuterRef("area")) | Q(area=OuterRef("workplace__area"))
    return _ending(rows, span, Agreement.objects.filter(reaching, **same))


def competences(rows: "QuerySet[SubstituteCompetence]", span: Period) -> "QuerySet[SubstituteCompetence]":
    """The same of what she can do."""
    return _ending(rows, span, SubstituteCompetence.objects.filter(competence=OuterRef("competence")))


def checks(rows: "QuerySet[RecordsCheck]", span: Period) -> "QuerySet[RecordsCheck]":
    """The same of the extracts that were in her favour."""
    return _ending(rows.filter(fit=True), span, RecordsCheck.objects.filter(fit=True, kind=OuterRef("kind")))


def _ending(rows: "QuerySet[Paper]", span: Period, alike: "QuerySet[Paper]") -> "QuerySet[Paper]":
    """After the first moment of the span, and not after its last."""
    next_one = alike.filter(GOES_ON, substitute=OuterRef("substitute"), starts__lte=OuterRef("ends"))
    return rows.filter(ends__gt=span.starts, ends__lte=span.ends).exclude(Exists(next_one))
