"""One of each message of the catalogue, posted in a small world of its own."""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime

from booking import notifications
from booking.models import AssistantRun, Booking, Enquiry, Interest, Order, TimeBankEntry, WorkedTime, WorkplaceRequest
from booking.period import Period
from messaging.models import Channel, ChannelChoice, Message
from people.models import Substitute, User
from tests.cast import NOW, Town, at
from tests.factories.assistant import AssistantRunFactory
from tests.factories.booking import BookingFactory, EnquiryFactory, InterestFactory
from tests.factories.people import UserFactory, WorkplaceFactory

ANSWER_BY = at("2026-05-12 12:00")
LATE = at("2026-05-13 07:20")
TONIGHT = at("2026-05-13 06:00")
SECRETS = {"reference": "Karin Secretsson", "note": "Barnet vabbas", "text": "Ta med inneskor"}


@dataclass(frozen=True)
class World:
    """A shift, who has it, who was asked, who ordered and who plans."""

    order: Order
    booking: Booking
    interest: Interest
    enquiries: list[Enquiry]
    substitute: Substitute
    planner: User
    reason: str = "Ingen av vikarierna har delegering för läkemedel den dagen"
    words: str = "Nya nycklar finns att hämta i receptionen från måndag."

    @property
    def released(self) -> list[Order]:
        """Several orders, the first of them the one that is booked."""
        return [enquiry.order for enquiry in self.enquiries]


def a_world(
    town: Town,
    *,
    who: str = "Amira Haddad",
    contact: str = "Eva Lind",
    said: dict[str, str] | None = None,
    **place: str,
) -> World:
    """With names as they usually are, unless others are given; `place` is the workplace's name, address, phone.

    `said` is what is written by hand: `reason` and `words`.
    """
    usual = {"name": "Björkgården", "address": "Storgatan 14", "phone": "0980-319 245"}
    workplace = WorkplaceFactory(area=town.area, **(usual | place))
    first, _, last = who.partition(" ")
    substitute = town.substitute(user=UserFactory(first_name=first, last_name=last))
    orders = [
        town.order(f"2026-05-{day} 07:00", f"2026-05-{day} 16:00", workplace=workplace, contact=contact, **SECRETS)
        for day in range(13, 18)
    ]
    Order.objects.filter(pk=orders[0].pk).update(status=Order.Status.BOOKED)
    return World(
        order=orders[0],
        booking=BookingFactory(order=orders[0], substitute=substitute),
        interest=InterestFactory(order=orders[0], substitute=substitute),
        enquiries=[
            EnquiryFactory(order=order, substitute=substitute, code=code, answer_by=ANSWER_BY)
            for code, order in enumerate(orders, 7)
        ],
        substitute=substitute,
        planner=town.planner,
        **(said or {}),
    )


def _went_home(world: World, **when: datetime) -> None:
    shorter = copy(world.booking)
    shorter.ends = at("2026-05-13 14:10")
    notifications.shortened(shorter, **when)


def _said_yes(world: World, **when: datetime) -> None:
    world.enquiries[0].status = Enquiry.Status.WAITING_YES
    notifications.no_longer_asked(world.enquiries[0], **when)


def _asks(world: World) -> WorkplaceRequest:
    """She has asked for the workplace, and been told no."""
    return WorkplaceRequest.objects.get_or_create(
        substitute=world.substitute,
        workplace=world.order.workplace,
        defaults={"asked_at": NOW, "status": "declined", "reason": world.reason},
    )[0]


def _answers(world: World, **when: datetime) -> None:
    """Somebody at the workplace has written when the shift began and ended, approved by that."""
    booking = world.booking
    row, _is_new = WorkedTime.objects.get_or_create(
        booking=booking,
        number=1,
        defaults={
            "side": "workplace", "starts": booking.starts, "ends": booking.ends, "break_minutes": 45,
            "said_by": world.planner, "said_at": NOW, "attested_by": world.planner, "attested_at": NOW,
        },
    )  # fmt: skip
    row.booking = booking
    notifications.time_answered(row, **when)


def _reminds_her(world: World, **when: datetime) -> None:
    _by_sms(world.substitute.user, "unconfirmed")
    notifications.times_to_say(world.substitute, [world.booking] * 5, on=date(2026, 5, 13), **when)


def _reminds_the_orderer(world: World, **when: datetime) -> None:
    orderer = world.order.placed_by
    _by_sms(orderer, "unconfirmed")
    notifications.times_to_attest(orderer, 5, [world.order.workplace], before=BY_THEN, version="2026-W20", **when)


