"""Mina timmar: what she worked in a month, by class, with the shifts behind it. Hours, never money."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from booking.inconvenient import Ob
from booking.views.substitute.calendar import month_asked_for
from booking.weeks import Month, local_day
from booking.worked import reading
from booking.worked.pieces import Piece, TimeKind
from booking.worked.reading import Classed
from booking.worked.shifts import WorkedShift
from people.models import Substitute
from people.views.own import for_substitutes

Key = TypeVar("Key", TimeKind, Ob)
Words = tuple[str | Promise, str | Promise]

KINDS: Mapping[TimeKind, Words] = {
    TimeKind.ORDINARY: (_("Ordinarie tid"), _("Upp till din arbetstid i veckan")),
    TimeKind.ADDITIONAL: (_("Mertid"), _("Mer än din arbetstid, men inte mer än heltid")),
    TimeKind.OVERTIME: (_("Övertid"), _("Mer än 40 timmar i veckan")),
}
OBS: Mapping[Ob, Words] = {
    Ob.EVENING: (_("Ob kväll"), _("Måndag till torsdag 19–22")),
    Ob.NIGHT: (_("Ob natt"), _("Måndag till torsdag 22–06")),
    Ob.WEEKEND: (_("Ob helg"), _("Fredag 19 till måndag 07, röda dagar och dagen före från 16")),
    Ob.MAJOR: (_("Ob storhelg"), _("Från 18 dagen före storhelgen till 07 första vardagen efter")),
}
"""What each class is called, and which hours it is (AB § 21, § 20 and ATL)."""


@dataclass(frozen=True, slots=True)
class Line:
    """The hours of one class."""

    name: str | Promise
    what: str | Promise
    work: timedelta


@dataclass(frozen=True, slots=True)
class MonthOfHours:
    """A month of hers: what is approved and what is not, by class, and each shift."""

    shifts: Sequence[WorkedShift]
    approved: timedelta
    waiting: timedelta
    kinds: Sequence[Line]
    obs: Sequence[Line]

    @property
    def total(self) -> timedelta:
        """All of it."""
        return self.approved + self.waiting


@for_substitutes
@require_safe
def hours(request: HttpRequest, me: Substitute) -> HttpResponse:
    """`?manad=2026-05`, or this month."""
    now = timezone.now()
    today = local_day(now)
    month = month_asked_for(request, today)
    found = summed(reading.of(me, month.first, month.last, now=now))
    context = {"month": month, "hours": found, "is_this_month": month == Month.of(today), "today": today}
    return render(request, "booking/substitute/hours.html", context)


def summed(worked: Sequence[Classed]) -> MonthOfHours:
    """The sums of the shifts; also of what nobody has approved, which can still change."""
    pieces = [piece for _shift, cut in worked for piece in cut]
    return MonthOfHours(
        shifts=[shift for shift, _pieces in worked],
        approved=_work(shift for shift, _pieces in worked if shift.attested_at),
        waiting=_work(shift for shift, _pieces in worked if not shift.attested_at),
        kinds=list(_lines(KINDS, ((piece.kind, piece) for piece in pieces))),
        obs=list(_lines(OBS, ((piece.ob, piece) for piece in pieces))),
    )


def _work(shifts: Iterable[WorkedShift]) -> timedelta:
    return sum((shift.work for shift in shifts), timedelta())


def _lines(words: Mapping[Key, Words], pieces: Iterable[tuple[Key | None, Piece]]) -> Iterator[Line]:
    """Those classes that have any hours, in the order of their words."""
    of: defaultdict[Key | None, timedelta] = defaultdict(timedelta)
    for key, piece in pieces:
        of[key] += piece.work
    for key, (name, what) in words.items():
        if of[key]:
            yield Line(name, what, of[key])
