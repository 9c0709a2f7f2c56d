"""What lets a substitute be booked: agreements and competences. A paper that ends cancels no booking."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from people.days import begins, is_over
from people.history import record
from people.models import (
    Agreement,
    Area,
    Competence,
    Occupation,
    PayForm,
    RuleProfile,
    Substitute,
    SubstituteCompetence,
    User,
    Workplace,
)
from people.operations import areas
from people.operations.locking import locked
from people.operations.refusals import Refused

Paper = TypeVar("Paper", Agreement, SubstituteCompetence)


@dataclass(frozen=True, slots=True)
class Terms:
    """What an agreement says: where, as what, its first day and its last (none is until further notice)."""

    place: Area | Workplace
    occupation: Occupation
    starts: date
    ends: date | None = None
    pay_form: PayForm = PayForm.HOURLY
    rule_profile: RuleProfile | None = None


@transaction.atomic
def agree(substitute: Substitute, terms: Terms, *, by: User, at: datetime) -> Agreement:
    """Make the agreement; the same again is the same one."""
    substitute = locked(substitute)
    area = terms.place if isinstance(terms.place, Area) else None
    workplace = terms.place if isinstance(terms.place, Workplace) else None
    said: dict[str, Any] = {"substitute": substitute, "area": area, "workplace": workplace}
    said |= {"occupation": terms.occupation, "pay_form": terms.pay_form}
    paper, alike = Agreement(**said, rule_profile=terms.rule_profile), Agreement.objects.filter(**said)
    there_is = _("Det finns redan ett sådant avtal för en del av tiden. Avsluta det först.")
    kept = _kept(paper, alike, terms.starts, terms.ends, there_is=there_is)
    if kept is paper:
        record(paper, "agreement.add", by=by, at=at, area_id=areas.of_agreement(paper), substitute=str(substitute.pk))
    return kept


@transaction.atomic
def end_agreement(agreement: Agreement, last_day: date, *, by: User, at: datetime) -> Agreement:
    """Let it hold to the end of the day, and no longer. Bookings after it stay, for somebody to decide on."""
    locked(agreement.substitute)
    agreement = Agreement.objects.select_related("workplace").get(pk=agreement.pk)
    if _ended(agreement, last_day):
        record(
            agreement,
            "agreement.end",
            by=by,
            at=at,
            area_id=areas.of_agreement(agreement),
            last_day=last_day.isoformat(),
        )
    return agreement


@transaction.atomic
def prove(
    substitute: Substitute, competence: Competence, *, starts: date, ends: date | None, by: User, at: datetime
) -> SubstituteCompetence:
    """Write that she has the competence; the same again is the same one."""
    substitute = locked(substitute)
    paper = SubstituteCompetence(substitute=substitute, competence=competence)
    alike = SubstituteCompetence.objects.filter(substitute=substitute, competence=competence)
    there_is = _("Kompetensen finns redan för en del av tiden. Avsluta den först.")
    kept = _kept(paper, alike, starts, ends, there_is=there_is)
    if kept is paper:
        _record_competence(paper, "substitutecompetence.add", by=by, at=at)
    return kept


@transaction.atomic
def revoke(held: SubstituteCompetence, last_day: date, *, by: User, at: datetime) -> SubstituteCompetence:
    """Let the competence hold to the end of the day, and no longer. Bookings that ask for it stay."""
    locked(held.substitute)
    held = SubstituteCompetence.objects.get(pk=held.pk)
    if _ended(held, last_day):
        _record_competence(held, "substitutecompetence.end", by=by, at=at)
    return held


def _record_competence(held: SubstituteCompetence, action: str, *, by: User, at: datetime) -> None:
    facts = {"substitute": str(held.substitute_id), "competence": str(held.competence_id)}
    record(held, action, by=by, at=at, area_id=areas.of_substitute(held.substitute), **facts)


def _kept(paper: Paper, alike: "QuerySet[Paper]", first: date, last: date | None, *, there_is: str) -> Paper:
    """The paper, saved for those days; or the one that says the same already."""
    paper.starts, paper.ends = begins(first), is_over(last) if last else None
    if last and last < first:
        raise Refused(ends=_("Sista dagen kan inte ligga före den första."))
    same = alike.filter(starts=paper.starts, ends=paper.ends).first()
    if same is not None:
        return same
    until = Q(starts__lt=paper.ends) if paper.ends else Q()
    if alike.filter(Q(ends=None) | Q(ends__gt=paper.starts), until).exists():
        raise Refused(starts=there_is)
    paper.save()
    return paper


def _ended(paper: Agreement | SubstituteCompetence, last_day: date) -> bool:
    """Whether the paper was cut short; it is not if it ends that day already."""
    ends = is_over(last_day)
    if ends == paper.ends:
        return False
    if ends <= paper.starts:
        raise Refused(ends=_("Sista dagen kan inte ligga före den första."))
    if paper.ends and ends > paper.ends:
        raise Refused(ends=_("Den slutar redan tidigare. Lägg till en ny om den ska gälla längre."))
    paper.ends = ends
    paper.save(update_fields=["ends"])
    return True
