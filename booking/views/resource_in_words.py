"""How a shift lies to resource time, in words: to her whose time it is, and to the planner."""

from datetime import timedelta

from django.utils.translation import gettext as _

from booking.period import Period
from booking.resource_time import Fit, Match
from booking.templatetags.shifts import listed, short
from portal.templatetags.times import hours_and_minutes

MINUTE = timedelta(minutes=1)


def of_a_job(shift: Period, match: Match) -> list[str]:
    """What a job is to her resource time, and what it gives in the time bank."""
    bank = _("Ger tid i tidbanken.") if match.gives_time else _("Ger ingen tid i tidbanken.")
    return [_to_her(shift, match), bank]


def _to_her(shift: Period, match: Match) -> str:
    if match.fit is Fit.EXACT:
        return _("Samma tid som ditt resurspass.")
    if match.fit is Fit.MOVABLE:
        return _("Ditt akuta pass flyttas till %(hours)s.") % {"hours": short(shift)}
    if not match.left:
        return _("Inom ditt resurspass %(hours)s.") % {"hours": short(match.block)}
    facts = {"hours": short(match.block), "left": length(match.left_over), "when": listed([*map(short, match.left)])}
    return _("Inom ditt resurspass %(hours)s. %(left)s blir kvar, %(when)s.") % facts


def to_a_planner(match: Match) -> str:
    """Resurspass 07–16, samma tid; why it does not fit, if it does not."""
    facts = {"hours": short(match.block)}
    if match.fit is Fit.EXACT:
        return _("Resurspass %(hours)s, samma tid") % facts
    if match.fit is Fit.INSIDE:
        return _("Inom resurspass %(hours)s") % facts
    if match.fit is Fit.MOVABLE:
        return _("Akut resurstid %(hours)s, flyttas") % facts
    if match.too_long:
        return _("Akut resurstid %(hours)s, passet är %(long)s för långt") % (facts | {"long": length(match.too_long)})
    return _("Resurstid %(hours)s räcker inte, saknar %(missing)s") % (
        facts | {"missing": listed([*map(short, match.missing)])}
    )


def length(time: timedelta) -> str:
    """2 tim 30 min"""
    return hours_and_minutes(time // MINUTE)
