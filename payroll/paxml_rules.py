"""What a PAXml 2.0 file must be, a row for each rule: of the schema, or of its text alone. Pure.

Our own words for the facts of the format; the schema itself is its owner's. `faults` names every rule that
a file breaks, and where.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import IO
from xml.etree.ElementTree import Element

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from payroll.paxml import LONGEST_COMPANY_NUMBER
from payroll.paxml_codes import ABSENCE, CODES, PRESENCE
from payroll.paxml_reading import Unreadable, elements
from payroll.paxml_values import each_once, has, in_order, is_date, is_decimal, is_integer, is_moment, tags, text

PARTS = (
    "header", "dimensioner", "resultatenheter", "koder", "resetransaktioner", "tidtransaktioner", "lonetransaktioner",
    "schematransaktioner", "personal", "loneutbetalning", "saldon",
)  # fmt: skip
WHEN = ("datum", "datumfrom", "datumtom", "starttid", "sluttid")
CHILDREN = (
    "tidkod", *WHEN, "timmar", "omfattning", "barn", "samlingsid", "semgrund", "kontonr", "kundnr", "resenheter",
    "info",
)  # fmt: skip
BETWEEN = ("tidtrans", "attesterat", "klar")
WAYS = ((), ("datum",), ("datumfrom", "datumtom"), ("starttid", "sluttid"))
PERSONNUMMER, LONGEST_UNIT, MOST_DIMENSIONS, ALL = 12, 10, 99, 100


@dataclass(frozen=True, slots=True)
class Rule:
    """`holds` answers for each element by the name `where`. `by` is the schema, or the text that goes with it."""

    code: str
    where: str
    words: str | Promise
    holds: Callable[[Element], bool]
    by: str = "schema"


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that is broken; `place` is the postid of the row, or empty."""

    code: str
    words: str | Promise
    place: str = ""

    def __str__(self) -> str:
        return f"{self.words} ({self.code}{', postid ' + self.place if self.place else ''})"


def _named(element: Element) -> bool:
    return bool(element.get("anstid", "").strip() or element.get("persnr", "").strip())


def _ends_after_it_starts(row: Element) -> bool:
    starts, ends = text(row, "starttid"), text(row, "sluttid")
    if not (is_moment(starts) and is_moment(ends)):
        return True  # another rule's
    first, last = datetime.fromisoformat(starts), datetime.fromisoformat(ends)
    return (first.tzinfo is None) != (last.tzinfo is None) or first < last


def _all(row: Element, names: tuple[str, ...], right: Callable[[str], bool]) -> bool:
    return all(right(text(row, name)) for name in names if has(row, name))


def _absence_is_stated_as_absence(row: Element) -> bool:
    on_a_day = has(row, "datum", "timmar") and not has(row, "omfattning")
    over_days = has(row, "datumfrom", "datumtom", "omfattning") and not has(row, "timmar")
    return text(row, "tidkod") not in ABSENCE or on_a_day or over_days


def _presence_is_hours(row: Element) -> bool:
    stated = has(row, "timmar") or has(row, "starttid", "sluttid")
    return text(row, "tidkod") not in PRESENCE or (stated and not has(row, "omfattning"))


def _one_extent(row: Element) -> bool:
    return not has(row, "timmar", "omfattning") and _all(
        row, ("omfattning",), lambda said: is_decimal(said) and 0 <= float(said) <= ALL
    )


