"""Shifts of the schedule from an iCalendar file (RFC 5545). Pure.

Each VEVENT is a shift: UID, DTSTART, DTEND or DURATION, SEQUENCE (the version), STATUS:CANCELLED, CATEGORIES (the
kind), and X-ANSTNR (or that parameter of an ATTENDEE), X-GER-TID and X-ARBETSPLATSER. Nothing is repeated here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import icalendar
from django.utils.translation import gettext as _
from icalendar.parser import Contentline

from booking.period import STOCKHOLM, Period
from people.importing.tables import MOST_BYTES
from scheduling.formats.clock import Unclear, by_offset, by_the_clock
from scheduling.formats.facts import KINDS, MOST, Fact, Unreadable, checked, faulty, whole, yes_or_no

MOST_LINES, LONGEST_LINE = 200_000, 10_000
OUR_ZONES = {str(STOCKHOLM), "W. Europe Standard Time", "Central European Standard Time", "CET"}
"""What others call the zone that has Stockholm's clock; any other must say by its VTIMEZONE that it has."""

OUR_OFFSETS = {"+0100", "+0200"}
SHAPES = {8: "", 15: "%Y%m%dT%H%M%S", 16: "%Y%m%dT%H%M%SZ"}
NUMBER = "X-ANSTNR"

Property = tuple[Mapping[str, object], str]


@dataclass(slots=True)
class Part:
    """A component as it stands: its lines by name, and where it begins."""

    name: str
    line: int
    said: dict[str, list[Property]] = field(default_factory=lambda: defaultdict(list))
    offsets: set[str] = field(default_factory=set)
    broken: bool = False

    def text(self, name: str) -> str:
        """What the first property of that name says."""
        return str(icalendar.vText.from_ical(self.said[name][0][1])).strip() if self.said[name] else ""


