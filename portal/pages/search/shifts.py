"""The visitor's own shifts, by workplace, occupation and day."""

from datetime import datetime

from booking.models import Booking
from booking.weeks import local_day
from people import access
from people.models import Substitute
from portal.pages.search.days_named import days
from portal.pages.search.words import LONGEST, holds_all, line, without_dots, words

LATEST = 300
"""Shifts that are looked through."""
OF_SHIFTS = {"pass", "passet", "passen", "bokning", "bokningar", "bokad", "jobb", "shift", "shifts", "bookings"}
SMALL = {"mina", "mitt", "min", "den", "på", "i", "när", "jag", "jobbar", "my", "on", "the", "hos"}


def found(me: Substitute | None, typed: str, *, now: datetime) -> list[Booking]:
    """Those that everything typed is true of: to come, soonest first, then those that were; one query."""
    asked, rest = days(typed[:LONGEST], today=local_day(now))
    places = tuple(word for word in rest if word not in SMALL | OF_SHIFTS)
    if me is None or not (asked or places or OF_SHIFTS & set(rest)):
        return []
    hers = access.scope(me.user, Booking.objects.of(me)).occupying().with_places().order_by("-starts", "pk")[:LATEST]
    right = [
        booking
        for booking in hers
        if all(on_day(local_day(booking.starts)) for on_day in asked) and holds_all(places, _where(booking))
    ]
    return [*reversed([one for one in right if one.ends > now]), *(one for one in right if one.ends <= now)]


def _where(booking: Booking) -> str:
    """The words of a shift, with dots and without."""
    place = booking.order.workplace
    said = words(f"{place.name} {place.area.name} {booking.order.occupation.name}")
    return line([*said, *(without_dots(word) for word in said)])
