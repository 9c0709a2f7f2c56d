"""The papers that end, each with the coming shifts that need it: so many questions, however many papers."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import capfirst

from booking.eligibility.reading import among
from booking.forms.validity_narrowing import AGREEMENT, CHECK, COMPETENCE, KINDS, ValidityNarrowing
from booking.matching import expiring
from booking.models import Booking
from people import access
from people.days import day_of
from people.models import Agreement, Area, Competence, RecordsCheck, Substitute, SubstituteCompetence, User

Paper = Agreement | SubstituteCompetence | RecordsCheck


@dataclass(slots=True)
class Row:
    """A paper that ends, what it is, and the shifts after that rest on it, the soonest first."""

    paper: Paper
    kind: str
    what: str
    ends: datetime
    is_over: bool
    shifts: list[Booking] = field(default_factory=list)

    @property
    def substitute(self) -> Substitute:
        """Whose it is."""
        return self.paper.substitute

    @property
    def kind_name(self) -> str:
        """Avtal, Kompetens, Registerkontroll"""
        return str(dict(KINDS)[self.kind])

    @property
    def prolong(self) -> str:
        """The page where one that goes on is written, with what is known of it filled in."""
        hers, known = [self.paper.substitute_id], {"starts": day_of(self.ends).isoformat()}
        if isinstance(self.paper, Agreement):
            paper = self.paper
            known |= {"place": str(paper.area_id or paper.workplace_id), "occupation": str(paper.occupation_id)}
            known |= {"pay_form": paper.pay_form, "rule_profile": str(paper.rule_profile_id or "")}
            return f"{reverse('substitute:agree', args=hers)}?{urlencode(known)}"
        if isinstance(self.paper, SubstituteCompetence):
            known["competence"] = str(self.paper.competence_id)
            return f"{reverse('substitute:prove', args=hers)}?{urlencode(known)}"
        return f"{reverse('substitute:papers', args=hers)}#registerkontroll"


def of(form: ValidityNarrowing, user: User) -> list[Row]:
    """As the form narrows them, the first to end first: those that are to end, and those that have and are missed.

    Those that are to end have not their shifts yet: see `with_shifts`.
    """
    rows = sorted(_rows(form, user), key=lambda row: (row.ends, str(row.substitute), row.what))
    over = with_shifts([row for row in rows if row.is_over], user, now=form.now)
    return [row for row in over if row.shifts] + [row for row in rows if not row.is_over]


def with_shifts(rows: Sequence[Row], user: User, *, now: datetime) -> Sequence[Row]:
    """The rows with the shifts that need them, of the reader's areas alone; so many queries, however many rows."""
    if not rows:
        return rows
    people = {row.paper.substitute_id for row in rows}
    coming = Booking.objects.coming(now=now).filter(among("substitute", people), ends__gt=rows[0].ends)
    seen = access.scope(user, coming).select_related("order__workplace").prefetch_related("order__competences")
    hers: defaultdict[uuid.UUID, list[Booking]] = defaultdict(list)
    for booking in seen.order_by("starts", "pk"):
        hers[booking.substitute_id].append(booking)
    lower = _stands_for()
    for row in rows:
        row.shifts = [
            each for each in hers[row.paper.substitute_id] if each.ends > row.ends and _needs(each, row, lower)
        ]
    return rows


def _rows(form: ValidityNarrowing, user: User) -> Iterator[Row]:
    kind = form.cleaned_data.get("kind") if form.is_valid() else "-"
    agreements = Agreement.objects.select_related("area", "workplace", "occupation")
    ways: list[tuple[str, Any, QuerySet[Any]]] = [
        (AGREEMENT, expiring.agreements, agreements),
        (COMPETENCE, expiring.competences, SubstituteCompetence.objects.select_related("competence")),
        (CHECK, expiring.checks, RecordsCheck.objects.all()),
    ]
    for one, question, papers in ways:
        if kind in {"", one}:
            ending = question(access.scope(user, papers), form.span).select_related("substitute__user")
            bookable = ending.filter(substitute__is_active=True, substitute__user__is_active=True)
            for paper in _narrowed(bookable, form, is_agreement=one == AGREEMENT):
                yield Row(paper, one, _named(paper), paper.ends, is_over=paper.ends <= form.now)


def _narrowed(papers: "QuerySet[Any]", form: ValidityNarrowing, *, is_agreement: bool) -> "QuerySet[Any]":
    if words := form.cleaned_data.get("q"):
        papers = form.by_q(papers, words)
    area: Area | None = form.cleaned_data.get("area")
    if area and is_agreement:
        return papers.filter(Q(area=area) | Q(workplace__area=area))
    if area:
        there = Agreement.objects.not_over(now=form.now).filter(Q(area=area) | Q(workplace__area=area))
        return papers.filter(substitute__in=there.values("substitute"))
    return papers


def _named(paper: Paper) -> str:
    if isinstance(paper, Agreement):
        return f"{capfirst(paper.occupation.name)}, {paper.workplace or paper.area}"
    if isinstance(paper, SubstituteCompetence):
        return capfirst(paper.competence.name)
    return capfirst(str(paper.get_kind_display()))


def _needs(booking: Booking, row: Row, lower: Mapping[uuid.UUID, set[uuid.UUID]]) -> bool:
    paper = row.paper
    if isinstance(paper, Agreement):
        return booking.agreement_id == paper.pk
    if isinstance(paper, SubstituteCompetence):
        good_for = {paper.competence_id, *lower.get(paper.competence_id, ())}
        return any(required.pk in good_for for required in booking.order.competences.all())
    return booking.order.workplace.records_check == paper.kind


def _stands_for() -> Mapping[uuid.UUID, set[uuid.UUID]]:
    """For each competence the lower ones that it is good for."""
    lower: defaultdict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    pairs: Iterable[tuple[uuid.UUID, uuid.UUID]] = Competence.stands_for.through.objects.values_list(
        "from_competence", "to_competence"
    )
    for higher, one in pairs:
        lower[higher].add(one)
    return lower
