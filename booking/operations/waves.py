"""Asking some at a time, best first, until somebody has the shift or nobody is left."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from django.db.models import Max

from booking import notifications, offering
from booking.matching import candidates
from booking.models import Asking, Booking, Enquiry, Order, Origin, PlannerTask, Policy
from booking.operations import bookings, enquiries, follow_ups
from booking.operations.deciding import decision, locked_order, locked_substitutes
from booking.rules import Channel
from people.history import record
from people.models import Substitute, User

A_MINUTE = timedelta(minutes=1)


def start(
    order: Order,
    *,
    by: User | None,
    at: datetime,
    chosen: Sequence[Substitute] = (),
    wave_size: int | None = None,
) -> Asking:
    """Ask in waves: those chosen, in their order, or everybody whose yes would book, best first.

    One that runs already is the one. In quiet hours it waits for the morning, and says so, unless the shift is near.
    Starting is one decision and the first wave another, since whom to lock is not known before; the queue carries on
    what is left between the two.
    """
    asking = _started(order, by=by, at=at, chosen=chosen, wave_size=wave_size)
    return go_on(asking, at=at) if asking.waves == 0 else asking


def start_later(
    order: Order, *, by: User | None, at: datetime, chosen: Sequence[Substitute] = (), only: bool = True
) -> Asking:
    """Ask in waves as `start` does, but leave the first wave to the queue: one of many.

    Unless it is `only` those chosen, whoever else could say yes is asked after them.
    """
    return _started(order, by=by, at=at, chosen=chosen, wave_size=None, only=only)


def start_again(order: Order, was: Asking, *, at: datetime) -> Asking:
    """Ask anew as it was asked before; for operations that hold the order's lock. The queue sends the first wave."""
    return _started(order, by=was.started_by, at=at, chosen=(), wave_size=was.wave_size)


@decision
def _started(
    order: Order,
    *,
    by: User | None,
    at: datetime,
    chosen: Sequence[Substitute],
    wave_size: int | None,
    only: bool = True,
) -> Asking:
    locked_substitutes([person.pk for person in chosen])
    order = locked_order(order)
    enquiries.still_to_ask_of(order, at=at)
    enquiries.hers_first(order, chosen, at=at)
    if running := Asking.objects.running().filter(order=order).first():
        return running
    terms = Policy.objects.in_force(order.workplace)
    opens = offering.asking_opens(at, order.starts, terms)
    asking = Asking.objects.create(
        order=order,
        round=order.round,
        mode=order.enquiry_mode or terms.enquiry_mode,
        wave_size=wave_size or terms.wave_size,
        chosen_only=bool(chosen) and only,
        started_by=by,
        started_at=at,
        next_wave_at=opens,
    )
    record(order, "order.ask_in_waves", by=by, at=at, area_id=order.workplace.area_id, size=asking.wave_size)
    enquiries.queue(asking, order, chosen, by=by, at=at)
    if opens > at:
        _waits(asking, order, opens, at=at)
    return asking


@decision
def go_on(asking: Asking, *, at: datetime) -> Asking:
    """Send the next wave, or decide on the answers, if that is due. Twice at once is once."""
    next_up, why = _next_up(asking)
    people = locked_substitutes([*(person.pk for person in next_up), *_who_said_yes(asking)])
    order = locked_order(asking.order)
    asking = Asking.objects.get(pk=asking.pk)
    if asking.ended_at or not _due(asking, at=at):
        return asking
    if order.status != Order.Status.OPEN or order.round != asking.round or order.starts <= at:
        return _set(asking, ended_at=at, next_wave_at=None, decide_at=None)
    if asking.decide_at and asking.decide_at <= at and _decided(asking, order, at=at):
        return _set(asking, ended_at=at, next_wave_at=None, decide_at=None)
    terms = Policy.objects.in_force(order.workplace)
    opens = offering.asking_opens(at, order.starts, terms)
    if opens > at:
        return _set(asking, next_wave_at=opens)
    if offering.to_be_phoned(at, order.starts, terms):
        return _by_phone(asking, order, at=at)
    return _wave(asking, order, [people[person.pk] for person in next_up if person.pk in people], why, at=at)


def _due(asking: Asking, *, at: datetime) -> bool:
    return any(moment and moment <= at for moment in (asking.next_wave_at, asking.decide_at))


