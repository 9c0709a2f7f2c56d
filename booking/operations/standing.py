"""Where a substitute stands with a workplace: never there, introduced there, wanted there again."""

from datetime import date, datetime
from typing import NamedTuple

from django.db import transaction

from booking.models import Booking, PlannerTask
from booking.operations import follow_ups
from booking.operations.deciding import decision, locked_substitutes
from booking.operations.papers import followed_up
from people.history import record
from people.models import Block, Favourite, Introduction, Substitute, User, Workplace


class Blocked(NamedTuple):
    """The block, and the shifts she is booked on there all the same."""

    block: Block
    booked: list[Booking]


@decision
def block(
    substitute: Substitute, workplace: Workplace, *, asked_by: Block.AskedBy, reason: str, by: User, at: datetime
) -> Blocked:
    """Let her never be at the workplace. The same side again is the same block; what she is booked on there stands."""
    substitute = locked_substitutes([substitute.pk])[substitute.pk]
    made, new = Block.objects.get_or_create(
        substitute=substitute,
        workplace=workplace,
        asked_by=asked_by,
        lifted_at=None,
        defaults={"reason": reason, "made_by": by, "made_at": at},
    )
    if new:
        facts = {"substitute": str(substitute.pk), "asked_by": asked_by}
        record(made, "block.make", by=by, at=at, area_id=workplace.area_id, **facts)
    hers = Booking.objects.coming(now=at).of(substitute).filter(order__workplace=workplace)
    booked = list(hers.with_places())
    for booking in booked:
        follow_ups.found(
            PlannerTask.Kind.BLOCKED_YET_BOOKED,
            booking.order,
            at=at,
            substitute=substitute,
            booking=booking,
            once_per=made.pk.hex[:12],
        )
    return Blocked(made, booked)


@transaction.atomic
def lift(made: Block, *, by: User, at: datetime) -> None:
    """Let her be there again, if the other side does; then what waited to be decided asks for nothing more."""
    if not Block.objects.in_force().filter(pk=made.pk).update(lifted_at=at, lifted_by=by):
        return
    record(made, "block.lift", by=by, at=at, area_id=made.workplace.area_id, substitute=str(made.substitute_id))
    if Block.objects.in_force().filter(substitute=made.substitute_id, workplace=made.workplace_id).exists():
        return
    tasks = PlannerTask.objects.waiting().filter(
        kind=PlannerTask.Kind.BLOCKED_YET_BOOKED, substitute=made.substitute_id, order__workplace=made.workplace_id
    )
    for task in tasks:
        follow_ups.done(task, by=by, at=at)


@transaction.atomic
def introduce(substitute: Substitute, workplace: Workplace, *, given_on: date, by: User, at: datetime) -> Introduction:
    """Write that she has been introduced at the workplace; once is enough."""
    given, new = Introduction.objects.get_or_create(
        substitute=substitute, workplace=workplace, defaults={"given_on": given_on, "noted_by": by}
    )
    if new:
        _record(given, "introduction.give", by=by, at=at)
    return given


@decision
def withdraw_introduction(given: Introduction, *, by: User, at: datetime) -> list[Booking]:
    """She must be introduced anew; answers with the shifts there that ask for it."""
    with followed_up(given.substitute, at=at, because=given.pk) as booked:
        if Introduction.objects.filter(pk=given.pk).exists():
            _record(given, "introduction.withdraw", by=by, at=at)
            Introduction.objects.filter(pk=given.pk).delete()
    return booked


@transaction.atomic
def favour(substitute: Substitute, workplace: Workplace, *, by: User, at: datetime) -> Favourite:
    """The workplace would like her again."""
    chosen, new = Favourite.objects.get_or_create(
        substitute=substitute, workplace=workplace, defaults={"chosen_by": by, "chosen_at": at}
    )
    if new:
        _record(chosen, "favourite.choose", by=by, at=at)
    return chosen


@transaction.atomic
def unfavour(substitute: Substitute, workplace: Workplace, *, by: User, at: datetime) -> None:
    """The workplace asks for her no more than for others."""
    chosen = Favourite.objects.filter(substitute=substitute, workplace=workplace).first()
    if chosen is not None:
        _record(chosen, "favourite.drop", by=by, at=at)
        chosen.delete()


def _record(row: Introduction | Favourite, action: str, *, by: User, at: datetime) -> None:
    record(row, action, by=by, at=at, area_id=row.workplace.area_id, substitute=str(row.substitute_id))
