"""Whether the person may work at all, here and as this: active, agreement, competence."""

from booking.period import covered
from booking.rules.case import Breach, Case, Weight
from booking.rules.words import gettext_noop


def active(case: Case) -> Breach | None:
    """The substitute is one who may be booked."""
    if case.active:
        return None
    return Breach("active", Weight.HARD, gettext_noop("Kan inte bokas just nu"))


def agreement(case: Case) -> Breach | None:
    """An agreement for the workplace and the occupation over the whole shift; two that meet are fine."""
    period = case.shift.period
    if covered(period, case.agreements):
        return None
    facts = {"occupation": case.shift.occupation, "workplace": case.shift.workplace}
    if any(paper.overlaps(period) for paper in case.agreements):
        return Breach("agreement", Weight.HARD, gettext_noop("Avtalet täcker inte hela passet"), facts)
    return Breach("agreement", Weight.HARD, gettext_noop("Saknar avtal som {occupation} på {workplace}"), facts)


def competence(case: Case) -> Breach | None:
    """Each required competence over the whole shift."""
    period = case.shift.period
    missing = [
        name
        for key, name in sorted(case.shift.competences.items(), key=lambda item: item[1])
        if not covered(period, case.competences.get(key, ()))
    ]
    if not missing:
        return None
    return Breach(
        "competence", Weight.HARD, gettext_noop("Saknar giltig kompetens: {missing}"), {"missing": ", ".join(missing)}
    )
