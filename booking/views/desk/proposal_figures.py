"""How good a proposal is, in figures and in words, and what has become of it since it was solved before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _

from booking.models import Proposal, ProposalLine
from booking.views.desk.proposal_rows import Row
from people.models import Substitute


@dataclass(frozen=True, slots=True)
class Change:
    """A line that goes to another than before."""

    row: Row
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Filled of how many and how many hours; how near the best that can be; and what was before."""

    filled: int
    total: int
    hours: timedelta
    all_hours: timedelta
    nearness: str
    filled_before: int | None
    changes: Sequence[Change]
    is_changed: bool  # by hand, since it was solved


def of(proposal: Proposal, rows: Sequence[Row]) -> Figures:
    """At most one query."""
    counted = [row for row in rows if row.line.state != ProposalLine.State.DROPPED and not row.is_gone]
    filled = [row for row in counted if row.is_filled]
    latest = proposal.plans[-1] if proposal.plans else None
    is_changed = latest is not None and latest["version"] != proposal.version
    before = latest if is_changed else (proposal.plans[0] if len(proposal.plans) > 1 else None)
    return Figures(
        filled=len(filled),
        total=len(counted),
        hours=_hours(filled),
        all_hours=_hours(counted),
        nearness=_("Ändrat för hand sedan det löstes.") if is_changed else nearness(proposal),
        filled_before=before and before["filled"],
        changes=list(_changes(counted, before["whom"])) if before else [],
        is_changed=is_changed,
    )


def nearness(proposal: Proposal) -> str:
    """How near the best that can be, as far as the solver has proven it."""
    if proposal.bound is None or proposal.bound <= 0:
        return _("Hur nära det bästa möjliga det ligger är inte uträknat.")
    part = proposal.points / proposal.bound
    if part >= 1:
        return _("Det bästa som går att få.")
    return _("Minst %(n)s procent av det bästa som går att få.") % {"n": f"{int(part * 1000) / 10:g}".replace(".", ",")}


def _hours(rows: Sequence[Row]) -> timedelta:
    orders = [row.line.order for row in rows]
    return sum((order.period.length - timedelta(minutes=order.break_minutes) for order in orders), timedelta())


def _changes(rows: Sequence[Row], whom: Mapping[str, str | None]) -> Iterator[Change]:
    other = [row for row in rows if _is_another(row, whom)]
    keys = {who for row in other if (who := whom[str(row.line.order_id)])}
    people = Substitute.objects.filter(pk__in=keys).select_related("user") if keys else ()
    names = {str(who.pk): str(who) for who in people} | {None: _("ingen")}
    for row in other:
        before = names.get(whom[str(row.line.order_id)], _("ingen"))
        yield Change(row, before, str(row.line.substitute or _("ingen")))


def _is_another(row: Row, whom: Mapping[str, str | None]) -> bool:
    order, who = str(row.line.order_id), row.line.substitute_id
    return order in whom and whom[order] != (who and str(who))
