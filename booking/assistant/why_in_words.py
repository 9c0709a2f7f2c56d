"""A kept why, as planners read it: who was chosen, who else could have had it and why she did not, who could not."""

import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from booking.eligibility.reading import among
from booking.matching.ranking import HOUR, Merits, Paid, Tier
from booking.models import Order
from booking.reasons import sentence
from people import access
from people.models import Competence, Occupation, Substitute, User
from portal.templatetags.times import clock, day

Why = Mapping[str, Any]
Named = Mapping[str, str]
"""What may be said of each key: a name, or where and when."""

STAGES = {"resource": gettext_lazy("Har resurstid då"), "monthly": gettext_lazy("Har månadslön")}
DECIDED = {
    "stage": gettext_lazy("Den valdas tid går före, efter löneform"),
    "cost": gettext_lazy("Hade gett mer mertid eller övertid"),
    "continuity": gettext_lazy("Den valda står arbetsplatsen närmare"),
    "wish": gettext_lazy("Den valda har fått färre timmar mot sitt önskemål"),
    "told": gettext_lazy("Den valda hade redan fått frågan"),
}
OBSTACLES = {
    "active": gettext_lazy("är borta eller bokas bara för hand"),
    "agreement": gettext_lazy("saknar avtal över hela passet"),
    "asked": gettext_lazy("är redan tillfrågade"),
    "availability": gettext_lazy("har inte lagt in tid"),
    "blocked": gettext_lazy("är spärrade på arbetsplatsen"),
    "competence": gettext_lazy("saknar en kompetens som krävs"),
    "daily_rest": gettext_lazy("får för kort dygnsvila"),
    "day": gettext_lazy("får inte direktbokas den dagen"),
    "days_in_row": gettext_lazy("får för många dagar i rad"),
    "direct_off": gettext_lazy("får inte direktbokas här"),
    "forbidden": gettext_lazy("är bortvalda för hand"),
    "introduced": gettext_lazy("är inte introducerade"),
    "minor": gettext_lazy("är under 18 och får inte ha passet"),
    "month_cap": gettext_lazy("når taket för månaden"),
    "overlap": gettext_lazy("är redan bokade då"),
    "overtime": gettext_lazy("får för mycket övertid"),
    "records_check": gettext_lazy("saknar registerutdrag"),
    "said_no": gettext_lazy("har sagt nej"),
    "same_day": gettext_lazy("får inte direktbokas samma dag"),
    "second_shift": gettext_lazy("har redan ett pass den dagen"),
    "selection": gettext_lazy("hör inte till dem som assistenten får välja"),
    "shift_span": gettext_lazy("får för lång arbetsdag"),
    "short_notice": gettext_lazy("får inte direktbokas så nära start"),
    "short_shift": gettext_lazy("får inte direktbokas på så korta pass"),
    "weekly_hours": gettext_lazy("får för många timmar den veckan"),
    "weekly_rest": gettext_lazy("får för kort veckovila"),
}
WEEKDAYS = [
    gettext_lazy("måndag"), gettext_lazy("tisdag"), gettext_lazy("onsdag"), gettext_lazy("torsdag"),
    gettext_lazy("fredag"), gettext_lazy("lördag"), gettext_lazy("söndag"),
]  # fmt: skip
PARTS = {
    "morgon": gettext_lazy("morgon"), "dag": gettext_lazy("dag"), "kvall": gettext_lazy("kväll"),
    "natt": gettext_lazy("natt"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One of those who could have had it: her rank, what speaks for her, and why she was not the one."""

    name: str
    rank: int
    is_chosen: bool
    reasons: Sequence[str]
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """All that is said of one decision."""

    chosen: Line | None
    lines: Sequence[Line]
    thought_of: int
    left_out: Sequence[str]


def told(why: Why, *, seen_by: User) -> Told:
    """Of one decision; at most two queries."""
    return told_of([why], seen_by=seen_by)[0]


def told_of(whys: Sequence[Why], *, seen_by: User) -> list[Told]:
    """Of several, in as many queries. Whoever the reader may not see has no name, and no place that is not hers."""
    names = _names({line["substitute"] for why in whys for line in why.get("ranked", ())}, seen_by)
    shifts = _shifts({line["instead"] for why in whys for line in why.get("ranked", ())} - {None}, seen_by)
    return [_told(why, names, shifts) for why in whys]


def wanted(rows: Iterable[Why]) -> list[str]:
    """What one more substitute would fill: "1 till med delegering lördag kväll fyller 3 pass"; at most two queries."""
    rows = list(rows)
    occupations = dict(Occupation.objects.filter(pk__in={row["occupation"] for row in rows}).values_list("pk", "name"))
    keys = {key for row in rows for key in row["competences"]}
    competences = dict(Competence.objects.filter(pk__in=keys).values_list("pk", "name")) if keys else {}
    return [
        ngettext(
            "1 till %(who)s %(weekday)s %(part)s fyller %(n)d pass",
            "1 till %(who)s %(weekday)s %(part)s fyller %(n)d pass",
            row["fills"],
        )
        % {
            "who": _as(row, occupations, competences),
            "weekday": WEEKDAYS[row["weekday"]],
            "part": PARTS[row["part"]],
            "n": row["fills"],
        }
        for row in rows
    ]


def _as(row: Why, occupations: Mapping[uuid.UUID, str], competences: Mapping[uuid.UUID, str]) -> str:
    occupation = occupations.get(uuid.UUID(row["occupation"]), _("vikarie"))
    held = [name for key in row["competences"] if (name := competences.get(uuid.UUID(key)))]
    words = {"occupation": occupation, "held": ", ".join(held)}
    return _("%(occupation)s med %(held)s") % words if held else occupation


def merits_of(line: Why) -> Merits:
    """What was kept of her, as it was weighed then."""
    asked, wished = line["last_asked"], line["wished"]
    return Merits(
        tier=Tier[line["tier"].upper()],
        paid=Paid(line["paid"]),
        interested=line["interested"],
        has_time=line["has_time"],
        shifts_here=line["shifts_here"],
        hours_this_month=line["hours_this_month"] * HOUR,
        wished=wished and wished * HOUR,
        last_asked=asked and datetime.fromisoformat(asked),
        hours_this_week=timedelta(),
        name="",
    )


def _told(why: Why, names: Named, shifts: Named) -> Told:
    lines = [_line(line, why.get("chosen"), names, shifts) for line in why.get("ranked", ())]
    counts = sorted(why.get("left_out", {}).items(), key=lambda one: (-one[1], one[0]))
    return Told(
        chosen=next((line for line in lines if line.is_chosen), None),
        lines=lines,
        thought_of=why.get("thought_of", 0),
        left_out=[f"{number} {OBSTACLES[code]}" for code, number in counts if code in OBSTACLES],
    )


def _line(line: Why, chosen: str | None, names: Named, shifts: Named) -> Line:
    is_chosen = line["substitute"] == chosen
    return Line(
        name=names.get(line["substitute"], _("Någon i ett annat område")),
        rank=line["rank"],
        is_chosen=is_chosen,
        reasons=[*_of_stage(line), *(sentence(reason) for reason in merits_of(line).reasons())],
        why_not="" if is_chosen else _why_not(line, shifts),
    )


def _of_stage(line: Why) -> Iterable[str]:
    if line["stage"] in STAGES:
        yield str(STAGES[line["stage"]])


def _why_not(line: Why, shifts: Named) -> str:
    """What she was given instead; else the part that decided, or that nothing did."""
    if line["instead"]:
        where = shifts.get(line["instead"])
        return _("Gör mer nytta på %(shift)s") % {"shift": where} if where else _("Gör mer nytta på ett annat pass")
    if line["decided_by"] in DECIDED:
        return str(DECIDED[line["decided_by"]])
    return _("Lika bra, men stod efter i turen")


def _names(keys: Collection[str], seen_by: User) -> Named:
    """As far as the reader may see who they are; one query."""
    if not keys:
        return {}
    rows = Substitute.objects.filter(among("pk", map(uuid.UUID, keys))).select_related("user")
    return {str(row.pk): str(row) for row in access.scope(seen_by, rows)}


def _shifts(keys: Collection[str], seen_by: User) -> Named:
    """The same of shifts."""
    if not keys:
        return {}
    rows = access.scope(seen_by, Order.objects.filter(pk__in=keys).select_related("workplace"))
    return {str(row.pk): f"{row.workplace} {day(row.starts)} {clock(row.starts)}–{clock(row.ends)}" for row in rows}
