"""What is told of a booking: to the one who has the shift, and to whoever ordered."""

from collections.abc import Callable, Mapping
from datetime import datetime

from django.urls import reverse

from booking.models import Booking, EndReason
from booking.notifications import words
from booking.notifications.shortening import Facts
from booking.notifications.telling import tell
from booking.period import Period
from people import stand_ins
from portal.templatetags.times import clock

YES = "1"


def booked(booking: Booking, *, at: datetime, due_at: datetime | None = None) -> None:
    """She has the shift; and whoever ordered knows who comes."""
    tell(
        "booking.booked",
        booking,
        to=booking.substitute.user,
        at=at,
        due_at=due_at,
        facts=lambda: {**words.whole_shift(booking), "is_introduction": YES if booking.order.reason.introduces else ""},
        path=_page(booking),
    )
    if booking.order.placed_by_id != booking.booked_by_id:
        _tell_the_orderer("booking.filled", booking, dict, at=at, due_at=due_at)


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
        facts=lambda: {**words.whole_shift(booking), "was": words.before(was, booking.period)},
    )


def shortened(booking: Booking, *, at: datetime, is_rest_ordered: bool = True, due_at: datetime | None = None) -> None:
    """Her shift ends earlier; and whoever ordered knows it, and that the rest is a new order."""
    ends = booking.period.ends.isoformat()
    tell(
        "booking.shortened",
        booking,
        to=booking.substitute.user,
        at=at,
        due_at=due_at,
        path=_page(booking),
        version=ends,
        remembers={"ends": ends},
        facts=lambda: {**words.shift(booking), "ends": clock(booking.ends)},
    )
    _tell_the_orderer(
        "booking.left_early",
        booking,
        lambda: {"ends": clock(booking.ends), "is_rest_ordered": YES if is_rest_ordered else ""},
        at=at,
        due_at=due_at,
        remembers={"ends": ends},
    )


def booking_ended(booking: Booking, *, at: datetime, due_at: datetime | None = None) -> None:
    """The shift is no longer hers; and whoever ordered knows that the seat is empty again."""
    _tell_that_it_ended(booking, at=at, due_at=due_at, is_needed=True)
    is_sought = booking.end_reason != EndReason.RETURNED and booking.order.stopped_at is None
    more = {"is_sought": YES if is_sought else ""}
    _tell_the_orderer("booking.emptied", booking, lambda: more, at=at, due_at=due_at)


def order_cancelled(booking: Booking, *, at: datetime, due_at: datetime | None = None) -> None:
    """The shift she had is gone altogether."""
    _tell_that_it_ended(booking, at=at, due_at=due_at, is_needed=False)


def late(booking: Booking, expected: datetime, *, at: datetime, due_at: datetime | None = None) -> None:
    """She comes later than the shift begins: whoever ordered knows when."""
    _tell_the_orderer(
        "booking.late",
        booking,
        lambda: {"expected": words.moment(expected, at=booking.starts)},
        at=at,
        due_at=due_at,
        version=_said(at),
        remembers={"expected": expected.isoformat()},
    )


def in_time(booking: Booking, *, at: datetime, due_at: datetime | None = None) -> None:
    """She comes when the shift begins after all."""
    _tell_the_orderer("booking.in_time", booking, dict, at=at, due_at=due_at, version=_said(at))


def _said(at: datetime) -> str:
    """What can be said again and again is said once for each moment."""
    return f"{at.timestamp():.0f}"


def _tell_that_it_ended(booking: Booking, *, at: datetime, due_at: datetime | None, is_needed: bool) -> None:
    tell(
        "booking.ended",
        booking,
        to=booking.substitute.user,
        at=at,
        due_at=due_at,
        path=_page(booking),
        facts=lambda: {**words.shift(booking), "is_needed": YES if is_needed else ""},
    )


def _tell_the_orderer(
    kind: str,
    booking: Booking,
    more: Callable[[], Facts],
    *,
    at: datetime,
    due_at: datetime | None,
    version: str = "",
    remembers: Mapping[str, str] | None = None,
) -> None:
    order = booking.order
    for reader in stand_ins.told_for(order.placed_by, order.workplace, at=due_at or at):
        tell(
            kind,
            booking,
            to=reader,
            facts=lambda: {**words.shift(booking), "who": str(booking.substitute), **more()},
            at=at,
            due_at=due_at,
            path=words.page_of(order, reader),
            version=version or "".join((remembers or {}).values()),
            remembers=remembers,
        )


def _page(booking: Booking) -> str:
    return reverse("booking:booking", args=[booking.pk])
