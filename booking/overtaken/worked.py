"""Of worked time: to the one who worked, and to whoever approves it."""

from datetime import datetime

from django.utils.translation import gettext_noop

from booking.models import Booking, WorkedTime
from messaging import outbox
from messaging.models import Message

ANOTHER_STANDS = gettext_noop("tiden gäller inte längre")
ALL_SAID = gettext_noop("tiden är bekräftad")


@outbox.still_true("time.answered")
def that_time_stands(message: Message) -> str:
    """It is still what is approved."""
    last = WorkedTime.objects.approved().filter(booking=message.facts["pk"], booking__ended_at=None).last()
    return "" if last and last.number == message.facts["number"] else ANOTHER_STANDS


@outbox.still_true("reminder.time")
def some_time_is_unsaid(message: Message) -> str:
    """Of one of the shifts she has still to say whether its time was right."""
    hers = Booking.objects.filter(pk__in=message.facts["bookings"])
    return "" if hers.unattested().unsaid().in_open_periods().exists() else ALL_SAID


@outbox.still_true("reminder.attest")
def some_time_is_unattested(message: Message) -> str:
    """One of the shifts has still to be approved."""
    before = datetime.fromisoformat(message.facts["before"])
    there = Booking.objects.filter(order__workplace__in=message.facts["workplaces"], ends__lte=before)
    return "" if there.unattested().in_open_periods().exists() else ALL_SAID
