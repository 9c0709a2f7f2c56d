"""What is beside resource time in her calendar: the shifts that are booked on it, what is left, and jobs that match."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from booking.entries import Entry, Look
from booking.matching import jobs as matching
from booking.models import Availability
from booking.period import Period, shared, without
from booking.templatetags.shifts import listed, short
from booking.views.resource_in_words import length
from people.models import Substitute


def with_resource_time(entries: Sequence[Entry], me: Substitute, *, now: datetime) -> list[Entry]:
    """The same entries, and of resource time that is not over what it comes to; queries only if there is any."""
    if not any(_is_ahead(entry, now) for entry in entries):
        return list(entries)
    shifts = [entry.period for entry in entries if entry.look is Look.BOOKED]
    jobs = [job.order.period for job in matching.open_to(me, now=now) if job.resource]
    return [_told(entry, shifts, jobs) if _is_ahead(entry, now) else entry for entry in entries]


def _is_ahead(entry: Entry, now: datetime) -> bool:
    return isinstance(entry.row, Availability) and entry.row.is_resource and entry.period.ends > now


def _told(entry: Entry, shifts: Collection[Period], jobs: Collection[Period]) -> Entry:
    here = [shift for shift in shifts if shift.overlaps(entry.period)]
    matching_here = sum(job.overlaps(entry.period) for job in jobs)
    left = _left(entry, here)
    return replace(entry, notes=tuple(_notes(entry, here, left)), spent=bool(here) and not left, jobs=matching_here)


def _notes(entry: Entry, shifts: Collection[Period], left: str) -> Iterator[str]:
    if isinstance(entry.row, Availability) and entry.row.shift_minutes:
        yield _("Passet är högst %(length)s") % {"length": length(entry.row.stretch.most or entry.period.length)}
    if shifts:
        yield _("Bokad %(hours)s") % {"hours": listed([*map(short, sorted(shifts))])}
        if left:
            yield left


def _left(entry: Entry, shifts: Collection[Period]) -> str:
    """Of acute time with a length how much of it; of other time when; empty if nothing is."""
    if isinstance(entry.row, Availability) and (most := entry.row.stretch.most) is not None:
        left = most - sum((each.length for each in shared([entry.row.period], shifts)), timedelta())
        return _("%(length)s kvar att ge") % {"length": length(left)} if left > timedelta() else ""
    rest = without([entry.period], shifts)
    return _("Kvar: %(hours)s") % {"hours": listed([*map(short, rest)])} if rest else ""
