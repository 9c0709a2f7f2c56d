"""The lines of a proposal as they are shown: whom each would go to and why, and what has happened since."""

import uuid
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from booking.assistant import why_in_words
from booking.assistant.why_in_words import Told
from booking.models import Booking, Order, Proposal, ProposalLine
from booking.weeks import local_day
from people.models import User

State = ProposalLine.State


@dataclass(frozen=True, slots=True)
class Row:
    """A line, why it is as it is, and what has happened since that may keep it from being accepted."""

    line: ProposalLine
    told: Told
    happened: Sequence[str]
    forbidden: Sequence[str]  # names

    @property
    def seen(self) -> str:
        """What stands on the page of it."""
        return f"{self.line.pk}.{self.line.substitute_id}.{self.line.order.terms_version}"

    @property
    def is_by_hand(self) -> bool:
        """Whether it goes to another than it was solved for, or to nobody, so that its why is of what was."""
        return is_by_hand(self.line)

    @property
    def is_gone(self) -> bool:
        """Whether there is nothing more to fill."""
        return self.line.state != State.ACCEPTED and self.line.order.status != Order.Status.OPEN

    @property
    def is_open(self) -> bool:
        """Whether it may still be changed."""
        return self.line.state in {State.PROPOSED, State.REFUSED}

    @property
    def can_accept(self) -> bool:
        """Whether there is something to accept."""
        return self.is_open and self.line.substitute_id is not None and not self.is_gone

    @property
    def is_filled(self) -> bool:
        """Whether somebody has it, or would."""
        return self.line.state == State.ACCEPTED or (self.can_accept and self.line.state != State.REFUSED)


def of(proposal: Proposal, reader: User, *, now: datetime) -> list[Row]:
    """All lines, soonest first; a constant number of queries."""
    lines = list(proposal.lines.for_a_list().prefetch_related("forbidden__user"))
    told = why_in_words.told_of([line.why for line in lines], seen_by=reader)
    taken = _taken([line.order_id for line in lines])
    busy = _busy(lines)
    return [
        Row(line, each, list(_happened(line, taken, busy, now)), [str(who) for who in line.forbidden.all()])
        for line, each in zip(lines, told, strict=True)
    ]


def is_by_hand(line: ProposalLine) -> bool:
    """Whether somebody has chosen another for it since it was solved, or left her out."""
    return bool(line.why) and line.why.get("chosen") != (line.substitute_id and str(line.substitute_id))


def by_day(rows: Sequence[Row]) -> list[tuple[date, list[Row]]]:
    """The rows of each day that has some."""
    days: defaultdict[date, list[Row]] = defaultdict(list)
    for row in rows:
        days[local_day(row.line.order.starts)].append(row)
    return list(days.items())


def _taken(orders: Sequence[uuid.UUID]) -> Mapping[uuid.UUID, Booking]:
    rows = Booking.objects.occupying().filter(order__in=orders).select_related("substitute__user")
    return {row.order_id: row for row in rows}


def _busy(lines: Sequence[ProposalLine]) -> Mapping[uuid.UUID, Sequence[Booking]]:
    """What those who are proposed are booked for meanwhile."""
    waiting = [line for line in lines if line.substitute_id and line.state in {State.PROPOSED, State.REFUSED}]
    found: defaultdict[uuid.UUID, list[Booking]] = defaultdict(list)
    if waiting:
        first, last = min(line.order.starts for line in waiting), max(line.order.ends for line in waiting)
        people = {line.substitute_id for line in waiting}
        for row in Booking.objects.occupying().filter(substitute__in=people, starts__lt=last, ends__gt=first):
            found[row.substitute_id].append(row)
    return found


def _happened(
    line: ProposalLine,
    taken: Mapping[uuid.UUID, Booking],
    busy: Mapping[uuid.UUID, Sequence[Booking]],
    now: datetime,
) -> Iterator[str]:
    if line.state not in {State.PROPOSED, State.REFUSED}:
        return
    order = line.order
    if booking := taken.get(order.pk):
        yield _("Redan bokat: %(who)s.") % {"who": booking.substitute}
    elif order.status != Order.Status.OPEN:
        yield _("Beställningen är inte längre öppen: %(status)s.") % {"status": order.get_status_display()}
    elif order.starts <= now:
        yield _("Passet har börjat.")
    elif order.returned_at:
        yield _("Returnerad till beställaren.")
    if line.terms_version and line.terms_version != order.terms_version:
        yield _("Passet har ändrats sedan förslaget löstes.")
    if line.substitute_id and any(_meets(each, order) for each in busy.get(line.substitute_id, ())):
        yield _("%(who)s är bokad på ett annat pass då.") % {"who": line.substitute}


def _meets(booking: Booking, order: Order) -> bool:
    return booking.order_id != order.pk and booking.starts < order.ends and booking.ends > order.starts
