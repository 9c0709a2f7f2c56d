"""Whether the person may work at all, here and as this.

Hard, all of them. Active, agreement, competence, introduced and blocked are the employer's own terms; the shown extract
is demanded by skollagen 2:31 (schools), lagen 2010:479 (children, LSS) and, from 2026-03-01, for work in the homes of
elderly people and adults with disabilities.
"""

from collections.abc import Iterable
from datetime import datetime

from booking.period import Period, covered, joined
from booking.rules.case import Breach, Case, Channel, Weight
from booking.rules.later import first_start
from booking.rules.words import gettext_noop
from booking.weeks import local_day


def active(case: Case) -> Breach | None:
    """The substitute may be booked, also then, is not absent, and not protected from what the system does by itself."""
    if not case.active:
        return Breach("active", Weight.HARD, gettext_noop("Kan inte bokas just nu"))
    if case.by_hand_only and case.channel is not Channel.PLANNER:
        return Breach("active", Weight.HARD, gettext_noop("Bokas bara av en planerare"))
    period = case.shift.period
    if case.last_day and local_day(period.starts) > case.last_day:
        words = gettext_noop("Kontot stängs efter {last_day}, före passet")
        return Breach("active", Weight.HARD, words, {"last_day": case.last_day})
    away = [common for absence in case.absences if (common := absence.common(period))]
    if not away:
        return None
    words = gettext_noop("Frånvarande {when}")
    return Breach("active", Weight.HARD, words, {"when": min(away)}, lambda: _back(case))


def agreement(case: Case) -> Breach | None:
    """An agreement for the workplace and the occupation over the whole shift; two that meet are fine."""
    period = case.shift.period
    if covered(period, case.agreements):
        return None
    facts = {"occupation": case.shift.occupation, "workplace": case.shift.workplace}
    words = gettext_noop("Saknar avtal som {occupation} på {workplace}")
    if _meets(period, case.agreements):
        words = gettext_noop("Avtalet täcker inte hela passet")
    return Breach("agreement", Weight.HARD, words, facts, lambda: _covered_from(case, case.agreements))


def competence(case: Case) -> Breach | None:
    """Each required competence over the whole shift."""
    missing = _missing(case, case.shift.period)
    if not missing:
        return None
    words, facts = gettext_noop("Saknar giltig kompetens: {missing}"), {"missing": ", ".join(missing)}
    return Breach("competence", Weight.HARD, words, facts, lambda: _all_held(case))


def introduced(case: Case) -> Breach | None:
    """Introduced at the workplace, where the workplace asks for it; nobody is before the shift that introduces her."""
    if case.introduced or case.shift.introduces or not case.shift.needs_introduction:
        return None
    facts = {"workplace": case.shift.workplace}
    return Breach("introduced", Weight.HARD, gettext_noop("Inte introducerad på {workplace}"), facts)


def records_check(case: Case) -> Breach | None:
    """The extract that the workplace demands has been shown, and is in date over the whole shift."""
    demanded, period = case.shift.records_check, case.shift.period
    if not demanded or covered(period, case.records_checks):
        return None
    words = gettext_noop("Saknar giltigt registerutdrag: {demanded}")
    facts = {"demanded": demanded}
    return Breach("records_check", Weight.HARD, words, facts, lambda: _covered_from(case, case.records_checks))


def blocked(case: Case) -> Breach | None:
    """Neither side has asked that she shall not work there."""
    if not case.blocked:
        return None
    words = gettext_noop("Bokas inte på {workplace}")
    return Breach("blocked", Weight.HARD, words, {"workplace": case.shift.workplace})


def _back(case: Case) -> datetime | None:
    ends = (absence.ends for absence in case.absences)
    return first_start(case, ends, lambda later: not _meets(later, case.absences))


def _all_held(case: Case) -> datetime | None:
    """When she first holds all that is required over a shift as long as this."""
    held = (paper.starts for key in case.shift.competences for paper in case.competences.get(key, ()))
    return first_start(case, held, lambda later: not _missing(case, later))


def _missing(case: Case, period: Period) -> list[str]:
    """The names of the required competences that she does not hold over all of the period."""
    required = case.shift.competences.items()
    return sorted(name for key, name in required if not covered(period, case.competences.get(key, ())))


def _meets(period: Period, others: Iterable[Period]) -> bool:
    return any(other.overlaps(period) for other in others)


def _covered_from(case: Case, papers: Iterable[Period]) -> datetime | None:
    """When the papers, together, first carry a shift as long as this."""
    whole = joined(papers)
    return first_start(case, (paper.starts for paper in whole), lambda later: covered(later, whole))
