"""A table of figures: the same cells on the page and in the file, so that what one hides the other hides too."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from django.utils.translation import gettext as _

from booking.templatetags.charts import number
from people.exports import Cell, Column

Row = TypeVar("Row")


class Said(NamedTuple):
    """A cell as the page says it."""

    text: str
    is_number: bool


@dataclass(frozen=True, slots=True)
class Shown(Generic[Row]):
    """A column: its code for machines, its heading, the cell of a row, and how the page says that."""

    code: str
    heading: str
    of: Callable[[Row], Cell]
    says: Callable[[Any], str] | None = None
    is_number: bool = True
    unit: str = ""  # of the number in the file, where the page says it with the number

    def cell(self, row: Row) -> Said:
        """What the page says."""
        cell = self.of(row)
        if self.says and not isinstance(cell, str):
            return Said(self.says(cell), self.is_number)
        plain = number(cell) if isinstance(cell, int | float) else "–" if cell is None else str(cell)
        return Said(plain, self.is_number)

    @property
    def column(self) -> Column[Row]:
        """The same in a file."""
        heading = f"{self.heading}, {self.unit}" if self.unit else self.heading
        return Column(self.code, heading, self.of, width=18 if self.is_number else 32)


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Row]):
    """A table, by the code that its file is asked for with; the first column names the row."""

    code: str
    title: str
    columns: Sequence[Shown[Row]]
    rows: Sequence[Row]
    hides: bool = False

    def lines(self) -> Iterator[tuple[str, list[Said], Row]]:
        """Each row: what it is called, its other cells, and itself."""
        name, *others = self.columns
        for row in self.rows:
            yield name.cell(row).text, [column.cell(row) for column in others], row

    @property
    def headings(self) -> list[Said]:
        """Of the columns."""
        return [Said(column.heading, column.is_number) for column in self.columns]


def hidden(value: int | None) -> Cell:
    """The figure, or that it is not told."""
    return _("döljs") if value is None else value


def too_few(value: float | None) -> Cell:
    """The figure, or why it is not told."""
    return _("färre än 5") if value is None else value
