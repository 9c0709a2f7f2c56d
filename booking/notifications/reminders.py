"""What a substitute is reminded of."""

from datetime import date, datetime

from django.urls import reverse

from booking.models import Booking
from booking.notifications import words
from booking.notifications.telling import tell
from booking.weeks import Week
from people.models import Substitute


def shift_tomorrow(booking: Booking, *, at: datetime, due_at: datetime | None = None) -> None:
    """The day before: where, when, and whom to ask for. Once for each time that the shift has had."""
    tell(
        "reminder.shift",
        booking,
        to=booking.substitute.user,
        at=at,
        due_at=due_at,
        path=reverse("booking:booking", args=[booking.pk]),
        version=f"{booking.starts.timestamp():.0f}",
        remembers={"starts": booking.starts.isoformat()},
        facts=lambda: words.whole_shift(booking),
    )


def calendar_is_empty(substitute: Substitute, *, week: date, at: datetime, due_at: datetime | None = None) -> None:
    """She has put in no time for the week that the day is in: said once for each week."""
    that_week = Week.of(week)
    tell(
        "reminder.availability",
        substitute,
        to=substitute.user,
        at=at,
        due_at=due_at,
        path=reverse("booking:month"),
        version=str(that_week),
        remembers={"week": str(that_week)},
        facts=lambda: {"week": str(that_week.number)},
    )