def read(content: bytes) -> list[Fact]:
    """A fact for each event, by the line where it begins; `Unreadable` if it is no calendar."""
    if len(content) > MOST_BYTES:
        raise Unreadable(_("Filen är större än 5 MB. Dela den i flera."))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(_("Filen är inte skriven i UTF-8.")) from error
    parts = list(_parts(_unfolded(text)))
    zones = {part.text("TZID") for part in parts if part.name == "VTIMEZONE" and part.offsets <= OUR_OFFSETS}
    events = [part for part in parts if part.name == "VEVENT"]
    if len(events) > MOST:
        raise Unreadable(_("Kalendern har fler än %(most)s pass. Dela den i flera.") % {"most": MOST})
    foreign = {part.text("TZID") for part in parts if part.name == "VTIMEZONE"} - zones
    return [_fact(event, (zones | OUR_ZONES) - foreign) for event in events]


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Whole lines, by the number of the first row of each."""
    number, whole_line = 0, ""
    for row, line in enumerate(text.split("\n", MOST_LINES), 1):
        if row > MOST_LINES:
            raise Unreadable(_("Kalendern har för många rader."))
        bare = line.rstrip("\r")
        if bare[:1] in {" ", "\t"} and number:
            whole_line += bare[1:]
        else:
            yield number, whole_line
            number, whole_line = row, bare
        if len(whole_line) > LONGEST_LINE:
            raise Unreadable(_("Rad %(n)d är för lång.") % {"n": row})
    yield number, whole_line


def _parts(lines: Iterable[tuple[int, str]]) -> Iterator[Part]:
    """The events and the zones; what lies within an event (an alarm) is passed over."""
    is_calendar, part, within = False, None, 0
    for number, line in lines:
        begins = line.upper()
        is_calendar = is_calendar or begins == "BEGIN:VCALENDAR"
        if part is None:
            if begins in {"BEGIN:VEVENT", "BEGIN:VTIMEZONE"}:
                part, within = Part(begins.removeprefix("BEGIN:"), number), 0
        elif begins == f"END:{part.name}":
            yield part
            part = None
        elif begins.startswith("BEGIN:"):
            within += 1
        elif begins.startswith("END:"):
            within -= 1
        else:
            _take(part, line, is_own=within == 0)
    if not is_calendar or part is not None:
        raise Unreadable(_("Filen är ingen hel kalender (iCalendar)."))


def _take(part: Part, line: str, *, is_own: bool) -> None:
    try:
        name, params, value = Contentline(line).parts()  # type: ignore[no-untyped-call]
    except (ValueError, KeyError, IndexError):
        part.broken = part.broken or is_own
        return
    if is_own:
        part.said[name.upper()].append((params, value))
    elif name.upper() == "TZOFFSETTO":
        part.offsets.add(value)


def _fact(event: Part, zones: Iterable[str]) -> Fact:
    try:
        return checked(_understood(event, set(zones)))
    except Unclear as why:
        return faulty(event.line, why, event.text("UID"))


def _understood(event: Part, zones: set[str]) -> Fact:
    if event.broken:
        raise Unclear(_("Passet har en rad som inte går att läsa."))
    if any(event.said[name] for name in ("RRULE", "RDATE", "RECURRENCE-ID")):
        raise Unclear(_("Passet upprepas. Lämna varje pass för sig."))
    known: dict[str, Any] = {"external_id": event.text("UID"), "version": whole(event.text("SEQUENCE")),
             "employee_number": _number(event)}  # fmt: skip
    if event.text("STATUS").upper() == "CANCELLED":
        return Fact(event.line, **known, withdrawn=True)
    return Fact(
        event.line,
        **known,
        kind=_kind(event),
        period=_period(event, zones),
        gives_time=yes_or_no(event.text("X-GER-TID")),
        workplaces=tuple(filter(None, (code.strip() for code in event.text("X-ARBETSPLATSER").split(",")))),
    )


def _number(event: Part) -> str:
    attending = (str(params.get(NUMBER, "")) for params, _value in event.said["ATTENDEE"])
    return event.text(NUMBER) or next(filter(None, attending), "").strip()


def _kind(event: Part) -> str:
    words = [word.strip().casefold() for _params, value in event.said["CATEGORIES"] for word in value.split(",")]
    return next((KINDS[word] for word in words if word in KINDS), "")


def _period(event: Part, zones: set[str]) -> Period:
    if not event.said["DTSTART"] or not (event.said["DTEND"] or event.said["DURATION"]):
        raise Unclear(_("Skriv när passet börjar och slutar."))
    starts = _moment(event.said["DTSTART"][0], zones)
    ends = _moment(event.said["DTEND"][0], zones) if event.said["DTEND"] else starts + _length(event)
    if starts >= ends:
        raise Unclear(_("Passet slutar innan det börjar."))
    return Period(starts, ends)


def _length(event: Part) -> timedelta:
    try:
        length: timedelta = icalendar.vDuration.from_ical(event.said["DURATION"][0][1])  # type: ignore[no-untyped-call]
    except (ValueError, OverflowError) as error:
        raise Unclear(_("Skriv när passet slutar.")) from error
    return length


def _moment(said: Property, zones: set[str]) -> datetime:
    params, value = said
    shape = SHAPES.get(len(value))
    if shape == "":
        raise Unclear(_("Skriv klockslag, inte bara dag."))
    try:
        bare = datetime.strptime(value, shape or "")  # noqa: DTZ007 (the clock of a zone, which is asked about below)
    except ValueError as error:
        raise Unclear(_("Skriv tiden som %(example)s.") % {"example": "20260531T070000"}) from error
    if value.endswith("Z"):
        return by_offset(bare, "Z")
    zone = str(params.get("TZID", ""))
    if zone and zone not in zones:
        raise Unclear(_("Tidszonen %(zone)s är inte Stockholms. Skriv tiden i UTC.") % {"zone": zone[:60]})
    return by_the_clock(bare)
