"""A file that holds a table, as rows of text: XLSX, or CSV as Excel and payroll systems write it."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice

from django.utils.translation import gettext as _
from openpyxl import load_workbook

MOST_BYTES = 5 * 1024 * 1024
MOST_UNPACKED = 20 * MOST_BYTES
MOST_TAGS = 1_000_000
"""Of XML in a book, four to a cell: each is an object to whoever reads it, and packed a million are a few kilobytes."""

MOST_ROWS = 5000
MOST_COLUMNS = 100
"""A cell far to the right makes its whole row as wide: a small file would fill the memory with empty cells."""

A_PIECE = 1024 * 1024
DELIMITERS = ";\t,"

Row = tuple[int, list[str]]
"""The row's number in the file, from 1, and its cells."""


class Unreadable(ValueError):
    """The file holds no such table; why, in a sentence."""


def rows_of(content: bytes) -> list[Row]:
    """The rows that are not empty, the headings first; `Unreadable` if there are none, or too many."""
    if len(content) > MOST_BYTES:
        raise Unreadable(_("Filen är större än 5 MB. Dela den i flera."))
    cells = _xlsx(content) if content.startswith(b"PK") else _csv(content)
    rows = [(number, texts) for number, row in enumerate(cells, 1) if any(texts := [_text(cell) for cell in row])]
    if len(rows) < 2:  # noqa: PLR2004 (the headings, and somebody)
        raise Unreadable(_("Filen är tom. Första raden ska vara rubriker, och sedan en rad per avtal."))
    if len(rows) > MOST_ROWS + 1:
        raise Unreadable(_("Filen har fler än 5 000 rader. Dela den i flera."))
    return rows


def _xlsx(content: bytes) -> Iterator[Iterable[object]]:
    try:
        _can_be_unpacked(content)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        for row in islice(sheet.iter_rows(values_only=True), MOST_ROWS * 2):
            yield row[:MOST_COLUMNS]
    except Unreadable:
        raise
    except Exception as error:  # of a damaged or locked book each part of the reader complains in its own way
        raise Unreadable(_unreadable()) from error


def _can_be_unpacked(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = packed.infolist()
        if (
            sum(part.file_size for part in parts) > MOST_UNPACKED
            or sum(_tags(packed, part) for part in parts) > MOST_TAGS
        ):
            raise Unreadable(_("Filen är för stor när den packas upp. Spara bara tabellen i en ny fil."))


def _tags(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    with packed.open(part) as content:
        return sum(piece.count(b"<") for piece in iter(lambda: content.read(A_PIECE), b""))


def _csv(content: bytes) -> Iterator[list[str]]:
    text = _decoded(content)
    if "\x00" in text:
        raise Unreadable(_unreadable())
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    try:
        yield from islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), MOST_ROWS * 2)
    except csv.Error as error:
        raise Unreadable(_unreadable()) from error


def _unreadable() -> str:
    return _("Filen går inte att läsa. Spara den som XLSX eller CSV och försök igen.")


def _decoded(content: bytes) -> str:
    """UTF-8, UTF-16 with its mark, else as Swedish Windows writes."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _text(cell: object) -> str:
    """What the cell shows: a number that is whole has no decimals, and a day no clock."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).replace("\x00", "").split())
