"""What is told of worked time: to her that another was written; to each that shifts wait for her word."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from booking.models import Booking, WorkedTime
from booking.notifications import words
from booking.notifications.bookings import YES
from booking.notifications.shortening import Facts
from booking.notifications.telling import tell
from people.models import Substitute, User, Workplace
from portal.templatetags.times import day


def time_answered(row: WorkedTime, *, at: datetime, due_at: datetime | None = None) -> None:
    """Another time than she knows of was written on her shift: which, and where she says no to it."""
    booking = row.booking
    tell(
        "time.answered",
        booking,
        to=booking.substitute.user,
        at=at,
        due_at=due_at,
        path=reverse("booking:booking", args=[booking.pk]),
        version=f"n{row.number}",
        remembers={"number": row.number},
        facts=lambda: _written(row),
    )


def times_to_say(
    substitute: Substitute, bookings: Sequence[Booking], *, on: date, at: datetime, due_at: datetime | None = None
) -> None:
    """Of the shifts that ended that day she has said nothing: one message, however many they are."""
    one = bookings[0] if len(bookings) == 1 else None
    number = {} if one else {"number": str(len(bookings))}
    tell(
        "reminder.time",
        substitute,
        to=substitute.user,
        at=at,
        due_at=due_at,
        path=reverse("booking:booking", args=[one.pk]) if one else reverse("booking:bookings"),
        version=f"{on:%Y-%m-%d}",
        remembers={"bookings": [str(booking.pk) for booking in bookings]},
        facts=lambda: {**words.shift(bookings[0]), "day": day(on), **number},
    )


def times_to_attest(
    to: User,
    number: int,
    workplaces: Collection[Workplace],
    *,
    before: datetime,
    version: str,
    is_months_end: bool = False,
    at: datetime,
    due_at: datetime | None = None,
) -> None:
    """So many shifts at her workplaces that ended before that moment wait for her. Once for each `version`."""
    tell(
        "reminder.attest",
        to,
        to=to,
        at=at,
        due_at=due_at,
        path=reverse("booking:worked_time"),
        version=version,
        remembers={"workplaces": [str(place.pk) for place in workplaces], "before": before.isoformat()},
        facts=lambda: {"number": str(number), "is_months_end": YES if is_months_end else ""},
    )


def _written(row: WorkedTime) -> Facts:
    rest = _("rast %(minutes)d min") % {"minutes": row.break_minutes} if row.break_minutes else _("ingen rast")
    return {
        **words.shift(row.booking),
        "span": words.span(row.period),
        "rest": rest,
        "by_desk": YES if row.side == WorkedTime.Side.PLANNER else "",
        "is_nothing": YES if row.nothing else "",
    }
