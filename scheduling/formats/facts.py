"""What the schedule says of one shift, and what the portal says of a booked one. Pure."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Self

from django.utils.translation import gettext as _

from booking.period import STOCKHOLM, Period
from scheduling.formats.clock import Unclear, moment

RESOURCE, ACUTE = "resource", "acute_resource"
KINDS: Mapping[str, str] = {
    "resurspass": RESOURCE, "resource": RESOURCE, "akut resurstid": ACUTE, "akut resurspass": ACUTE,
    "acute_resource": ACUTE,
}  # fmt: skip
"""What each kind is called, in small letters: Swedish in files, and as our own tables say it."""

LONGEST = {RESOURCE: timedelta(hours=25), ACUTE: timedelta(days=7)}
"""A shift is at most a day, the night the clock is put back; times are moved within a week at most."""

EARLIEST, LATEST = 2020, 2100
MOST = 2000
"""Facts in a file or a message."""

LONGEST_ID, LONGEST_NUMBER, LONGEST_CODE, MOST_CODES = 120, 20, 40, 50
HIGHEST_VERSION = 2**31 - 1


class Unreadable(ValueError):
    """It holds no such facts at all; why, in a sentence."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One shift of the schedule. `fault` says in a sentence why it cannot be understood; then nothing else counts.

    `version` is the schedule's own count of how often it has been changed; none if it does not say. `gives_time` is
    none if it is as agreed for the kind. A shift that is withdrawn may lack all but its id.
    """

    line: int
    external_id: str = ""
    employee_number: str = ""
    kind: str = ""
    period: Period | None = None
    gives_time: bool | None = None
    workplaces: tuple[str, ...] = ()
    version: int | None = None
    withdrawn: bool = False
    fault: str = ""

    def as_kept(self) -> dict[str, Any]:
        """As JSON keeps it."""
        times = [self.period.starts.isoformat(), self.period.ends.isoformat()] if self.period else None
        kept = {name: getattr(self, name) for name in self.__slots__ if name != "period"}
        return kept | {"workplaces": list(self.workplaces), "period": times}

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Self:
        """As it was kept."""
        times = kept["period"]
        period = Period(*(moment(text, "") for text in times)) if times else None
        return cls(**{**kept, "period": period, "workplaces": tuple(kept["workplaces"])})


def checked(fact: Fact) -> Fact:
    """The fact, or the same with what is wrong with it."""
    fault = _fault(fact)
    return Fact(fact.line, fact.external_id, fault=fault) if fault else fact


def faulty(line: int, why: object, external_id: str = "") -> Fact:
    """One that could not be read."""
    return Fact(line, external_id[:LONGEST_ID], fault=str(why))


def _fault(fact: Fact) -> str:
    if fact.fault:
        return fact.fault
    if not fact.external_id or len(fact.external_id) > LONGEST_ID or not fact.external_id.isprintable():
        return _("Skriv passets id i schemat, högst %(n)d tecken.") % {"n": LONGEST_ID}
    if fact.version is not None and not 0 <= fact.version <= HIGHEST_VERSION:
        return _("Versionen är ett heltal från 0.")
    return "" if fact.withdrawn else _said_badly(fact)


def _said_badly(fact: Fact) -> str:
    period, codes = fact.period, fact.workplaces
    if not fact.employee_number or len(fact.employee_number) > LONGEST_NUMBER:
        return _("Skriv anställningsnumret.")
    if fact.kind not in LONGEST:
        return _("Slaget ska vara Resurspass eller Akut resurstid.")
    if len(codes) > MOST_CODES or any(len(code) > LONGEST_CODE for code in codes):
        return _("Det är för många eller för långa koder för arbetsplatser.")
    return _("Skriv när passet börjar och slutar.") if period is None else _timed_badly(fact.kind, period)


def _timed_badly(kind: str, period: Period) -> str:
    if period.length > LONGEST[kind]:
        return _("Passet är för långt. Ett resurspass är högst ett dygn, akut resurstid högst en vecka.")
    is_near = EARLIEST <= period.starts.year <= LATEST
    return "" if is_near else _("Passet ligger för långt bort i tiden.")


def period_of(starts: str, ends: str, offset: str = "") -> Period:
    """From what is written of both; `Unclear` says in a sentence why it is none."""
    begins, over = moment(starts, offset), moment(ends, offset)
    if begins >= over:
        raise Unclear(_("Passet slutar innan det börjar."))
    return Period(begins, over)


def yes_or_no(text: str) -> bool | None:
    """Ja, nej, or nothing said."""
    said = {"": None, "ja": True, "j": True, "1": True, "true": True, "nej": False, "n": False, "0": False,
            "false": False}  # fmt: skip
    if (word := text.strip().casefold()) not in said:
        raise Unclear(_("Skriv Ja eller Nej."))
    return said[word]


def whole(text: str) -> int | None:
    """A version as it is written."""
    if not text.strip():
        return None
    if not (text.isascii() and text.strip().isdecimal()) or len(text) > len(str(HIGHEST_VERSION)):
        raise Unclear(_("Versionen är ett heltal från 0."))
    return int(text)


@dataclass(frozen=True, slots=True)
class Booked:
    """What the portal says of one booked shift, to the schedule of who has it. `booking` is the portal's stable id.

    `version` rises by one for each time that something else is said of it.
    """

    booking: str
    version: int
    is_off: bool
    employee_number: str
    period: Period
    break_minutes: int
    workplace: str
    workplace_code: str
    occupation: str
    gives_time: bool
    shifts: Sequence[str] = ()
    """The schedule's own ids of the resource time that it lies in."""

    def as_said(self) -> dict[str, Any]:
        """As JSON says it, in Stockholm's time with its offset."""
        starts, ends = (at.astimezone(STOCKHOLM).isoformat() for at in (self.period.starts, self.period.ends))
        return {
            "id": self.booking,
            "version": self.version,
            "state": "cancelled" if self.is_off else "booked",
            "employee_number": self.employee_number,
            "starts": starts,
            "ends": ends,
            "break_minutes": self.break_minutes,
            "workplace": self.workplace,
            "workplace_code": self.workplace_code,
            "occupation": self.occupation,
            "gives_time": self.gives_time,
            "shifts": list(self.shifts),
        }

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> Self:
        """As it was said."""
        told = {name: said[name] for name in cls.__slots__ if name in said}
        period = period_of(said["starts"], said["ends"])
        return cls(**told, booking=said["id"], is_off=said["state"] == "cancelled", period=period)


def mark_of(said: Mapping[str, Any], *keys: object) -> str:
    """The same as long as nothing that the schedule goes by is another: not for its version, nor for a new name."""
    beside = {"version", "workplace", "workplace_code", "occupation", "shifts"}
    told = [[name, said[name]] for name in sorted(said) if name not in beside]
    return hashlib.sha256(json.dumps([told, [str(key) for key in keys]]).encode()).hexdigest()
