"""Shifts that are over, and what is said of them the morning after."""

from typing import Any

from booking.models import Booking
from booking.operations.worked_time import Told
from booking.period import Period
from tests.cast import Town, at
from tests.factories.booking import BookingFactory

THEN = at("2026-05-13 08:00")


def shift(
    town: Town, month: str = "2026-05", day: int = 12, *, starts: str = "07:00", ends: str = "16:00", **fields: Any
) -> Booking:
    """Somebody's day at the workplace, with a break of half an hour; over midnight if it ends before it starts."""
    until = day if ends > starts else day + 1
    order = town.order(f"{month}-{day:02} {starts}", f"{month}-{until:02} {ends}", status="booked")
    given = {"substitute": fields.pop("substitute", None) or town.substitute(), "break_minutes": 30}
    given["agreement"] = given["substitute"].agreements.get()
    return BookingFactory(order=order, **(given | fields))


def told(starts: str = "07:00", ends: str = "16:00", rest: int = 30, note: str = "", *, day: int = 12) -> Told:
    """What somebody says of a day in May."""
    return Told(Period(at(f"2026-05-{day:02} {starts}"), at(f"2026-05-{day:02} {ends}")), rest, note)
