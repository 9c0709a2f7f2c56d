"""A file that holds a table, as rows of text: XLSX, or CSV as Excel and payroll systems write it."""

import codecs
import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Shape:
    """What is known of a file beforehand; what is empty is found out by looking at it."""

    encoding: str = ""
    delimiter: str = ""
    most_rows: int = MOST_ROWS


ANY = Shape()


def rows_of(content: bytes) -> list[Row]:
    """The rows that are not empty, the headings first; `Unreadable` if there are none, or too many."""
    rows = rows_in(content, ANY)
    if len(rows) < 2:  # noqa: PLR2004 (the headings, and somebody)
        raise Unreadable(_("Filen är tom. Första raden ska vara rubriker, och sedan en rad per avtal."))
    return rows


def rows_in(content: bytes, shape: Shape) -> list[Row]:
    """The rows that are not empty, whatever they are; `Unreadable` if they are too many, or no table."""
    if len(content) > MOST_BYTES:
        raise Unreadable(_("Filen är större än 5 MB. Dela den i flera."))
    cells = _xlsx(content, shape) if is_book(content) else _csv(content, shape)
    rows = [(number, texts) for number, row in enumerate(cells, 1) if any(texts := [_text(cell) for cell in row])]
    if len(rows) > shape.most_rows + 1:
        most = f"{shape.most_rows:,}".replace(",", " ")
        raise Unreadable(_("Filen har fler än %(most)s rader. Dela den i flera.") % {"most": most})
    return rows


def is_book(content: bytes) -> bool:
    """Whether it is XLSX; else it is CSV, if anything."""
    return content.startswith(b"PK")


def _xlsx(content: bytes, shape: Shape) -> Iterator[Iterable[object]]:
    try:
        _can_be_unpacked(content)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        for row in islice(sheet.iter_rows(values_only=True), shape.most_rows * 2):
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


def _csv(content: bytes, shape: Shape) -> Iterator[list[str]]:
    text = _decoded(content, shape.encoding)
    if "\x00" in text:
        raise Unreadable(_unreadable())
    first = text.partition("\n")[0]
    delimiter = shape.delimiter or max(DELIMITERS, key=first.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        yield from islice((line[:MOST_COLUMNS] for line in lines), shape.most_rows * 2)
    except csv.Error as error:
        raise Unreadable(_unreadable()) from error


def _unreadable() -> str:
    return _("Filen går inte att läsa. Spara den som XLSX eller CSV och försök igen.")


def _decoded(content: bytes, encoding: str) -> str:
    """UTF-8, UTF-16 with its mark, else as Swedish Windows writes. A mark says more than whoever named an encoding."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if encoding and not content.startswith(codecs.BOM_UTF8):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError as error:
            raise Unreadable(_("Filen är inte skriven med den teckenkodning som är vald.")) from error
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