def _next_up(asking: Asking) -> tuple[list[Substitute], dict[str, object]]:
    """Those whose turn it is, by what is known before the locks, and why; asked again under them."""
    queued = Enquiry.objects.filter(asking=asking, status=Enquiry.Status.QUEUED).select_related("substitute__user")
    chosen = [enquiry.substitute for enquiry in queued.order_by("rank", "pk")[: asking.wave_size]]
    if chosen or asking.chosen_only:
        return chosen, {}
    order = Order.objects.with_places().prefetch_related("competences").get(pk=asking.order_id)
    asked = set(Enquiry.objects.filter(order=order, round=asking.round).values_list("substitute", flat=True))
    asked |= _said_no_before(order) | set(Booking.objects.regretted(order).values_list("substitute", flat=True))
    best = candidates.eligible(order, channel=Channel.ASKED, but=asked, first=asking.wave_size)
    return [candidate.substitute for candidate in best], candidates.as_record(best)


def _said_no_before(order: Order) -> set[uuid.UUID]:
    if Policy.objects.in_force(order.workplace).ask_again_after_no:
        return set()
    earlier = Enquiry.objects.filter(order=order, round__lt=order.round, status=Enquiry.Status.NO)
    return set(earlier.values_list("substitute", flat=True))


def _wave(
    asking: Asking, order: Order, people: Sequence[Substitute], why: Mapping[str, object], *, at: datetime
) -> Asking:
    terms = Policy.objects.in_force(order.workplace)
    by_then = offering.answer_by(at, order.starts, terms)
    sent = enquiries.send(asking, order, people, answer_by=by_then, at=at, why=why)
    if not sent and _next_up(asking)[0]:
        return _set(asking, next_wave_at=at)  # those whose turn it was can no longer; others can
    if not sent:
        return _nobody_left(asking, order, at=at)
    decide_at = by_then if asking.mode == Policy.Mode.BEST else None
    wait = offering.wave_wait(at, order.starts, terms)
    next_at = decide_at or offering.after_waking(at, wait, terms)
    return _set(asking, waves=asking.waves + 1, next_wave_at=next_at, decide_at=decide_at)


def _by_phone(asking: Asking, order: Order, *, at: datetime) -> Asking:
    """Too near for waves: people are called. What is out may still be answered, and the first yes books."""
    if _decided(asking, order, at=at):
        return _set(asking, ended_at=at, next_wave_at=None, decide_at=None)
    follow_ups.found(PlannerTask.Kind.CALL, order, at=at)
    return _set(asking, mode=Policy.Mode.FIRST_YES, next_wave_at=None, decide_at=None)


def _nobody_left(asking: Asking, order: Order, *, at: datetime) -> Asking:
    """Wait for those who have not answered; when all have, it is said once, and the order stays open."""
    live = Enquiry.objects.filter(order=order, round=order.round).waiting()
    if last := live.aggregate(last=Max("answer_by"))["last"]:
        return _set(asking, next_wave_at=max(last, at + A_MINUTE), decide_at=None)
    follow_ups.found(PlannerTask.Kind.EXHAUSTED, order, at=at)
    record(order, "order.exhausted", by=None, at=at, area_id=order.workplace.area_id)
    notifications.exhausted(order, to=asking.started_by or order.placed_by, at=at)
    return _set(asking, ended_at=at, exhausted_at=at, next_wave_at=None, decide_at=None)


def _who_said_yes(asking: Asking) -> list[uuid.UUID]:
    said_yes = Enquiry.objects.filter(asking=asking, status=Enquiry.Status.WAITING_YES)
    return list(said_yes.values_list("substitute", flat=True))


def _decided(asking: Asking, order: Order, *, at: datetime) -> bool:
    """The best of those who said yes gets the shift; whether anybody did. Those who no longer can are told."""
    hopeful = set(_who_said_yes(asking))
    if not hopeful:
        return False
    for candidate in candidates.eligible(order, channel=Channel.ASKED):
        if candidate.substitute.pk in hopeful:
            bookings.book(order, candidate.substitute, by=None, at=at, origin=Origin.ENQUIRY)
            return True
    said_yes = Enquiry.objects.filter(asking=asking, status=Enquiry.Status.WAITING_YES)
    for enquiry in said_yes.with_places():
        notifications.lost(enquiry, at=at)
    said_yes.update(status=Enquiry.Status.INELIGIBLE)
    return False


def _waits(asking: Asking, order: Order, opens: datetime, *, at: datetime) -> None:
    """Nobody is asked at night without its being said: whoever wanted it is told at once when it begins."""
    follow_ups.found(PlannerTask.Kind.ASKING_WAITS, order, at=at, opens=opens.isoformat())
    notifications.asking_waits(order, to=asking.started_by or order.placed_by, starts_at=opens, at=at)


def _set(asking: Asking, **fields: object) -> Asking:
    for name, value in fields.items():
        setattr(asking, name, value)
    asking.save(update_fields=list(fields))
    return asking
