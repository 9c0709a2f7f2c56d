"""A person who is erased: her shifts stay as time worked; her calendar, her wishes and what was noted of her go."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q
from django.utils.translation import ngettext

from booking.models import (
    Absence,
    Asking,
    Availability,
    AvailabilityPattern,
    Booking,
    Call,
    EndReason,
    Enquiry,
    Interest,
    Order,
    PlannerTask,
    RestDebt,
)
from booking.operations.deciding import locked_orders
from messaging import erased
from messaging.models import Message
from people import history
from people.models import Substitute, User
from people.operations import erasure

CALENDAR = (Absence, Availability, AvailabilityPattern)


def why_not(substitute: Substitute, at: datetime) -> Iterable[str]:
    """Somebody must decide on the shifts that she has before her."""
    if coming := Booking.objects.coming(now=at).of(substitute).count():
        yield ngettext(
            "Personen har ett pass framför sig. Avsluta bokningen först.",
            "Personen har %(n)d pass framför sig. Avsluta bokningarna först.",
            coming,
        ) % {"n": coming}


def erase(substitute: Substitute, by: User | None, at: datetime) -> None:
    """All that the engine knows of her beside the hours."""
    _asked_no_more(substitute, at=at)
    for model in CALENDAR:
        model._base_manager.filter(substitute=substitute).delete()
    _notes_of_shifts(substitute)
    Call.objects.filter(substitute=substitute).update(note="")
    _tasks(substitute, by=by, at=at)
    erased.say_nothing(Message.objects.filter(about__in=_spoken_of(substitute)))


def _asked_no_more(substitute: Substitute, *, at: datetime) -> None:
    """No answer is waited for; whoever asks goes on to the next at once."""
    waiting = Enquiry.objects.filter(substitute=substitute).waiting()
    interests = Interest.objects.live().filter(substitute=substitute)
    reserved = Order.objects.filter(wished=substitute, wished_until__gt=at)
    keys = {*waiting.values_list("order", flat=True), *interests.values_list("order", flat=True)}
    locked_orders([*keys, *reserved.values_list("pk", flat=True)])
    askings = list(waiting.exclude(asking=None).values_list("asking", flat=True))
    waiting.update(status=Enquiry.Status.WITHDRAWN)
    Asking.objects.running().filter(pk__in=askings, next_wave_at__gt=at).update(next_wave_at=at)
    interests.update(status=Interest.Status.WITHDRAWN, changed_at=at)
    reserved.update(wished_until=at)


def _notes_of_shifts(substitute: Substitute) -> None:
    bookings = Booking.objects.of(substitute)
    sent_back = Order.objects.filter(
        pk__in=bookings.filter(end_reason=EndReason.RETURNED).values("order"),
        return_reason__in=bookings.values("end_note"),
    )
    history.forget(sent_back, "order.return", "reason")
    sent_back.update(return_reason="")
    history.forget(bookings, "booking.book", "reason")
    history.forget(bookings, "booking.end", "note")
    bookings.update(override_reason="", end_note="")
    debts = RestDebt.objects.filter(substitute=substitute)
    history.forget(debts, "restdebt.settle", "how")
    debts.owed().delete()  # there is nobody to give it to
    debts.update(settled_how="")


def _tasks(substitute: Substitute, *, by: User | None, at: datetime) -> None:
    """Nobody can do anything more about them."""
    tasks = PlannerTask.objects.filter(Q(substitute=substitute) | Q(booking__substitute=substitute))
    tasks.filter(done_at=None).update(done_at=at, done_by=by)
    tasks.update(facts={})


def _spoken_of(substitute: Substitute) -> list[str]:
    """What messages are about that are about her, also those to others."""
    rows = (model._base_manager.filter(substitute=substitute) for model in (Booking, Enquiry, Interest))
    about = [f"{found.model._meta.model_name}:{key}" for found in rows for key in found.values_list("pk", flat=True)]
    return [*about, f"substitute:{substitute.pk}"]


erasure.on_erasure(check=why_not, erase=erase)
