"""Booked shifts as an iCalendar file that a schedule reads (RFC 5545). Pure.

Times are in UTC, so that no zone need be explained; what is called off stays, as cancelled, with a higher SEQUENCE.
"""

from collections.abc import Iterable
from datetime import UTC, datetime

import icalendar

from scheduling.formats.calendar_in import NUMBER
from scheduling.formats.facts import Booked

CONTENT_TYPE = "text/calendar; charset=utf-8"
PRODUCER = "-//Vikarieportalen//Schema 1//SV"


def written(shifts: Iterable[tuple[Booked, datetime]], *, host: str) -> bytes:
    """Each shift with the moment when that was found to be so; `host` makes the ids unlike all others'."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for shift, noticed_at in shifts:
        calendar.add_component(_event(shift, noticed_at, host))
    return calendar.to_ical()


def _event(shift: Booked, noticed_at: datetime, host: str) -> icalendar.Event:
    row = icalendar.Event()
    row.add("uid", f"{shift.booking}@{host}")
    row.add("dtstamp", noticed_at.astimezone(UTC))
    row.add("sequence", shift.version)
    row.add("dtstart", shift.period.starts)
    row.add("dtend", shift.period.ends)
    row.add("status", "CANCELLED" if shift.is_off else "CONFIRMED")
    row.add("transp", "TRANSPARENT" if shift.is_off else "OPAQUE")
    row.add("categories", ["Bokat pass"])
    told = {
        "summary": f"{shift.workplace}, {shift.occupation}",
        "location": shift.workplace,
        NUMBER: shift.employee_number,
        "X-ARBETSPLATS": shift.workplace_code,
        "X-RAST-MINUTER": str(shift.break_minutes),
        "X-GER-TID": "JA" if shift.gives_time else "NEJ",
        "X-SCHEMAPASS": ",".join(shift.shifts),
    }
    for name, said in told.items():
        row.add(name, icalendar.vText("".join(sign for sign in said if sign.isprintable())))
    return row
