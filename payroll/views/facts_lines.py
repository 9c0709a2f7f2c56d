"""Lines of the plan in words: whose, which month or employment, from what to what, and what is wrong where."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from payroll.importing.fields import Value
from payroll.importing.plan import Line
from payroll.models import FactsLayout

KNOWN_BY = ("month", "reference")
"""What a line is about, rather than what it says."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A line as it is read. Whose it is, by employee number and name; of a row that was not understood nobody."""

    rows: str
    number: str
    name: str
    about: str
    words: Sequence[tuple[str, str]]


def shown(layout: FactsLayout, lines: Iterable[Line]) -> list[Shown]:
    """In words; asks nothing."""
    return [_of(layout, line) for line in lines]


def _of(layout: FactsLayout, line: Line) -> Shown:
    her = line.substitute
    rows = ", ".join(str(number) for number in line.numbers)
    about = [value(line.values[key], is_month=key == "month") for key in KNOWN_BY if line.values.get(key)]
    return Shown(rows, her.employee_number if her else "", str(her or ""), ", ".join(about), _words(layout, line))


def _words(layout: FactsLayout, line: Line) -> list[tuple[str, str]]:
    """What is wrong by the file's own headings, else what becomes what by ours."""
    if line.faults:
        return [(_place(layout, key), why) for key, why in line.faults.items()]
    if line.changes:
        return [(_called(key), _becomes(was, now)) for key, (was, now) in line.changes.items()]
    said = {key: each for key, each in line.values.items() if key not in KNOWN_BY and each not in {None, ""}}
    return [(_called(key), value(each)) for key, each in said.items()]


def _becomes(was: Value, now: Value) -> str:
    return _("%(was)s blir %(now)s") % {"was": value(was), "now": value(now)}


def _called(key: str) -> str:
    return str(capfirst(FactsLayout.label_of(key)))


def _place(layout: FactsLayout, key: str) -> str:
    place = layout.column_of(key)
    return _("Kolumn %(number)s") % {"number": place} if place.isdecimal() else place


def value(said: Value, *, is_month: bool = False) -> str:
    """12 345,50; 31 maj 2026; maj 2026; tomt."""
    if isinstance(said, Decimal):
        return number_format(said, 2, force_grouping=True)
    if isinstance(said, date):
        return date_format(said, "F Y" if is_month else "j F Y")
    return said or _("tomt")
