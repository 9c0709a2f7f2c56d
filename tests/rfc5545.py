"""A strict reader of iCalendar files: RFC 5545 as tables, for the parts that a calendar of shifts uses.

`assert_valid(file)` raises at the first thing that the standard does not let a file say; it answers with what was read.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

LONGEST = 75  # octets of a line, without its break (3.1)
NAME = r"[A-Za-z0-9-]+"
PARAM = rf'(?P<key>{NAME})=(?P<value>"[^"\x00-\x08\x0a-\x1f\x7f]*"|[^";:,\x00-\x08\x0a-\x1f\x7f]*)'
LINE = re.compile(
    rf"(?P<name>{NAME})(?P<params>(?:;{PARAM.replace('?P<key>', '?:').replace('?P<value>', '?:')})*):(?P<value>.*)"
)

LOCAL, UTC = r"\d{8}T\d{6}", r"\d{8}T\d{6}Z"
NUMBER = r"[+-]?\d+(\.\d+)?"
TYPES = {
    "TEXT": r"([^\\;,\x00-\x08\x0a-\x1f\x7f]|\\[\\;,nN])*",  # 3.3.11: the others are escaped
    "DATE-TIME": f"({UTC}|{LOCAL})",
    "UTC": UTC,
    "LOCAL": LOCAL,
    "INTEGER": r"[+-]?\d{1,10}",
    "DURATION": r"[+-]?P(\d+W|(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?)",
    "URI": r"[a-z][a-z0-9+.-]*:[^\s]+",
    "UTC-OFFSET": r"[+-]\d{4}(\d{2})?",
    "GEO": f"{NUMBER};{NUMBER}",  # 3.8.1.6
    "STATUS": "CONFIRMED|TENTATIVE|CANCELLED",
    "TRANSP": "OPAQUE|TRANSPARENT",
    "VERSION": r"2\.0",
    "CALSCALE": "GREGORIAN",
    "RECUR": r"FREQ=YEARLY(;(BYMONTH=\d{1,2}|BYDAY=[+-]?\d?(MO|TU|WE|TH|FR|SA|SU)))*",
}
PROPERTIES = {
    "VERSION": "VERSION", "PRODID": "TEXT", "CALSCALE": "CALSCALE", "METHOD": "TEXT", "NAME": "TEXT",
    "REFRESH-INTERVAL": "DURATION", "X-PUBLISHED-TTL": "DURATION", "X-WR-CALNAME": "TEXT", "X-WR-TIMEZONE": "TEXT",
    "TZID": "TEXT", "TZNAME": "TEXT", "TZOFFSETFROM": "UTC-OFFSET", "TZOFFSETTO": "UTC-OFFSET", "RRULE": "RECUR",
    "UID": "TEXT", "DTSTAMP": "UTC", "LAST-MODIFIED": "UTC", "DTSTART": "DATE-TIME", "DTEND": "DATE-TIME",
    "SEQUENCE": "INTEGER", "STATUS": "STATUS", "TRANSP": "TRANSP", "SUMMARY": "TEXT", "LOCATION": "TEXT",
    "DESCRIPTION": "TEXT", "URL": "URI", "GEO": "GEO", "ORGANIZER": "URI",
}  # fmt: skip
TAKES = {"DTSTART": {"TZID", "VALUE"}, "DTEND": {"TZID", "VALUE"}, "REFRESH-INTERVAL": {"VALUE"}}
"""The parameters that our properties may have; LANGUAGE on texts is not used."""


@dataclass(frozen=True)
class Shape:
    """What a component holds: exactly one of each, at most one of each, and which parts."""

    one: frozenset[str]
    at_most_one: frozenset[str]
    parts: frozenset[str] = frozenset()


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


OF_A_ZONE = Shape(words("DTSTART TZOFFSETFROM TZOFFSETTO"), words("TZNAME RRULE"))
COMPONENTS = {
    "VCALENDAR": Shape(
        words("PRODID VERSION"),
        words("CALSCALE METHOD NAME REFRESH-INTERVAL X-PUBLISHED-TTL X-WR-CALNAME X-WR-TIMEZONE"),
        words("VTIMEZONE VEVENT"),
    ),
    "VTIMEZONE": Shape(words("TZID"), words("LAST-MODIFIED"), words("STANDARD DAYLIGHT")),
    "STANDARD": OF_A_ZONE,
    "DAYLIGHT": OF_A_ZONE,
    "VEVENT": Shape(  # no METHOD in the calendar, so a start is demanded (3.6.1)
        words("UID DTSTAMP DTSTART"),
        words("DTEND LAST-MODIFIED SEQUENCE STATUS TRANSP SUMMARY LOCATION DESCRIPTION URL GEO ORGANIZER"),
    ),
}


@dataclass
class Component:
    """One BEGIN to its END: properties as name → (parameters, value), and the components within."""

    name: str
    properties: list[tuple[str, dict[str, str], str]] = field(default_factory=list)
    parts: list["Component"] = field(default_factory=list)

    def value(self, name: str) -> str | None:
        """The value of a property, if it is there."""
        return next((value for known, _params, value in self.properties if known == name), None)

    def params(self, name: str) -> dict[str, str]:
        """Its parameters."""
        return next((params for known, params, _value in self.properties if known == name), {})

    def all(self, name: str) -> list["Component"]:
        """The parts of a kind."""
        return [part for part in self.parts if part.name == name]


def assert_valid(file: bytes) -> Component:
    """The calendar, if the file is one by the standard."""
    calendar = nested(unfolded(file))
    assert calendar.name == "VCALENDAR"
    check(calendar)
    zones = [zone.value("TZID") for zone in calendar.all("VTIMEZONE")]
    assert len(zones) == len(set(zones)), "a zone is told twice"
    uids = Counter(event.value("UID") for event in calendar.all("VEVENT"))
    assert not [uid for uid, times in uids.items() if times > 1], "a UID stands twice"
    for event in calendar.all("VEVENT"):
        check_times(event, zones)
        assert calendar.value("METHOD") is None or event.value("ORGANIZER"), "PUBLISH demands an organizer (RFC 5546)"
    return calendar


def unfolded(file: bytes) -> list[str]:
    """The content lines (3.1): CRLF after each, none too long, each readable by itself."""
    assert file.endswith(b"\r\n")
    lines = file[:-2].split(b"\r\n")
    assert not [line for line in lines if b"\n" in line or b"\r" in line], "a line break that is no CRLF"
    assert not [line for line in lines if len(line) > LONGEST], "a line longer than 75 octets"
    assert not [line for line in lines if not line.strip()], "an empty line"
    whole: list[str] = []
    for line in (line.decode() for line in lines):  # a letter cut in two cannot be read
        if line.startswith((" ", "\t")):
            whole[-1] += line[1:]
        else:
            whole.append(line)
    return whole


def nested(lines: list[str]) -> Component:
    """The components, each begun and ended in order."""
    root = Component("")
    stack = [root]
    for line in lines:
        name, params, value = parsed(line)
        if name == "BEGIN":
            stack.append(Component(value))
        elif name == "END":
            done = stack.pop()
            assert done.name == value, f"{value} ends within {done.name}"
            stack[-1].parts.append(done)
        else:
            stack[-1].properties.append((name, params, value))
    assert stack == [root], "something is not ended"
    assert len(root.parts) == 1
    assert not root.properties
    return root.parts[0]


def parsed(line: str) -> tuple[str, dict[str, str], str]:
    """The name, the parameters and the value of a content line."""
    found = LINE.fullmatch(line)
    assert found, f"no content line: {line!r}"
    pairs = [(match["key"].upper(), match["value"].strip('"')) for match in re.finditer(";" + PARAM, found["params"])]
    assert len(pairs) == len(dict(pairs)), f"a parameter twice: {line!r}"
    return found["name"].upper(), dict(pairs), found["value"]


def check(component: Component) -> None:
    """What it holds, how often, and of what type; then its parts."""
    shape = COMPONENTS[component.name]
    times = Counter(name for name, _params, _value in component.properties)
    assert not shape.one - times.keys(), f"{component.name} lacks {shape.one - times.keys()}"
    assert not times.keys() - shape.one - shape.at_most_one, f"{component.name} has {times.keys()}"
    assert set(times.values()) <= {1}, f"{component.name} has one of these twice: {times}"
    for name, params, value in component.properties:
        assert params.keys() <= TAKES.get(name, set()), f"{name} has {params}"
        assert re.fullmatch(TYPES[PROPERTIES[name]], value), f"{name} is no {PROPERTIES[name]}: {value!r}"
    assert {part.name for part in component.parts} <= shape.parts
    assert component.parts or not shape.parts, f"{component.name} is empty"
    if component.value("REFRESH-INTERVAL"):  # it has no default type (RFC 7986, 5.7)
        assert component.params("REFRESH-INTERVAL") == {"VALUE": "DURATION"}
    for part in component.parts:
        check(part)


def check_times(event: Component, zones: list[str | None]) -> None:
    """Start and end are told alike, in UTC or by a zone that the file has, the end after the start."""
    kinds = []
    for name in ("DTSTART", "DTEND"):
        value, zone = event.value(name), event.params(name).get("TZID")
        assert value
        assert value.endswith("Z") == (zone is None), f"{name} is neither in UTC nor by a zone"
        assert zone is None or zone in zones, f"{zone} is not told"
        kinds.append(zone)
    assert kinds[0] == kinds[1], "start and end are not told alike"
    latitude, _semicolon, longitude = (event.value("GEO") or "0;0").partition(";")
    assert abs(float(latitude)) <= 90 and abs(float(longitude)) <= 180  # noqa: PT018 (degrees)
