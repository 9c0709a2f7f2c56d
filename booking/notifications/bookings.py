"""What is told of a booking: to the one who has the shift, and to whoever ordered."""

from datetime import datetime

from django.urls import reverse

from booking.models import Booking
from booking.notifications import words
from booking.notifications.telling import in_swedish, tell
from booking.period import Period
from portal.templatetags.times import clock


@in_swedish
def booked(booking: Booking, *, at: datetime, due_at: datetime | None = None) -> None:
    """She has the shift; and whoever ordered knows who comes."""
    tell(
        "booking.booked",
        booking,
        to=booking.substitute.user,
        at=at,
        due_at=due_at,
        facts=words.whole_shift(booking),
        path=_page(booking),
    )
    if booking.order.placed_by_id != booking.booked_by_id:
        _tell_the_orderer("booking.filled", booking, at=at, due_at=due_at)


@in_swedish
def changed(booking: Booking, *, was: Period, at: datetime, due_at: datetime | None = None) -> None:
    """The time or the place is another, and it is still hers. Once for each version of the terms."""
    terms = booking.order.terms_version
    tell(
        "booking.changed",
        booking,
        to=booking.substitute.user,
        at=at,
        due_at=due_at,
        path=_page(booking),
        version=f"v{terms}",
        remembers={"terms": terms},
        facts={**words.whole_shift(booking), "was": words.before(was, booking.period)},
    )


@in_swedish
def shortened(booking: Booking, *, at: datetime, due_at: datetime | None = None) -> None:
    """Her shift ends earlier; and whoever ordered knows that the rest is a new order."""
    ends = booking.ends.isoformat()
    tell(
        "booking.shortened",
        booking,
        to=booking.substitute.user,
        at=at,
        due_at=due_at,
        path=_page(booking),
        version=f"{booking.ends.timestamp():.0f}",
        remembers={"ends": ends},
        facts={**words.shift(booking), "ends": clock(booking.ends)},
    )
    _tell_the_orderer("booking.rest_open", booking, at=at, due_at=due_at, ends=ends)


@in_swedish
def booking_ended(booking: Booking, *, at: datetime, due_at: datetime | None = None) -> None:
    """The shift is no longer hers; and whoever ordered knows that the seat is empty again."""
    _tell_that_it_ended(booking, at=at, due_at=due_at, is_needed=True)
    _tell_the_orderer("booking.emptied", booking, at=at, due_at=due_at)


@in_swedish
def order_cancelled(booking: Booking, *, at: datetime, due_at: datetime | None = None) -> None:
    """The shift she had is gone altogether."""
    _tell_that_it_ended(booking, at=at, due_at=due_at, is_needed=False)


def _tell_that_it_ended(booking: Booking, *, at: datetime, due_at: datetime | None, is_needed: bool) -> None:
    tell(
        "booking.ended",
        booking,
        to=booking.substitute.user,
        at=at,
        due_at=due_at,
        path=_page(booking),
        facts={**words.shift(booking), "is_needed": "1" if is_needed else ""},
    )


def _tell_the_orderer(code: str, booking: Booking, *, at: datetime, due_at: datetime | None, ends: str = "") -> None:
    """`ends` is the new end of a shift that was cut short, in ISO format."""
    orderer = booking.order.placed_by
    tell(
        code,
        booking,
        to=orderer,
        at=at,
        due_at=due_at,
        path=words.page_of(booking.order, orderer),
        version=f"{booking.ends.timestamp():.0f}" if ends else "",
        remembers={"ends": ends} if ends else None,
        facts={**words.shift(booking), "who": str(booking.substitute), "ends": clock(booking.ends)},
    )


def _page(booking: Booking) -> str:
    return reverse("booking:booking", args=[booking.pk])
