"""Shifts of the schedule from a table: CSV as Excel and scheduling systems write it. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from people.importing import columns, tables
from people.importing.columns import Column
from people.importing.tables import Shape
from people.importing.tables import Unreadable as NoTable
from scheduling.formats.clock import Unclear
from scheduling.formats.facts import KINDS, MOST, Fact, Unreadable, checked, faulty, period_of, whole, yes_or_no

COLUMNS = (
    Column("external_id", "Pass-id", also=("schemapass", "id", "shift id")),
    Column("employee_number", "Anställningsnummer", also=("anstnr", "anst.nr", "employee number")),
    Column("kind", "Slag", also=("typ", "kind")),
    Column("starts", "Från", also=("börjar", "start", "from")),
    Column("ends", "Till", also=("slutar", "slut", "to")),
    Column("gives_time", "Ger tid", also=("timbank", "tidbank", "gives time"), needed=False),
    Column("workplaces", "Arbetsplatser", also=("arbetsplatskoder", "workplaces"), needed=False),
    Column("version", "Version", also=("ändring",), needed=False),
    Column("state", "Status", also=("state",), needed=False),
    Column("offset", "UTC", also=("skillnad mot UTC", "offset"), needed=False),
)
WITHDRAWN = {"borttaget", "borttagen", "avbokat", "struket", "cancelled"}
STANDS = {"", "gäller", "planerat", "confirmed"}


def read(content: bytes) -> list[Fact]:
    """A fact for each row, by its number in the file; `Unreadable` if it is no such table."""
    try:
        rows = tables.rows_in(content, Shape(most_rows=MOST))
        if not rows:
            raise Unreadable(_("Filen är tom. Första raden ska vara rubriker."))
        places = columns.by_position(rows[0][1], COLUMNS)
    except NoTable as fault:
        raise Unreadable(str(fault)) from fault
    return [_fact(number, _said(cells, places)) for number, cells in rows[1:]]


def _said(cells: Sequence[str], places: Mapping[int, str]) -> dict[str, str]:
    empty = {column.key: "" for column in COLUMNS}
    return empty | {key: cells[place] if place < len(cells) else "" for place, key in places.items()}


def _fact(line: int, said: Mapping[str, str]) -> Fact:
    try:
        return checked(_understood(line, said))
    except Unclear as why:
        return faulty(line, why, said["external_id"])


def _understood(line: int, said: Mapping[str, str]) -> Fact:
    state = said["state"].casefold()
    if state not in WITHDRAWN | STANDS:
        raise Unclear(_("Status ska vara tom, Gäller eller Borttaget."))
    told: dict[str, Any] = {"external_id": said["external_id"], "version": whole(said["version"])}
    if state in WITHDRAWN:
        return Fact(line, **told, employee_number=said["employee_number"], withdrawn=True)
    return Fact(
        line,
        **told,
        employee_number=said["employee_number"],
        kind=KINDS.get(said["kind"].casefold(), ""),
        period=period_of(said["starts"], said["ends"], said["offset"]),
        gives_time=yes_or_no(said["gives_time"]),
        workplaces=tuple(filter(None, (code.strip() for code in said["workplaces"].split(",")))),
    )
