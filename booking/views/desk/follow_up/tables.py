"""Each table of figures, as a sheet."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from booking.policy_words import length
from booking.statistics.figures import Quartiles, Share
from booking.statistics.overview import Before, ByStart, ByWay
from booking.statistics.people import Continuity, Spread
from booking.statistics.starts import Slot, Turn, heat
from booking.statistics.suppression import Told
from booking.templatetags.charts import percent
from booking.views.desk.follow_up import words
from booking.views.desk.follow_up.sheets import Sheet, Shown, hidden, too_few
from people.exports import Cell

Names = Mapping[uuid.UUID, str]


@dataclass(frozen=True, slots=True)
class Line:
    """How much of it was filled, and what it is called."""

    name: str
    share: Share


def _shares(code: str, title: str, heading: str, lines: Iterable[tuple[object, Share]]) -> Sheet[Line]:
    columns: list[Shown[Line]] = [
        Shown("name", heading, lambda line: line.name, is_number=False),
        Shown("shifts", _("Pass"), lambda line: line.share.whole),
        Shown("filled", _("Tillsatta"), lambda line: line.share.part),
        Shown("percent", _("Procent"), lambda line: line.share.percent, percent),
    ]
    return Sheet(code, title, columns, [Line(str(name), share) for name, share in lines])


def weeks(figures: ByStart) -> Sheet[Line]:
    """By week."""
    lines = ((week.number, share) for week, share in figures.weeks.items())
    return _shares("veckor", _("Tillsatta pass per vecka"), _("Vecka"), lines)


def weekdays(figures: ByStart) -> Sheet[Line]:
    """By day of the week."""
    lines = ((capfirst(str(words.WEEKDAYS[day])), share) for day, share in figures.weekdays.items())
    return _shares("veckodagar", _("Per veckodag"), _("Veckodag"), lines)


def leads(figures: ByWay) -> Sheet[Line]:
    """By how long before it was ordered."""
    lines = ((capfirst(str(words.LEADS[lead])), share) for lead, share in figures.leads.items())
    return _shares("framforhallning", _("Beställt så långt före"), _("Tid före passet"), lines)


def named(code: str, title: str, heading: str, names: Names, shares: Mapping[uuid.UUID, Share]) -> Sheet[Line]:
    """By something with a name, in the order of the names."""
    return _shares(code, title, heading, ((name, shares[key]) for key, name in names.items() if key in shares))


def channels(figures: ByWay) -> Sheet[tuple[str, Share]]:
    """By what way they were filled."""
    whole = sum(figures.channels.values())
    columns: list[Shown[tuple[str, Share]]] = [
        Shown("name", _("Sätt"), lambda row: row[0], is_number=False),
        Shown("shifts", _("Pass"), lambda row: row[1].part),
        Shown("percent", _("Procent"), lambda row: row[1].percent, percent),
    ]
    rows = [(str(words.CHANNELS[way]), Share(number, whole)) for way, number in figures.channels.items()]
    return Sheet("kanaler", _("Så fylldes passen"), columns, rows)


def when_missing(figures: ByStart) -> Sheet[Turn]:
    """How many lacked somebody, by weekday and turn."""
    columns: list[Shown[Turn]] = [
        Shown("turn", _("Börjar på"), lambda turn: capfirst(str(words.TURNS[turn])), is_number=False)
    ]
    for day, name in enumerate(words.SHORT_WEEKDAYS):
        columns.append(Shown(f"day_{day + 1}", str(name), _missing_on(figures, day)))
    return Sheet("nar", _("När saknas vikarie?"), columns, list(Turn))


def _missing_on(figures: ByStart, day: int) -> Any:  # noqa: ANN401 (what reads a cell)
    return lambda turn: figures.missing[Slot(day, turn)]


def warmth(figures: ByStart) -> list[tuple[str, list[tuple[int, int]]]]:
    """The same with how warm each cell is."""
    most = max(figures.missing.values())
    rows = ((turn, [figures.missing[Slot(day, turn)] for day in range(7)]) for turn in Turn)
    return [(capfirst(str(words.TURNS[turn])), [(n, heat(n, most)) for n in row]) for turn, row in rows]


def causes(figures: Told) -> Sheet[tuple[str, int | None]]:
    """Why they had nobody."""
    columns: list[Shown[tuple[str, int | None]]] = [
        Shown("cause", _("Varför"), lambda row: row[0], is_number=False),
        Shown("shifts", _("Pass"), lambda row: hidden(row[1])),
    ]
    rows = [(str(name), figures.numbers[cause]) for cause, name in words.CAUSES.items()]
    rows.append((_("Alla"), figures.total))
    return Sheet("varfor", _("Varför saknades vikarie?"), columns, rows, hides=figures.hides)


def time_to_fill(figures: ByWay, earlier: Before) -> Sheet[tuple[str, int | None, int | None]]:
    """Median and quartiles."""
    columns: list[Shown[tuple[str, int | None, int | None]]] = [
        Shown("part", _("Av passen"), lambda row: row[0], is_number=False),
        Shown("minutes", _("Bokat inom"), lambda row: row[1], minutes, unit=_("minuter")),
        Shown("minutes_before", _("Perioden före"), lambda row: row[2], minutes, unit=_("minuter")),
    ]
    parts = (("first", _("En fjärdedel")), ("median", _("Hälften (medianen)")), ("third", _("Tre fjärdedelar")))
    now, before = figures.minutes, earlier.minutes
    rows = [(name, _part(now, part), _part(before, part)) for part, name in parts]
    return Sheet("tid", _("Tid till bokning"), columns, rows)


def _part(figures: Quartiles | None, part: str) -> int | None:
    return getattr(figures, part) if figures else None


def minutes(value: Cell) -> str:
    """2 tim 10 min"""
    return length(timedelta(minutes=value)) if isinstance(value, int) else "–"


@dataclass(frozen=True, slots=True)
class Place:
    """A workplace with its figures."""

    name: str
    share: Share
    median: int | None
    reason: str

    @property
    def kind(self) -> str:
        """How the bar is coloured: the numbers stand beside it."""
        shown = self.share.percent or 0
        return "bad" if shown < BAD else "low" if shown < GOOD else ""


BAD, GOOD = 90, 95


def places(rows: Iterable[Place]) -> Sheet[Place]:
    """The workplaces."""
    columns: list[Shown[Place]] = [
        Shown("workplace", _("Arbetsplats"), lambda place: place.name, is_number=False),
        Shown("shifts", _("Pass"), lambda place: place.share.whole),
        Shown("filled", _("Tillsatta"), lambda place: place.share.part),
        Shown("percent", _("Procent"), lambda place: place.share.percent, percent),
        Shown("median_minutes", _("Tid till bokning"), lambda place: place.median, minutes, unit=_("minuter")),
        Shown("usual_reason", _("Vanligaste orsak"), lambda place: place.reason, is_number=False),
    ]
    return Sheet("arbetsplatser", _("Arbetsplatser"), columns, list(rows))


def spread(figures: Spread) -> Sheet[tuple[str, int | None, int | None]]:
    """Over people, without names."""
    columns: list[Shown[tuple[str, int | None, int | None]]] = [
        Shown("times", _("Så ofta"), lambda row: row[0], is_number=False),
        Shown("said_no", _("Sade nej, personer"), lambda row: hidden(row[1])),
        Shown("silent", _("Svarade inte, personer"), lambda row: hidden(row[2])),
    ]
    steps = enumerate(words.STEPS)
    rows = [(capfirst(str(step)), figures.noes.numbers[n], figures.silent.numbers[n]) for n, step in steps]
    rows.append((_("Alla tillfrågade"), figures.noes.total, figures.silent.total))
    hides = figures.noes.hides or figures.silent.hides
    return Sheet("svar", _("Så fördelas nej och uteblivna svar"), columns, rows, hides=hides)


def continuity(rows: Iterable[tuple[str, Continuity]]) -> Sheet[tuple[str, Continuity]]:
    """How many different people come to each workplace."""
    columns: list[Shown[tuple[str, Continuity]]] = [
        Shown("workplace", _("Arbetsplats"), lambda row: row[0], is_number=False),
        Shown("shifts", _("Pass"), lambda row: row[1].shifts),
        Shown("people", _("Olika personer"), lambda row: too_few(row[1].people)),
        Shown("people_in_ten_shifts", _("Personer på 10 pass"), lambda row: too_few(row[1].in_ten)),
        Shown("by_the_usual_three", _("De tre vanligaste hade"), lambda row: too_few(row[1].by_the_usual), percent),
    ]
    each = list(rows)
    hides = any(row[1].people is None for row in each)
    return Sheet("kontinuitet", _("Hur många olika kommer till arbetsplatsen?"), columns, each, hides=hides)
