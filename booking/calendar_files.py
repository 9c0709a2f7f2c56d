"""Shifts as an iCalendar file (RFC 5545). Pure: no database, no clock, no settings.

There is no METHOD: what a file with PUBLISH must say (an ORGANIZER, RFC 5546) would make shifts into invitations, and
without it DTSTAMP is when the shift was last revised, so that the same shifts make the same bytes.
"""

import hashlib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import icalendar

from booking.period import STOCKHOLM, Period

CONTENT_TYPE = "text/calendar; charset=utf-8"
PRODUCER = "-//Vikarieportalen//Pass 1//SV"
"""Another number whenever the same events are written otherwise, so that everybody fetches them anew."""

ZONE = str(STOCKHOLM)
AN_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Event:
    """One shift as her calendar shows it; `position` is latitude and longitude, in degrees."""

    uid: str
    period: Period
    is_off: bool
    sequence: int
    changed_at: datetime
    summary: str
    location: str
    description: str
    url: str
    position: tuple[Decimal, Decimal] | None = None


def written(events: Iterable[Event], *, name: str = "", fetched_every: timedelta | None = None) -> bytes:
    """The file. A subscription has a name, and says how often it is worth fetching."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if name:
        calendar.add("name", icalendar.vText(_text(name)))  # newer than the library's table of texts
        calendar.add("x-wr-calname", icalendar.vText(_text(name)))
        calendar.add("x-wr-timezone", ZONE)
    if fetched_every:
        calendar.add("refresh-interval", fetched_every, parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", icalendar.vDuration(fetched_every))
    calendar.add_component(_zone())
    for event in events:
        calendar.add_component(_event(event))
    return calendar.to_ical()


def fingerprint(events: Sequence[Event]) -> str:
    """The same as long as the file would be; made without making the file."""
    return hashlib.sha256(repr([PRODUCER, *events]).encode()).hexdigest()


def _event(event: Event) -> icalendar.Event:
    row = icalendar.Event()
    row.add("uid", event.uid)
    row.add("dtstamp", event.changed_at.astimezone(UTC))
    row.add("last-modified", event.changed_at.astimezone(UTC))
    row.add("sequence", event.sequence)
    for name, moment in zip(("dtstart", "dtend"), _by_the_clock(event.period), strict=True):
        row.add(name, moment)
    row.add("status", "CANCELLED" if event.is_off else "CONFIRMED")
    row.add("transp", "TRANSPARENT" if event.is_off else "OPAQUE")
    for name, said in (("summary", event.summary), ("location", event.location), ("description", event.description)):
        row.add(name, _text(said))
    row.add("url", event.url)
    if event.position:
        row.add("geo", tuple(map(float, event.position)))
    return row


def _by_the_clock(period: Period) -> tuple[datetime, datetime]:
    """Stockholm's clock; in UTC where a clock time comes a second time, which a file in local time cannot say."""
    starts, ends = (moment.astimezone(STOCKHOLM) for moment in (period.starts, period.ends))
    return (period.starts, period.ends) if starts.fold or ends.fold else (starts, ends)


def _text(said: str) -> str:
    """What the standard lets a text hold: no control characters but the line break."""
    lines = said.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign == "\n" or unicodedata.category(sign) not in {"Cc", "Cs"})


def _zone() -> icalendar.Timezone:
    """Summer time as the Union has had it since 1996: the last Sundays of March and October, at 01.00 UTC.

    The library's own block gives each year as a date, and its springs an hour late.
    """
    zone = icalendar.Timezone()
    zone.add("tzid", ZONE)
    winter, summer = icalendar.TimezoneStandard(), icalendar.TimezoneDaylight()
    for part, name, began, month, before, after in (
        (summer, "CEST", datetime(1996, 3, 31, 2), 3, AN_HOUR, 2 * AN_HOUR),  # noqa: DTZ001 (by the clock before it)
        (winter, "CET", datetime(1996, 10, 27, 3), 10, 2 * AN_HOUR, AN_HOUR),  # noqa: DTZ001 (likewise)
    ):
        part.add("tzname", name)
        part.add("dtstart", began)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        zone.add_component(part)
    return zone
