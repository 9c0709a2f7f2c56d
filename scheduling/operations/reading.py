"""Facts of the schedule are carried out: all that were understood, in one transaction.

The people are locked first, and what would come of it is found anew: the same twice at once is one after the other.
"""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from booking.models import Booking
from booking.operations.deciding import locked_substitutes
from booking.period import Period
from people.models import Substitute, User, Workplace
from scheduling.formats.facts import Fact
from scheduling.known import Known
from scheduling.models import ScheduleShift
from scheduling.operations import laying
from scheduling.plan import WRITES, Line, Plan, What


@dataclass(slots=True)
class Of:
    """What comes of it for one person."""

    gone: list[Period] = field(default_factory=list)
    shifts: list[ScheduleShift] = field(default_factory=list)


def hold(facts: Sequence[Fact], *, by: User | None) -> None:
    """Lock the people whom the facts are about, before any other row."""
    known = Known.of(facts, by=by)
    keys = {one.pk for one in known.people.values()}
    locked_substitutes(keys | {row.substitute_id for row in known.shifts.values() if row.substitute_id})


def carry_out(found: Plan, *, by: User | None, at: datetime) -> list[Booking]:
    """Write what the plan says, under the locks of `hold`; answers with the booked shifts that stand all the same."""
    people: dict[uuid.UUID, Of] = defaultdict(Of)
    for line in found.lines:
        if line.what in WRITES:
            _write(line, people, at=at)
        elif line.what is What.SAME and line.kept and (line.fact.version or 0) > line.kept.version:
            line.kept.version = line.fact.version or 0
            line.kept.save(update_fields=["version"])
    hers = locked_substitutes(people)
    return [booking for key in hers for booking in _lay(hers[key], people[key], by=by, at=at)]


def report(found: Plan) -> tuple[dict[str, int], list[dict[str, Any]]]:
    """What is kept of it: how many of each, and why for those that were not read; no names, no numbers."""
    refused = [
        {"line": line.fact.line, "id": line.fact.external_id, "why": line.why} for line in found.of(What.REFUSED)
    ]
    return found.counts, refused


def _lay(her: Substitute, of_her: Of, *, by: User | None, at: datetime) -> list[Booking]:
    return laying.lay(her, of_her.gone, of_her.shifts, by=by, at=at)


def _write(line: Line, people: dict[uuid.UUID, Of], *, at: datetime) -> None:
    shift = line.kept or ScheduleShift(external_id=line.fact.external_id)
    was, hers = (shift.period if not shift.withdrawn_at else None), shift.substitute_id
    shift.version = shift.version if line.fact.version is None else line.fact.version
    shift.said_at = at
    shift.withdrawn_at = at if line.what is What.WITHDRAWN else None
    if line.what is not What.WITHDRAWN and line.fact.period and line.her:
        shift.substitute, shift.kind, shift.gives_time = line.her, line.fact.kind, line.gives_time
        shift.starts, shift.ends = line.fact.period.starts, line.fact.period.ends
        people[line.her.pk].shifts.append(shift)
    shift.save()
    if line.what is not What.WITHDRAWN:
        shift.workplaces.set(Workplace.objects.filter(pk__in=line.places))
    if was and hers:
        people[hers].gone.append(was)
