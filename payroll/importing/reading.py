"""What each row of a file says, by the layout: values as JSON keeps them, and what is wrong in words.

A personnummer is made into what its key makes of it before anything is kept.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Self

from django.conf import settings
from django.utils.translation import gettext as _

from payroll.importing import fields
from payroll.importing.fields import Field
from payroll.importing.written import Unwritten, Written
from payroll.models import FactsLayout
from people import personnummer
from people.importing import columns, tables
from people.importing.columns import Column
from people.importing.tables import Shape, Unreadable

MOST_ROWS = 20_000
PERSON = "person"
LONGEST_NUMBER = 20  # as the substitute's own field
DELIMITERS = {"tab": "\t"}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the file: its number there, whose it is, its values by field, and its faults by field.

    `person` is the employee number in small letters, or what each of our keys makes of the personnummer.
    """

    number: int
    person: Sequence[str]
    values: Mapping[str, str | None] = field(default_factory=dict)
    faults: Mapping[str, str] = field(default_factory=dict)

    def as_kept(self) -> dict[str, Any]:
        """As JSON keeps it."""
        return asdict(self)

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Self:
        """As it was kept."""
        return cls(**kept)


def read(content: bytes, layout: FactsLayout, *, today: date) -> list[Row]:
    """The rows of the file; `Unreadable` if it is none of that layout."""
    delimiter = DELIMITERS.get(layout.delimiter, layout.delimiter)
    rows = tables.rows_in(content, Shape(layout.encoding, delimiter, MOST_ROWS))
    headings = rows.pop(0)[1] if rows and layout.has_headings else []
    if not rows:
        raise Unreadable(_("Filen har inga rader."))
    places = _places(headings, layout)
    written = Written(layout.decimal_sign, layout.days, spreadsheet=tables.is_book(content))
    wanted = fields.in_file(layout)
    return [_row(number, _said(cells, places), layout, wanted, written, today) for number, cells in rows]


def _places(headings: Sequence[str], layout: FactsLayout) -> dict[str, int]:
    """Where in a row each field stands, from 0; `Unreadable` if a heading is not there, or there twice."""
    said = {key: layout.column_of(key) for key in (PERSON, *(each.key for each in fields.in_file(layout)))}
    numbered = {key: int(place) - 1 for key, place in said.items() if place.isdecimal()}
    named = [Column(key, place) for key, place in said.items() if key not in numbered]
    return numbered | {key: place for place, key in columns.by_position(headings, named).items()}


def _said(cells: Sequence[str], places: Mapping[str, int]) -> dict[str, str]:
    return {key: cells[place] if place < len(cells) else "" for key, place in places.items()}


def _row(
    number: int,
    said: Mapping[str, str],
    layout: FactsLayout,
    wanted: Iterable[Field],
    written: Written,
    today: date,
) -> Row:
    values: dict[str, str | None] = {}
    faults: dict[str, str] = {}
    for each in wanted:
        try:
            values[each.key] = fields.plain(fields.understood(each, said[each.key], written, today=today))
        except Unwritten as problem:
            faults[each.key] = str(problem)
    person, fault = _person(said[PERSON], layout)
    if fault:
        faults[PERSON] = fault
    since, until = values.get("since"), values.get("until")
    if since and until and until < since:
        faults["until"] = _("Sista dagen kan inte ligga före den första.")
    return Row(number, person, values, faults)


def _person(text: str, layout: FactsLayout) -> tuple[list[str], str]:
    """By what she is known, and what is wrong with it."""
    digits = personnummer.normal(text)
    if layout.person_by == FactsLayout.PersonBy.PERSONNUMMER:
        if digits is None:
            return [], _("Skriv personnumret med tolv siffror.")
        return [personnummer.keyed(digits, key) for key in settings.PERSONNUMMER_KEYS], ""
    if digits:
        return [], _("Här står ett personnummer. Lönefilen säger anställningsnummer.")
    if not text or len(text) > LONGEST_NUMBER:
        return [], _("Skriv anställningsnumret.")
    return [text.casefold()], ""
