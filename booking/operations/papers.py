"""Papers that end under shifts that need them. The shifts stand; each that is left without becomes a task."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import NamedTuple

from django.utils.translation import gettext as _

from booking import eligibility
from booking.models import Booking, Order, PlannerTask
from booking.operations import follow_ups
from booking.operations.deciding import decision, locked_substitutes
from booking.rules import Channel
from people.days import day_of, is_over
from people.history import record
from people.models import Agreement, RecordsCheck, Substitute, SubstituteCompetence, User
from people.models.workplace import RecordsCheckKind
from people.operations import areas, papers
from people.operations.refusals import Refused

PAPERS = {"agreement", "competence", "introduced", "records_check"}
"""The rules that ask for a paper, by their codes."""

Lacking = dict[Booking, frozenset[str]]


class Checked(NamedTuple):
    """The records check, and the shifts that it leaves without one."""

    check: RecordsCheck
    booked: list[Booking]


@decision
def end_agreement(agreement: Agreement, last_day: date, *, by: User, at: datetime) -> list[Booking]:
    """Let it hold to the end of the day, and no longer; answers with the shifts that are left without."""
    with followed_up(agreement.substitute, at=at, because=agreement.pk) as booked:
        papers.end_agreement(agreement, last_day, by=by, at=at)
    return booked


@decision
def revoke(held: SubstituteCompetence, last_day: date, *, by: User, at: datetime) -> list[Booking]:
    """Let the competence hold to the end of the day, and no longer; answers with the shifts that are left without."""
    with followed_up(held.substitute, at=at, because=held.pk) as booked:
        papers.revoke(held, last_day, by=by, at=at)
    return booked


@decision
def note_records_check(
    substitute: Substitute,
    *,
    kind: RecordsCheckKind,
    issued_on: date,
    fit: bool,
    by: User,
    at: datetime,
) -> Checked:
    """Write that an extract was shown now, and what was decided: never what stood in it. The same again is the same.

    It holds until it is a year old. One that decides against her ends those of the same kind that were for.
    """
    today = day_of(at)
    if issued_on > today:
        raise Refused(issued_on=_("Utdraget kan inte vara utfärdat längre fram än i dag."))
    if (last_day := a_year_after(issued_on)) < today:
        raise Refused(issued_on=_("Utdraget är äldre än ett år. Be om ett nytt."))
    hers = RecordsCheck.objects.filter(substitute=substitute, kind=kind)
    with followed_up(substitute, at=at, because=uuid.uuid4()) as booked:
        in_force = hers.not_over(now=at)
        check = in_force.filter(issued_on=issued_on, fit=fit).first()
        if check is None:
            if not fit:
                in_force.filter(fit=True, starts__lt=at).update(ends=at)
            check = RecordsCheck.objects.create(
                substitute=substitute,
                kind=kind,
                issued_on=issued_on,
                fit=fit,
                starts=at,
                ends=is_over(last_day),
                checked_by=by,
            )
            facts = {"substitute": str(substitute.pk), "kind": kind}
            record(check, "recordscheck.note", by=by, at=at, area_id=areas.of_substitute(substitute), **facts)
    return Checked(check, booked)


def a_year_after(day: date) -> date:
    """The last day that an extract may be relied on (skollagen 2 kap. 31 §); of 29 February, the 28th."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


@contextmanager
def followed_up(substitute: Substitute, *, at: datetime, because: uuid.UUID) -> Iterator[list[Booking]]:
    """Lock her, and make a task of each shift that lacks a paper after and did not before; filled in at the end.

    `because` is what was changed: a shift is found once for each.
    """
    substitute = locked_substitutes([substitute.pk])[substitute.pk]
    before, booked = _lacking(substitute, at=at), list[Booking]()
    yield booked
    for booking, lacks in _lacking(substitute, at=at).items():
        if lost := lacks - before.get(booking, frozenset()):
            booked.append(booking)
            follow_ups.found(
                PlannerTask.Kind.PAPER_ENDED,
                booking.order,
                at=at,
                substitute=substitute,
                booking=booking,
                once_per=because.hex[:12],
                lost=sorted(lost),
            )


def _lacking(substitute: Substitute, *, at: datetime) -> Lacking:
    """What papers her coming shifts lack, as the rules see it."""
    hers = {booking.order_id: booking for booking in Booking.objects.coming(now=at).of(substitute).with_places()}
    orders = list(Order.objects.filter(pk__in=hers).for_a_list())
    verdicts = eligibility.of_orders(orders, substitute, channel=Channel.PLANNER)
    codes = {key: frozenset(breach.code for breach in verdict.breaches) & PAPERS for key, verdict in verdicts.items()}
    return {booking: codes[key] for key, booking in hers.items()}
