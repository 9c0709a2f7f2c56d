"""Asking, and what becomes of the answers."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from django.utils.translation import gettext as _

from booking import eligibility, notifications, offering
from booking.models import Asking, Enquiry, Order, Policy
from booking.notifications import own_words
from booking.operations import introducing, putting
from booking.operations.deciding import decision, lock, locked_order, locked_substitutes
from booking.operations.refusals import AlreadyTaken, Refused
from booking.rules import Channel
from messaging import choices
from people.history import record
from people.models import Substitute, User
from portal.templatetags.times import clock

EMPTY: Mapping[str, object] = MappingProxyType({})


@decision
def ask(
    order: Order, substitutes: Collection[Substitute], *, by: User | None, at: datetime, answer_by: datetime
) -> list[Enquiry]:
    """Ask those whose yes would book, and who have not been asked in this round; the others are passed over."""
    people = locked_substitutes([substitute.pk for substitute in substitutes])
    order = locked_order(order)
    still_to_ask_of(order, at=at)
    hers_first(order, substitutes, at=at)
    if not at < answer_by <= order.starts:
        raise Refused(_("Svarstiden måste ligga mellan nu och passets början."))
    opens = opens_at(order, at=at)
    if answer_by <= opens:
        raise Refused(_("Sms går ut först %(clock)s. Välj en senare svarstid.") % {"clock": clock(opens)})
    asking = _the_asking_of(order, len(people), by=by, at=at, answer_by=answer_by)
    chosen = [people[one.pk] for one in dict.fromkeys(substitutes)]  # once each, and in their order
    return send(asking, order, chosen, answer_by=answer_by, at=at)


def opens_at(order: Order, *, at: datetime) -> datetime:
    """When an SMS about the order may leave: nobody is woken for a shift that is far away."""
    return offering.asking_opens(at, order.starts, Policy.objects.in_force(order.workplace))


def still_to_ask_of(order: Order, *, at: datetime) -> None:
    """The order needs somebody, has not begun, and nobody has stopped it."""
    if order.status != Order.Status.OPEN or order.starts <= at:
        raise AlreadyTaken(_("Passet är inte längre ledigt."))
    if order.stopped_at or order.returned_at:
        raise Refused(_("Passet är stoppat. Starta det igen för att fråga."))
    introducing.not_offered(order)


def hers_first(order: Order, asked: Collection[Substitute], *, at: datetime) -> None:
    """Nobody else is asked while one has the first chance: a yes would give them nothing. None named is everybody."""
    if not (order.wished and order.wished_until and order.wished_until > at):
        return
    if not asked or any(one.pk != order.wished_id for one in asked):
        facts = {"who": order.wished, "clock": clock(order.wished_until)}
        raise Refused(_("Bara %(who)s kan få passet till %(clock)s. Låt andra få chansen först.") % facts)


def queue(
    asking: Asking, order: Order, people: Sequence[Substitute], *, by: User | None, at: datetime
) -> list[Enquiry]:
    """Let those chosen wait for their turn; for operations that hold the locks."""
    asked = _asked_in_this_round(order)
    return [
        putting.written(asking, order, person, status=Enquiry.Status.QUEUED, rank=rank, answer_by=order.starts, at=at)
        for rank, person in enumerate(dict.fromkeys(people), start=1)
        if person.pk not in asked
    ]


def send(
    asking: Asking,
    order: Order,
    people: Sequence[Substitute],
    *,
    answer_by: datetime,
    at: datetime,
    why: Mapping[str, object] = EMPTY,
) -> list[Enquiry]:
    """Ask these now; those who can no longer take it are passed over. For operations that hold the locks.

    `why` is what their turn rests on, kept in the history.
    """
    verdicts = eligibility.of_many(order, list(people), channel=Channel.ASKED)
    earlier = {row.substitute_id: row for row in Enquiry.objects.filter(order=order, round=order.round)}
    opens, sent = opens_at(order, at=at), []
    with choices.known(person.user for person in people), own_words.known():
        for rank, person in enumerate(people, start=1):
            enquiry = earlier.get(person.pk)
            if enquiry and enquiry.status != Enquiry.Status.QUEUED:
                continue
            if not verdicts[person.pk].books_by_itself:
                putting.passed_over(enquiry)
                continue
            sent.append(putting.sent(enquiry, asking, order, person, rank=rank, answer_by=answer_by, at=at))
            notifications.asked(sent[-1], at=at, due_at=opens)
    if sent:
        area = order.workplace.area_id
        record(order, "order.ask", by=asking.started_by, at=at, area_id=area, number=len(sent), **why)
    return sent


@decision
def expire(enquiry: Enquiry, *, at: datetime) -> None:
    """The time to answer has run out; whoever is asking goes on."""
    lock(enquiry.substitute, enquiry.order)
    if Enquiry.objects.overdue(now=at).filter(pk=enquiry.pk).update(status=Enquiry.Status.EXPIRED):
        go_on_when_all_have_answered(enquiry, at=at)


def go_on_when_all_have_answered(enquiry: Enquiry, *, at: datetime) -> None:
    """Nobody waits for a wave that has nothing more to say."""
    if enquiry.asking_id is None:
        return
    asked = Enquiry.objects.filter(asking=enquiry.asking_id, status__in=Enquiry.ASKED)
    if not asked.exists():
        due_later = Asking.objects.running().filter(pk=enquiry.asking_id, next_wave_at__gt=at)
        due_later.update(next_wave_at=at)


def _the_asking_of(order: Order, number: int, *, by: User | None, at: datetime, answer_by: datetime) -> Asking:
    """The one that runs, or a single wave of its own."""
    if running := Asking.objects.running().filter(order=order).first():
        return running
    mode = order.enquiry_mode or Policy.objects.in_force(order.workplace).enquiry_mode
    return Asking.objects.create(
        order=order,
        round=order.round,
        mode=mode,
        wave_size=number,
        waves=1,
        chosen_only=True,
        started_by=by,
        started_at=at,
        next_wave_at=answer_by,
        decide_at=answer_by if mode == Policy.Mode.BEST else None,
    )


def _asked_in_this_round(order: Order) -> set[object]:
    return set(Enquiry.objects.filter(order=order, round=order.round).values_list("substitute", flat=True))
