"""What would come of each fact, compared with what the schedule said before; nothing is written.

A later version of a shift stands, whichever arrives first. Without a version what comes last stands.
"""

import hashlib
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from django.utils.translation import gettext as _

from people.models import Substitute, User
from scheduling.formats.facts import Fact
from scheduling.known import Known
from scheduling.models import ScheduleShift


class What(StrEnum):
    """What would come of it."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"


WRITES = (What.NEW, What.CHANGED, What.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Line:
    """What comes of one fact, and why in a sentence where it is not as it was meant."""

    fact: Fact
    what: What
    why: str = ""
    her: Substitute | None = None
    kept: ScheduleShift | None = None
    places: frozenset[uuid.UUID] = frozenset()
    gives_time: bool = False

    @property
    def said(self) -> str:
        """All that it would write, as one text."""
        return repr((self.fact, self.what, self.her and self.her.pk, sorted(map(str, self.places)), self.gives_time))


@dataclass(frozen=True)
class Plan:
    """All lines, in the order that they came."""

    lines: Sequence[Line]

    def of(self, *whats: What) -> list[Line]:
        """Those with one of the outcomes."""
        return [line for line in self.lines if line.what in whats]

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many of each outcome."""
        counted = Counter(line.what for line in self.lines)
        return {what.value: counted[what] for what in What}

    @property
    def useful(self) -> int:
        """How many would write something."""
        return len(self.of(*WRITES))

    @cached_property
    def mark(self) -> str:
        """Another as soon as anything would come of it that did not."""
        return hashlib.sha256("\n".join(line.said for line in self.lines).encode()).hexdigest()


def of(facts: Sequence[Fact], *, by: User | None, at: datetime) -> Plan:
    """What would come of the facts now, read by whoever it is (nobody: the schedule itself)."""
    known, together = Known.of(facts, by=by), _together(facts)
    return Plan([_line(fact, together[fact.external_id], known, at) for fact in facts])


def _together(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        found[fact.external_id].append(fact)
    return found


def _line(fact: Fact, alike: Sequence[Fact], known: Known, at: datetime) -> Line:
    if fact.fault:
        return Line(fact, What.REFUSED, fact.fault)
    versions = {one.version for one in alike}
    if len(versions) < len(alike) or (len(alike) > 1 and None in versions):
        return Line(fact, What.REFUSED, _("Samma pass-id står på flera rader."))
    if fact.version is not None and fact.version < max(one for one in versions if one is not None):
        return Line(fact, What.SAME, _("En senare version kommer samtidigt."))
    kept = known.shifts.get(fact.external_id)
    if kept and fact.version is not None and fact.version < kept.version:
        return Line(fact, What.SAME, _("En senare version är redan inläst."), kept=kept)
    return _withdrawal(fact, kept, known) if fact.withdrawn else _saying(fact, kept, known, at)


def _withdrawal(fact: Fact, kept: ScheduleShift | None, known: Known) -> Line:
    if kept is None and (fact.version is None or not known.of_all):
        return Line(fact, What.SAME, _("Passet är inte inläst."))
    if kept and kept.withdrawn_at:
        return Line(fact, What.SAME, kept=kept)
    if kept and kept.substitute_id not in known.within:
        return Line(fact, What.REFUSED, nobody())
    return Line(fact, What.WITHDRAWN, her=kept.substitute if kept else None, kept=kept)


def _saying(fact: Fact, kept: ScheduleShift | None, known: Known, at: datetime) -> Line:
    her = known.her(fact)
    if her is None:
        return Line(fact, What.REFUSED, nobody())
    if kept and not kept.withdrawn_at and kept.substitute_id != her.pk:
        return Line(fact, What.REFUSED, _("Pass-id:t är redan någon annans."))
    if why := known.why_not(fact, her):
        return Line(fact, What.REFUSED, why, her)
    if kept and kept.withdrawn_at and fact.version == kept.version:
        return Line(fact, What.SAME, _("Samma version är redan borttagen."), her, kept)
    places, gives = known.of_fact(fact), known.gives_time(fact, her, at=at)
    what = _compared(fact, kept, places, gives_time=gives)
    return Line(fact, what, "", her, kept, places, gives)


def _compared(fact: Fact, kept: ScheduleShift | None, places: frozenset[uuid.UUID], *, gives_time: bool) -> What:
    if kept is None or kept.withdrawn_at:
        return What.NEW
    there = frozenset(place.pk for place in kept.workplaces.all())
    was = (kept.kind, kept.period, kept.gives_time, there)
    return What.SAME if was == (fact.kind, fact.period, gives_time, places) else What.CHANGED


def nobody() -> str:
    """One sentence for whoever is not here, is elsewhere, or is hidden: it tells which of none."""
    return _("Ingen som filen får läsas in för har det anställningsnumret.")
