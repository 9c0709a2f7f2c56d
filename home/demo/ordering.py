"""How the demo orders, books, asks and shows interest: through the operations, at the time when it was done."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from booking.models import Booking, EndReason, Enquiry, Interest, Order, Origin
from booking.operations import answering, bookings, enquiries, interests, orders
from booking.operations.refusals import CannotBook
from home.demo.history import BREAKS, USUAL_BREAK
from home.demo.world import World, span
from messaging import delivery
from messaging.models import Channel, Message

DEMO = uuid.UUID("5f0c3ab0-2a52-4a0e-8a9d-6d7f5b1f7a10")


@dataclass(frozen=True, slots=True)
class Need:
    """What a workplace asks for."""

    place: str
    occupation: str
    hours: str
    reason: str = "Sjuk"
    competences: tuple[str, ...] = ()
    text: str = ""
    note: str = ""
    reference: str = ""


def order(
    world: World, need: Need, day: date, *, placed: timedelta = timedelta(days=2), advertise: bool = True
) -> Order:
    """The order, placed so long before now, and out in Lediga jobb."""
    workplace, period, at = world.workplaces[need.place], span(day, need.hours), world.now - placed
    by = world.orderer_of(workplace)
    wanted = Order(
        workplace=workplace,
        occupation=world.occupations[need.occupation],
        reason=world.reasons[need.reason],
        starts=period.starts,
        ends=period.ends,
        break_minutes=BREAKS.get(need.hours, USUAL_BREAK),
        text=need.text,
        note=need.note,
        reference=need.reference,
        contact=by.get_full_name() if by == world.in_charge.get(need.place) else "",
    )
    command = uuid.uuid5(DEMO, f"{need} {day}")
    competences = [world.competences[name] for name in need.competences]
    made = orders.place(wanted, competences=competences, command=command, by=by, at=at)
    if advertise:
        orders.advertise(made, by=by, at=at + timedelta(minutes=1))
    return made


def book(
    world: World, made: Order, who: str, *, ago: timedelta = timedelta(days=1), origin: Origin = Origin.PLANNER
) -> Booking:
    """The planner gave it to her, so long ago; with a reason if her week happens to be full."""
    by, substitute, at = world.planner_of(made.workplace), world.substitutes[who], world.now - ago
    try:
        return bookings.book(made, substitute, by=by, at=at, origin=origin)
    except CannotBook as refusal:
        if not refusal.overridable:
            raise
        return bookings.book(made, substitute, by=by, at=at, origin=origin, reason="Överenskommet med henne.")


def let_sms_leave() -> None:
    """What the queue would have done by then: what was written has left, each at its time, before more happens."""
    for message in Message.objects.filter(channel=Channel.SMS, status=Message.Status.PENDING).order_by("due_at"):
        delivery.deliver(message.pk, at=message.due_at)


def cancel_booking(world: World, booking: Booking, reason: EndReason, note: str) -> None:
    """She could not come after all, half an hour ago: the order is open again."""
    let_sms_leave()
    by = world.planner_of(booking.order.workplace)
    bookings.end(booking, by=by, at=world.ago(minutes=35), reason=reason, note=note)


def want(world: World, made: Order, *names: str) -> list[Interest]:
    """They registered their interest, one after the other, during the last day."""
    return [
        interests.register(made, world.substitutes[name], by=world.users[name], at=world.ago(hours=20 - 3 * number))
        for number, name in enumerate(names)
    ]


def ask(world: World, made: Order, names: Sequence[str], *, answer_by: datetime) -> dict[str, Enquiry]:
    """The planner asked them a quarter of an hour ago; by name."""
    people = [world.substitutes[name] for name in names]
    by = world.planner_of(made.workplace)
    asked = enquiries.ask(made, people, by=by, at=world.ago(minutes=15), answer_by=answer_by)
    let_sms_leave()
    return {str(enquiry.substitute): enquiry for enquiry in asked}


def say_no(world: World, enquiry: Enquiry) -> None:
    """No, ten minutes ago."""
    answering.answer(enquiry, yes=False, by=enquiry.substitute.user, at=world.ago(minutes=10))
