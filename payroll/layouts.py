"""A file laid out by its columns: separated by a sign, or each as wide as it is said to be. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from payroll.columns import LINE_BREAK, UNWRITABLE, Column, Facts, Unfit
from people.exports import defused

UNSAFE = ("\r", "\n", "\0")


@dataclass(frozen=True, slots=True)
class Laid:
    """How the file is written. `separator` is empty where widths part the columns.

    `against_formulas` puts an apostrophe before what a spreadsheet would reckon with: only for files that people open.
    """

    columns: Sequence[Column]
    separator: str = ";"
    encoding: str = "ISO-8859-1"
    line_end: str = "\r\n"
    decimal_sign: str = ","
    with_heading: bool = False
    always_quoted: bool = False
    against_formulas: bool = False


def lines(laid: Laid, rows: Iterable[Facts]) -> Iterator[bytes]:
    """The file, line by line; `Unfit` if a row holds what it cannot."""
    if laid.with_heading:
        yield _encoded(laid, _joined(laid, [_heading(laid, column) for column in laid.columns]))
    for facts in rows:
        yield line(laid, facts)


def line(laid: Laid, facts: Facts) -> bytes:
    """One row, with its end."""
    cells = [column.cell(facts, laid.decimal_sign) for column in laid.columns]
    if any(sign in cell for cell in cells for sign in UNSAFE):
        raise Unfit(LINE_BREAK)
    return _encoded(laid, _joined(laid, cells))


def _heading(laid: Laid, column: Column) -> str:
    name = column.heading or column.source
    return name if laid.separator or not column.width else name[: column.width].ljust(column.width)


def _joined(laid: Laid, cells: Sequence[str]) -> str:
    if not laid.separator:
        return "".join(cells)
    return laid.separator.join(_quoted(laid, cell) for cell in cells)


def _quoted(laid: Laid, cell: str) -> str:
    cell = defused(cell) if laid.against_formulas and not _is_number(cell) else cell
    if laid.always_quoted or laid.separator in cell or '"' in cell:
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _is_number(cell: str) -> bool:
    """Hours that are taken back begin with a minus, and are to be reckoned with."""
    return cell.removeprefix("-").replace(",", "").replace(".", "").replace(":", "").isdecimal()


def _encoded(laid: Laid, text: str) -> bytes:
    try:
        return (text + laid.line_end).encode(laid.encoding)
    except UnicodeEncodeError as error:
        raise Unfit(UNWRITABLE, sign=error.object[error.start], encoding=laid.encoding) from error
