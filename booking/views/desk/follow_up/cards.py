"""The four figures at the top, and how each has changed since the days before."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from booking.policy_words import length
from booking.statistics.figures import GOAL, Quartiles, Share, difference
from booking.statistics.overview import Answers, Before, ByStart, ByWay
from booking.templatetags.charts import number, percent


class Turned(Enum):
    """Whether it is better, worse or neither: the word says it, the colour only follows."""

    BETTER = "up"
    WORSE = "down"
    SAME = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence below a figure."""

    text: str
    turned: Turned = Turned.SAME


@dataclass(frozen=True, slots=True)
class Card:
    """A figure, what it is of, and what there is to say of it."""

    name: str
    figure: str
    told: list[Told]


def of(starts: ByStart, ways: ByWay, answers: Answers, before: Before) -> list[Card]:
    """All four."""
    return [
        _filled(starts.whole, before.whole),
        _time(ways.minutes, before.minutes),
        _answers(answers, before.answers),
        _missing(starts.whole, before.whole),
    ]


def _filled(now: Share, before: Share) -> Card:
    told = []
    if now.percent is not None:
        gap = difference(now.percent, GOAL) or 0
        words = _("%(n)s procentenheter under målet") if gap < 0 else _("%(n)s procentenheter över målet")
        told.append(Told(words % {"n": number(abs(gap), 1)}, Turned.WORSE if gap < 0 else Turned.BETTER))
    return Card(_("Tillsatta pass"), percent(now.percent), told + _points(now.percent, before.percent))


def _points(now: float | None, before: float | None) -> list[Told]:
    change = difference(now, before)
    if change is None:
        return []
    if not change:
        return [Told(_("Lika mycket som perioden före"))]
    more = change > 0
    said = {"n": number(abs(change), 1 if isinstance(now, float) else 0)}
    words = (
        _("%(n)s procentenheter mer än perioden före") if more else _("%(n)s procentenheter mindre än perioden före")
    )
    return [Told(words % said, Turned.BETTER if more else Turned.WORSE)]


def _time(now: Quartiles | None, before: Quartiles | None) -> Card:
    if now is None:
        return Card(_("Tid till bokning, median"), "–", [])
    figure = length(timedelta(minutes=now.median))
    if before is None:
        return Card(_("Tid till bokning, median"), figure, [])
    change = timedelta(minutes=now.median - before.median)
    if not change:
        return Card(_("Tid till bokning, median"), figure, [Told(_("Lika snabbt som perioden före"))])
    quicker = change < timedelta()
    words = _("%(n)s snabbare än perioden före") if quicker else _("%(n)s långsammare än perioden före")
    told = Told(words % {"n": length(abs(change))}, Turned.BETTER if quicker else Turned.WORSE)
    return Card(_("Tid till bokning, median"), figure, [told])


def _answers(answers: Answers, before: Answers) -> Card:
    if answers.percent is None:
        told = [Told(_("Färre än 5 personer tillfrågade"))] if answers.hidden else []
        return Card(_("Svar på förfrågan"), _("döljs") if answers.hidden else "–", told)
    return Card(_("Svar på förfrågan"), percent(answers.percent), _points(answers.percent, before.percent))


def _missing(now: Share, before: Share) -> Card:
    figure = ngettext("%(n)s pass", "%(n)s pass", now.rest) % {"n": number(now.rest)}
    told = [Told(_("av %(n)s pass") % {"n": number(now.whole)})]
    if before.whole:
        change = now.rest - before.rest
        words = _("%(n)s fler än perioden före") if change > 0 else _("%(n)s färre än perioden före")
        turned = Turned.WORSE if change > 0 else Turned.BETTER
        same = Told(_("Lika många som perioden före"))
        told.append(Told(words % {"n": number(abs(change))}, turned) if change else same)
    return Card(_("Saknade vikarie"), figure, told)