def _by_sms(user: User, group: str) -> None:
    """She has chosen to be told of it by SMS alone, where there is least room for it."""
    for channel in Channel:
        wanted = channel is Channel.SMS
        ChannelChoice.objects.get_or_create(user=user, group=group, channel=channel, wanted=wanted)


BY_THEN = at("2026-05-16 08:00")


def _tells_of_the_bank(world: World, **when: datetime) -> None:
    _by_sms(world.substitute.user, "time_bank")
    notifications.time_bank_changed(_taken(world), balance=345, **when)


def _taken(world: World) -> TimeBankEntry:
    """Four hours of hers, as free time on a day."""
    said = {"minutes": -240, "day": date(2026, 5, 22), "by": world.planner, "at": NOW}
    return TimeBankEntry.objects.get_or_create(substitute=world.substitute, kind="taken", defaults=said)[0]


WAS = Period(at("2026-05-12 22:00"), at("2026-05-13 06:00"))


def _an_assistant_worked(world: World, **when: datetime) -> None:
    run = AssistantRun.objects.first() or AssistantRunFactory()
    notifications.assistant_worked(run, {"booked": 4, "left": 2}, to=world.planner, **when)


ACTS: dict[str, Callable[..., None]] = {
    "booking.booked": lambda world, **when: notifications.booked(world.booking, **when),
    "booking.filled": lambda world, **when: notifications.booked(world.booking, **when),
    "booking.changed": lambda world, **when: notifications.changed(world.booking, was=WAS, **when),
    "booking.shortened": _went_home,
    "booking.left_early": _went_home,
    "booking.late": lambda world, **when: notifications.late(world.booking, LATE, **when),
    "booking.in_time": lambda world, **when: notifications.in_time(world.booking, **when),
    "booking.ended": lambda world, **when: notifications.booking_ended(world.booking, **when),
    "booking.emptied": lambda world, **when: notifications.booking_ended(world.booking, **when),
    "interest.not_selected": lambda world, **when: notifications.not_selected(world.interest, **when),
    "interest.lapsed": lambda world, **when: notifications.interest_lapsed(world.interest, **when),
    "enquiry.asked": lambda world, **when: notifications.asked(world.enquiries[1], **when),
    "enquiry.asked_many": lambda world, **when: notifications.asked_many(world.enquiries, **when),
    "enquiry.lost": lambda world, **when: notifications.lost(world.enquiries[0], **when),
    "enquiry.closed": _said_yes,
    "order.returned": lambda world, **when: notifications.returned(world.order, reason=world.reason, **when),
    "order.exhausted": lambda world, **when: notifications.exhausted(world.order, to=world.planner, **when),
    "order.asking_waits": lambda world, **when: notifications.asking_waits(
        world.order, to=world.planner, starts_at=TONIGHT, **when
    ),
    "order.lapsed": lambda world, **when: notifications.lapsed(world.order, **when),
    "reminder.shift": lambda world, **when: notifications.shift_tomorrow(world.booking, **when),
    "reminder.availability": lambda world, **when: notifications.calendar_is_empty(
        world.substitute, week=date(2026, 5, 20), **when
    ),
    "time.answered": _answers,
    "reminder.time": _reminds_her,
    "reminder.attest": _reminds_the_orderer,
    "jobs.released": lambda world, **when: notifications.jobs_released(world.substitute, world.released, **when),
    "workplace.active": lambda world, **when: notifications.workplace_active(_asks(world), **when),
    "workplace.declined": lambda world, **when: notifications.workplace_declined(_asks(world), **when),
    "workplace.introduced": lambda world, **when: notifications.workplace_introduced(
        _asks(world), to=world.planner, **when
    ),
    "timebank.changed": _tells_of_the_bank,
    "assistant.worked": _an_assistant_worked,
    "desk.written": lambda world, **when: notifications.written(
        world.substitute.user, body=world.words, by=world.planner, key="nycklar", **when
    ),
}


def posted(code: str, world: World, **when: datetime) -> Message:
    """The message of that kind; what else its event posts is thrown away."""
    Message.objects.all().delete()
    happen(code, world, **when)
    return Message.objects.get(kind=code)


def happen(code: str, world: World, **when: datetime) -> None:
    """The event that posts the message of that kind; now, unless `at` or `due_at` says otherwise."""
    ACTS[code](world, **({"at": NOW} | when))
