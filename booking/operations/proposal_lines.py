"""Changing a proposal by hand: who shall have a line, who shall not, and that it is left out."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from booking import eligibility
from booking.eligibility import Verdict
from booking.models import Order, Proposal, ProposalLine
from booking.models.proposal import ProposalLineQuerySet
from booking.operations import contracts, proposals
from booking.operations.bookings import demand
from booking.operations.deciding import decision
from booking.operations.refusals import Refused
from booking.rules import AHEAD, Case, Channel, Commitment
from booking.weeks import Month, local_day
from people.models import Substitute, User

State = ProposalLine.State


@decision
def pin(line: ProposalLine, substitute: Substitute, *, version: int, by: User, at: datetime) -> None:
    """She shall have it, whatever is solved. Refused where a rule stops her, by herself or with what else is pinned.

    What she was proposed for at the same time, and is not pinned to, she loses.
    """
    proposal, line = _held(line)
    if line.pinned and line.substitute_id == substitute.pk:
        return
    _to_change(proposal, line, version)
    demand(_verdict(line, substitute, by), by=by, reason="")
    _at_the_same_time(line, substitute).update(substitute=None)
    line.substitute, line.pinned = substitute, True
    line.save(update_fields=["substitute", "pinned"])
    line.forbidden.remove(substitute)
    proposals.changed(proposal, "proposal.change", by=by, at=at, deed="pin", order=str(line.order_id))


@decision
def unpin(line: ProposalLine, *, version: int, by: User, at: datetime) -> None:
    """The solver may choose anew."""
    _change(
        line, version, "unpin", by, at, is_so=lambda row: not row.pinned, make_so=lambda row: _set(row, pinned=False)
    )


@decision
def forbid(line: ProposalLine, substitute: Substitute, *, version: int, by: User, at: datetime) -> None:
    """Not she: whoever had the line by the proposal has it no more."""

    def make_so(row: ProposalLine) -> None:
        row.forbidden.add(substitute)
        if row.substitute_id == substitute.pk:
            _set(row, substitute_id=None, pinned=False)

    _change(line, version, "forbid", by, at, is_so=lambda row: _is_forbidden(row, substitute), make_so=make_so)


@decision
def allow(line: ProposalLine, substitute: Substitute, *, version: int, by: User, at: datetime) -> None:
    """She may be chosen again."""

    def make_so(row: ProposalLine) -> None:
        row.forbidden.remove(substitute)

    _change(line, version, "allow", by, at, is_so=lambda row: not _is_forbidden(row, substitute), make_so=make_so)


@decision
def drop(line: ProposalLine, *, version: int, by: User, at: datetime) -> None:
    """The order is no part of the proposal."""

    def make_so(row: ProposalLine) -> None:
        _set(row, state=State.DROPPED, pinned=False, substitute_id=None)

    _change(line, version, "drop", by, at, is_so=lambda row: row.state == State.DROPPED, make_so=make_so)


@decision
def take_back(line: ProposalLine, *, version: int, by: User, at: datetime) -> None:
    """It is, after all; with nobody until it is solved."""
    proposal, line = _held(line)
    if line.state != State.DROPPED:
        return
    proposals.as_seen(proposal, version)
    _set(line, state=State.PROPOSED)
    proposals.changed(proposal, "proposal.change", by=by, at=at, deed="take_back", order=str(line.order_id))


def _change(
    line: ProposalLine,
    version: int,
    deed: str,
    by: User,
    at: datetime,
    *,
    is_so: Callable[[ProposalLine], bool],
    make_so: Callable[[ProposalLine], None],
) -> None:
    """Twice is once: what is so already is not asked which version it was seen in."""
    proposal, line = _held(line)
    if is_so(line):
        return
    _to_change(proposal, line, version)
    make_so(line)
    proposals.changed(proposal, "proposal.change", by=by, at=at, deed=deed, order=str(line.order_id))


def _held(line: ProposalLine) -> tuple[Proposal, ProposalLine]:
    proposal = proposals.locked(line.proposal)
    return proposal, ProposalLine.objects.select_related("order__workplace__area").get(pk=line.pk)


def _to_change(proposal: Proposal, line: ProposalLine, version: int) -> None:
    proposals.as_seen(proposal, version)
    if line.state == State.ACCEPTED:
        raise Refused(_("Raden är redan godkänd."))
    if line.state == State.DROPPED:
        raise Refused(_("Passet är borttaget ur förslaget. Ta tillbaka det först."))
    line.state, line.refusal = State.PROPOSED, ""
    line.save(update_fields=["state", "refusal"])


def _set(line: ProposalLine, **said: object) -> None:
    for name, value in said.items():
        setattr(line, name, value)
    line.save(update_fields=list(said))


def _is_forbidden(line: ProposalLine, substitute: Substitute) -> bool:
    return line.forbidden.filter(pk=substitute.pk).exists()


def _at_the_same_time(line: ProposalLine, substitute: Substitute) -> ProposalLineQuerySet:
    others = ProposalLine.objects.filter(proposal=line.proposal_id, substitute=substitute, pinned=False)
    meets = others.filter(order__starts__lt=line.order.ends, order__ends__gt=line.order.starts)
    return meets.exclude(pk=line.pk).exclude(state=State.ACCEPTED)


def _verdict(line: ProposalLine, substitute: Substitute, by: User) -> Verdict:
    """What the rules say of her and the line, as if she worked all else that is pinned to her here."""
    order = Order.objects.with_places().prefetch_related("competences").get(pk=line.order_id)
    if order.status != Order.Status.OPEN:
        raise Refused(_("Beställningen är inte längre öppen: %(status)s.") % {"status": order.get_status_display()})
    reader = contracts.reader(by, substitute)
    verdict = eligibility.of_one(order, substitute, channel=Channel.PLANNER, seen_by=reader)
    pinned = ProposalLine.objects.to_decide().filter(proposal=line.proposal_id, substitute=substitute, pinned=True)
    others = pinned.exclude(pk=line.pk).select_related("order__workplace")
    work = [_commitment(other.order) for other in others]
    return Verdict.of(beside(verdict.case, work), verdict.pay_form, verdict.offer)


def _commitment(order: Order) -> Commitment:
    return Commitment(order.period, str(order.workplace), timedelta(minutes=order.break_minutes))


def beside(case: Case, others: Sequence[Commitment]) -> Case:
    """The same case, if she worked these as well; pure. Only what lies so near that a case knows of it counts."""
    shift = case.shift.period
    near = [
        other
        for other in others
        if other.period.ends > shift.starts - AHEAD and other.period.starts < shift.ends + AHEAD
    ]
    month = Month.of(local_day(shift.starts))
    same_month = (other.work for other in near if Month.of(local_day(other.period.starts)) == month)
    work = sorted((*case.commitments, *near), key=lambda each: each.period.starts)
    worked = replace(case.worked, month=case.worked.month + sum(same_month, timedelta()))
    return replace(case, commitments=tuple(work), worked=worked)
