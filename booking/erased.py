"""A person who is erased: her shifts stay as time worked; her calendar, her wishes and what was noted of her go."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import ngettext

from booking.models import (
    Absence,
    Asking,
    Availability,
    AvailabilityChange,
    AvailabilityPattern,
    Booking,
    CalendarFeed,
    Call,
    EndReason,
    Enquiry,
    Interest,
    Order,
    PlannerTask,
    RestDebt,
    SavedView,
    TimeAsked,
    TimeBankEntry,
    WorkedTime,
    WorkplaceRequest,
)
from booking.operations import saved_views
from booking.operations.deciding import locked_orders
from messaging import erased
from messaging.models import Message
from people import history
from people.models import Substitute, User
from people.operations import erasure
from people.scrubbing import Traces

CALENDAR = (Absence, Availability, AvailabilityChange, AvailabilityPattern, CalendarFeed, TimeAsked)
NOTHING = "–"  # the database wants an order that is sent back to say why


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
    saved_views.forget(Traces.of(substitute, ""))
    SavedView.objects.filter(user=substitute.user).delete()
    for model in CALENDAR:
        model._base_manager.filter(substitute=substitute).delete()
    _told_to_others(substitute)
    WorkplaceRequest.objects.filter(substitute=substitute).delete()
    _notes_of_shifts(substitute)
    _notes_of_rest(substitute)
    Call.objects.filter(substitute=substitute).update(note="")
    TimeBankEntry.objects.of(substitute).update(note="")  # the minutes are part of what was worked
    _tasks(substitute, by=by, at=at)


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


def _told_to_others(substitute: Substitute) -> None:
    """Whoever ordered was told that it was she who came, and why she did not."""
    models = (Booking, Enquiry, Interest, WorkplaceRequest)
    hers = (model._base_manager.filter(substitute=substitute) for model in models)
    about = [f"{rows.model._meta.model_name}:{key}" for rows in hers for key in rows.values_list("pk", flat=True)]
    sent_back = [f"order:{key}" for key in _sent_back(substitute).values_list("pk", flat=True)]
    told = Q(about__in=about) | Q(about__in=sent_back, kind="order.returned")
    erased.say_nothing(Message.objects.filter(told).exclude(recipient=substitute.user))


def _sent_back(substitute: Substitute) -> QuerySet[Order]:
    """The orders that had been given to her: why they went back is about her."""
    ended = Booking.objects.of(substitute).filter(end_reason=EndReason.RETURNED)
    return Order.objects.filter(pk__in=ended.values("order"))


def _notes_of_shifts(substitute: Substitute) -> None:
    bookings, sent_back = Booking.objects.of(substitute), _sent_back(substitute)
    for rows, action, fact in (
        (bookings, "booking.book", "reason"),
        (bookings, "booking.end", "note"),
        (sent_back, "order.return", "reason"),
    ):
        history.forget(rows, action, fact)
    sent_back.exclude(return_reason="").update(return_reason=NOTHING)
    bookings.update(override_reason="", end_note="", expected_at=None)
    WorkedTime.objects.filter(booking__in=bookings).update(note="", reason="")


def _notes_of_rest(substitute: Substitute) -> None:
    debts = RestDebt.objects.filter(substitute=substitute)
    history.forget(debts, "restdebt.settle", "how")
    debts.owed().delete()  # there is nobody to give it to
    debts.update(settled_how="")


def _tasks(substitute: Substitute, *, by: User | None, at: datetime) -> None:
    """Nobody can do anything more about them."""
    tasks = PlannerTask.objects.filter(Q(substitute=substitute) | Q(booking__substitute=substitute))
    tasks.filter(done_at=None).update(done_at=at, done_by=by)
    tasks.update(facts={})


erasure.on_erasure(check=why_not, erase=erase)
