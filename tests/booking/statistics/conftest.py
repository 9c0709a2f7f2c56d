"""A small town whose weeks can be reckoned by hand."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from booking.models import Booking, Order
from booking.statistics.selection import Selection, areas
from booking.statistics.stretch import Stretch
from tests.cast import NOW, Town, at
from tests.factories.booking import BookingFactory, OrderFactory, OrderReasonFactory

MAY = Stretch(date(2026, 5, 4), date(2026, 5, 10))
"""The week before the one in which it is now."""


@pytest.fixture
def chosen(town: Town) -> Selection:
    """What the town's planner sees of the week."""
    return of(town)


def of(town: Town, stretch: Stretch = MAY, **narrowed: object) -> Selection:
    reached = [area.pk for area in areas(town.planner)]
    return Selection(stretch, reached, NOW, **narrowed)  # type: ignore[arg-type]


def needed(town: Town, starts: str, **fields: object) -> Order:
    """A shift of eight hours."""
    begins = at(starts)
    here = {"workplace": town.workplace, "occupation": town.occupation, "placed_by": town.manager}
    return OrderFactory(starts=begins, ends=begins + timedelta(hours=8), **here | fields)


@pytest.fixture
def lapsed(town: Town) -> Callable[..., Order]:
    """`lapsed("2026-05-08 14:00")`: a shift that nobody came to."""

    def make(starts: str = "2026-05-08 14:00", **fields: object) -> Order:
        return needed(town, starts, **{"status": Order.Status.LAPSED} | fields)

    return make


@pytest.fixture
def filled(town: Town) -> Callable[..., Booking]:
    """`filled("2026-05-05 07:00", minutes=12)`: a shift that was worked, booked so long after it was ordered."""

    def book(starts: str = "2026-05-05 07:00", *, minutes: int = 10, booking: dict | None = None, **fields) -> Booking:
        order = needed(town, starts, **{"status": Order.Status.COMPLETED} | fields)
        given = {"substitute": town.substitute()} | (booking or {})
        return BookingFactory(order=order, booked_at=order.placed_at + timedelta(minutes=minutes), **given)

    return book


@pytest.fixture
def worked(town: Town) -> Callable[..., None]:
    """`worked(person, days, kind)`: she worked on each of these days, as that kind of employment."""

    def work(person, days, kind):
        reason = OrderReasonFactory(name=kind, legal_kind=kind)
        for day in days:
            starts = datetime(day.year, day.month, day.day, 6, tzinfo=UTC)
            order = OrderFactory(workplace=town.workplace, starts=starts, reason=reason, status="completed")
            BookingFactory(order=order, substitute=person, agreement=person.agreements.first())

    return work


def thrice_a_month(months, last=MAY.last):
    """The 1st, the 2nd and the last of so many months up to that of the last day: all days between them count."""
    year, month = last.year, last.month
    for _n in range(months):
        first = date(year, month, 1)
        end = min(last, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1))
        yield from (first, first + timedelta(days=1), end)
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
