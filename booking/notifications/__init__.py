"""What people are told of each event: posted to the outbox in the transaction of the change itself.

The kinds are in `catalogue`, their words in templates/booking/messages/. Whether a message still holds is asked again
when it leaves: `booking/overtaken/`.
"""

from booking.notifications.assistant import assistant_worked
from booking.notifications.bookings import booked, booking_ended, changed, in_time, late, order_cancelled, shortened
from booking.notifications.enquiries import (
    LINK,
    asked,
    asked_many,
    link_of,
    lost,
    no_longer_asked,
    with_choices,
    written_to,
)
from booking.notifications.interests import interest_lapsed, not_selected
from booking.notifications.jobs import jobs_released
from booking.notifications.orders import asking_waits, exhausted, lapsed, returned
from booking.notifications.reminders import calendar_is_empty, shift_tomorrow
from booking.notifications.time_bank import time_bank_changed
from booking.notifications.words import moment
from booking.notifications.worked import time_answered, times_to_attest, times_to_say
from booking.notifications.workplaces import workplace_active, workplace_declined, workplace_introduced
from booking.notifications.written import Letter, TooLong, has_room, room, who_have, written

__all__ = [
    "LINK",
    "Letter",
    "TooLong",
    "asked",
    "asked_many",
    "asking_waits",
    "assistant_worked",
    "booked",
    "booking_ended",
    "calendar_is_empty",
    "changed",
    "exhausted",
    "has_room",
    "in_time",
    "interest_lapsed",
    "jobs_released",
    "lapsed",
    "late",
    "link_of",
    "lost",
    "moment",
    "no_longer_asked",
    "not_selected",
    "order_cancelled",
    "returned",
    "room",
    "shift_tomorrow",
    "shortened",
    "time_answered",
    "time_bank_changed",
    "times_to_attest",
    "times_to_say",
    "who_have",
    "with_choices",
    "workplace_active",
    "workplace_declined",
    "workplace_introduced",
    "written",
    "written_to",
]
