"""A table as a file: XLSX for people, CSV for machines. Row by row, so that memory does not grow with the number.

CSV is RFC 4180: UTF-8 without a mark, commas, CRLF. Its first line holds the columns' codes, which stay the same in
every language. A moment takes two columns, in UTC (`starts`) and as the clock showed in Sweden (`starts_local`).
In neither file is a text ever a formula.
"""

import csv
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import IO, Generic, Self, TypeVar

from django.http import FileResponse, Http404, HttpResponseBase, StreamingHttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from people.days import STOCKHOLM

Row = TypeVar("Row")
Cell = str | int | float | Decimal | date | datetime | None

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a text begins with that a spreadsheet takes for a formula, also as written full width."""

UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML, and so a workbook, cannot hold; openpyxl looks at some of it alone."""

LONGEST = 32_767  # characters that a cell of a spreadsheet holds
MOMENT, DAY = "yyyy-mm-dd hh:mm", "yyyy-mm-dd"


class Kind(Enum):
    """For whom the file is."""

    XLSX = "xlsx"
    CSV = "csv"

    @classmethod
    def named(cls, name: str) -> Self:
        """As an address names it; 404 if there is none."""
        try:
            return cls(name)
        except ValueError as error:
            raise Http404 from error


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its code for machines, its heading for people, and the cell of a row."""

    code: str
    heading: str
    of: Callable[[Row], Cell]
    width: int = 16  # characters, in XLSX
    moment: bool = False  # whether its cells are moments


def table_response(columns: Sequence[Column[Row]], rows: Iterable[Row], *, name: str, kind: Kind) -> HttpResponseBase:
    """The rows as a file that the browser saves as `name`, with the ending of its kind.

    Hand in a queryset as `rows.iterator(chunk_size=…)`: a queryset itself keeps every row that it has read.
    """
    if kind is Kind.CSV:
        return StreamingHttpResponse(
            _lines(columns, rows),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
        )
    return FileResponse(_workbook(columns, rows), as_attachment=True, filename=f"{name}.xlsx")


def writable(text: str) -> str:
    """What a cell of a workbook can hold of it."""
    return UNWRITABLE.sub("", text)[:LONGEST]


def defused(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would reckon with."""
    return f"'{text}" if text.startswith(FORMULA) else text


class _Echo:
    """What a CSV writer writes to: it answers with the line."""

    def write(self, line: str) -> str:
        return line


def _lines(columns: Sequence[Column[Row]], rows: Iterable[Row]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    codes = [[column.code, f"{column.code}_local"] if column.moment else [column.code] for column in columns]
    yield writer.writerow([code for pair in codes for code in pair])
    for row in rows:
        yield writer.writerow([text for column in columns for text in _texts(column, column.of(row))])


def _texts(column: Column[Row], cell: Cell) -> list[str]:
    if isinstance(cell, datetime):
        utc = cell.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        return [utc, cell.astimezone(STOCKHOLM).isoformat(timespec="seconds")]
    if column.moment:
        return ["", ""]
    if isinstance(cell, date):
        return [cell.isoformat()]
    return [defused(cell) if isinstance(cell, str) else "" if cell is None else str(cell)]


def _workbook(columns: Sequence[Column[Row]], rows: Iterable[Row]) -> IO[bytes]:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.freeze_panes = "A2"
    for number, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    headings = [_text(sheet, column.heading) for column in columns]
    for heading in headings:
        heading.font = Font(bold=True)
    sheet.append(headings)
    for row in rows:
        sheet.append([_cell(sheet, column.of(row)) for column in columns])
    file = tempfile.TemporaryFile()  # noqa: SIM115 (the answer closes it)
    book.save(file)
    file.seek(0)
    return file


def _cell(sheet: object, cell: Cell) -> object:
    if isinstance(cell, str):
        return _text(sheet, cell)
    if isinstance(cell, date):
        local = cell.astimezone(STOCKHOLM).replace(tzinfo=None) if isinstance(cell, datetime) else cell
        made = WriteOnlyCell(sheet, local)
        made.number_format = MOMENT if isinstance(cell, datetime) else DAY
        return made
    return cell


def _text(sheet: object, text: str) -> WriteOnlyCell:
    made = WriteOnlyCell(sheet, writable(text))
    made.data_type = "s"  # openpyxl would take "=1+1" for a formula
    return made