RULES = (
    Rule("root", "", _("Filen ska vara en paxml."), lambda root: root.tag == "paxml"),
    Rule("header_required", "paxml", _("Filen ska ha ett header."), lambda root: has(root, "header")),
    Rule("parts_once", "paxml", _("Varje del får finnas högst en gång."), each_once),
    Rule("parts_known", "paxml", _("Filen har en del som inte finns i formatet."),
         lambda root: set(tags(root)) <= set(PARTS)),
    Rule("parts_in_order", "paxml", _("Delarna ska stå i formatets ordning."), lambda root: in_order(root, PARTS)),
    Rule("version", "header", _("Versionen ska vara 2.0."), lambda head: text(head, "version") == "2.0"),
    Rule("header_once", "header", _("Varje uppgift i header får stå högst en gång."), each_once),
    Rule(
        "company_number", "header", _("Organisationsnumret får ha högst 12 tecken."),
        lambda head: len(text(head, "foretagorgnr")) <= LONGEST_COMPANY_NUMBER,
    ),
    Rule("header_date", "header", _("Datum i header ska vara en dag."),
         lambda head: _all(head, ("datum",), _is_day_or_moment)),
    Rule("code_named", "kod", _("En kod ska ha id och namn."), lambda code: bool(code.get("id") and code.get("namn"))),
    Rule("not_empty", "tidtransaktioner", _("Tidtransaktioner får inte vara tomt."), lambda times: len(times) > 0),
    Rule(
        "known_rows", "tidtransaktioner", _("Bara tidtrans, attesterat och klar får stå bland tidtransaktioner."),
        lambda times: set(tags(times)) <= set(BETWEEN),
    ),
    Rule(
        "time_last", "tidtransaktioner", _("Attesterat och klar ska stå före en tidtrans, aldrig sist."),
        lambda times: not tags(times) or tags(times)[-1] not in {"attesterat", "klar"},
    ),
    Rule("attested_whose", "attesterat", _("Attesterat ska säga vem."), lambda e: bool(e.get("anstid"))),
    Rule("attested_until", "attesterat", _("Attesterat ska säga till och med."),
         lambda mark: is_date(mark.get("datumtom", ""))),
    Rule("ready_whose", "klar", _("Klar ska säga vem."), lambda e: bool(e.get("anstid"))),
    Rule("ready_until", "klar", _("Klar ska säga till och med."), lambda e: is_date(e.get("datumtom", ""))),
    Rule(
        "row_number", "tidtrans", _("Postid ska vara ett heltal."),
        lambda row: "postid" not in row.attrib or is_integer(row.get("postid", "")),
    ),
    Rule("row_whose", "tidtrans", _("Raden ska ha anstid eller persnr."), _named, by="text"),
    Rule(
        "personnummer", "tidtrans", _("Ett personnummer ska ha exakt 12 tecken, utan streck."),
        lambda row: "persnr" not in row.attrib or _is_personnummer(row.get("persnr", "")),
    ),
    Rule("children_known", "tidtrans", _("Raden har en uppgift som inte finns i formatet."),
         lambda row: set(tags(row)) <= set(CHILDREN)),
    Rule("children_once", "tidtrans", _("Varje uppgift på en rad får stå högst en gång."), each_once),
    Rule("children_in_order", "tidtrans", _("Uppgifterna på en rad ska stå i formatets ordning."),
         lambda row: in_order(row, CHILDREN)),
    Rule("code_required", "tidtrans", _("Raden ska ha en tidkod."), lambda row: bool(text(row, "tidkod"))),
    Rule("code_known", "tidtrans", _("Tidkoden finns inte i formatet."),
         lambda row: not text(row, "tidkod") or text(row, "tidkod") in CODES),
    Rule("one_way", "tidtrans", _("Raden ska ange tid på ett enda sätt: dag, dagar eller start och slut."),
         lambda row: tuple(tag for tag in WHEN if has(row, tag)) in WAYS),
    Rule("dates", "tidtrans", _("En dag ska skrivas som 2026-12-24."), lambda row: _all(row, WHEN[:3], is_date)),
    Rule("moments", "tidtrans", _("Start och slut ska skrivas som 2026-12-24T07:00:00."),
         lambda row: _all(row, WHEN[3:], is_moment)),
    Rule("forwards", "tidtrans", _("Raden slutar innan den börjar."), _ends_after_it_starts, by="text"),
    Rule("hours", "tidtrans", _("Timmar ska vara ett tal."), lambda row: _all(row, ("timmar",), is_decimal)),
    Rule("one_extent", "tidtrans", _("Raden ska ha timmar eller omfattning i procent, inte båda."), _one_extent),
    Rule("hours_or_clock", "tidtrans", _("Start och slut får inte stå tillsammans med timmar eller omfattning."),
         lambda row: not (has(row, "starttid") and (has(row, "timmar") or has(row, "omfattning"))), by="text"),
    Rule("presence", "tidtrans", _("Närvaro anges bara i timmar."), _presence_is_hours, by="text"),
    Rule("absence", "tidtrans", _("Frånvaro anges i timmar en dag, eller i procent från en dag till en annan."),
         _absence_is_stated_as_absence, by="text"),
    Rule("dimension", "resenhet", _("Dimensionen ska vara 1–99."),
         lambda unit: is_integer(unit.get("dim", "")) and 1 <= int(unit.get("dim", "")) <= MOST_DIMENSIONS),
    Rule("unit", "resenhet", _("En resultatenhets id får ha högst 10 tecken."),
         lambda unit: 1 <= len(unit.get("id", "")) <= LONGEST_UNIT),
)  # fmt: skip

BY_PLACE = {where: [rule for rule in RULES if rule.where == where] for where in {rule.where for rule in RULES}}


def faults(file: IO[bytes]) -> Iterator[Fault]:
    """Each rule that is broken, in the order of the file."""
    last: Element | None = None
    try:
        for element in elements(file):
            yield from _of(element, element.tag)
            last = element
    except Unreadable:
        yield Fault("unreadable", _("Filen går inte att läsa som XML."))
        return
    if last is not None:
        yield from _of(last, "")


def _of(element: Element, where: str) -> Iterator[Fault]:
    for rule in BY_PLACE.get(where, ()):
        if not rule.holds(element):
            yield Fault(rule.code, rule.words, element.get("postid", ""))


def _is_day_or_moment(said: str) -> bool:
    return is_date(said) or is_moment(said)


def _is_personnummer(said: str) -> bool:
    return len(said) == PERSONNUMMER and said.isascii() and said.isdecimal()
