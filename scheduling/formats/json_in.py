"""Shifts of the schedule from a message. Pure.

`{"event": "…", "shifts": [{"id", "version", "employee_number", "kind", "starts", "ends", "gives_time", "workplaces",
"withdrawn"}, …]}`: times as ISO 8601, with an offset or by Stockholm's clock.
"""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from scheduling.formats.clock import Unclear
from scheduling.formats.facts import KINDS, MOST, Fact, Unreadable, checked, faulty, period_of

LONGEST_EVENT = 120


class Event(NamedTuple):
    """By what it is known again, and what it says."""

    key: str
    facts: list[Fact]


def read(body: bytes) -> Event:
    """What the message says; `Unreadable` if it is no such message."""
    try:
        said = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Unreadable(_("Meddelandet är inte JSON.")) from error
    key, shifts = (said.get("event"), said.get("shifts")) if isinstance(said, dict) else (None, None)
    if not isinstance(key, str) or not 0 < len(key) <= LONGEST_EVENT or not key.isprintable():
        raise Unreadable(_("Meddelandet saknar händelsens id."))
    if not isinstance(shifts, list) or len(shifts) > MOST:
        raise Unreadable(_("Meddelandet saknar pass, eller har för många."))
    return Event(key, [_fact(number, one) for number, one in enumerate(shifts, 1)])


def _fact(line: int, said: object) -> Fact:
    if not isinstance(said, dict):
        return faulty(line, _("Passet är inte ett objekt."))
    try:
        return checked(_understood(line, said))
    except Unclear as why:
        return faulty(line, why, _text(said, "id", careful=False))


def _understood(line: int, said: Mapping[str, Any]) -> Fact:
    version, withdrawn, gives = said.get("version"), said.get("withdrawn", False), said.get("gives_time")
    if isinstance(version, bool) or not isinstance(version, int | None):
        raise Unclear(_("Versionen är ett heltal från 0."))
    if not isinstance(withdrawn, bool) or not isinstance(gives, bool | None):
        raise Unclear(_("Skriv true eller false."))
    codes = said.get("workplaces") or []
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        raise Unclear(_("Arbetsplatser är en lista av koder."))
    known: dict[str, Any] = {
        "external_id": _text(said, "id"),
        "version": version,
        "employee_number": _text(said, "employee_number"),
    }
    if withdrawn:
        return Fact(line, **known, withdrawn=True)
    return Fact(
        line,
        **known,
        kind=KINDS.get(_text(said, "kind").casefold(), ""),
        period=period_of(_text(said, "starts"), _text(said, "ends")),
        gives_time=gives,
        workplaces=tuple(code.strip() for code in codes),
    )


def _text(said: Mapping[str, Any], name: str, *, careful: bool = True) -> str:
    value = said.get(name, "")
    if isinstance(value, str) and "\x00" not in value:
        return value.strip()
    if careful:
        raise Unclear(_("%(name)s ska vara text.") % {"name": name})
    return ""
