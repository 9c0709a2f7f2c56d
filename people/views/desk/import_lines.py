"""The rows of a file of substitutes that cannot be read in, each with what is wrong in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from people.importing.columns import HEADINGS
from people.importing.plan import Line, What
from people.models import SubstituteImport

WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class FaultyRow:
    """A row as it was written, and what is wrong by column."""

    said: dict[str, str]
    faults: Mapping[str, str]

    @property
    def number(self) -> str:
        """Which row of the file."""
        return self.said["number"]

    @property
    def who(self) -> str:
        """Whose it is, as far as it says."""
        name = f"{self.said.get('first_name', '')} {self.said.get('last_name', '')}".strip()
        return name or self.said.get("employee_number", "")

    @property
    def by_heading(self) -> list[tuple[str, str]]:
        """What is wrong, by the heading of the column."""
        return [(HEADINGS.get(column, ""), words) for column, words in self.faults.items()]

    @property
    def in_words(self) -> str:
        """The same, as a text."""
        return " ".join(f"{heading}: {words}" if heading else words for heading, words in self.by_heading)


def faulty(lines: Iterable[Line]) -> list[FaultyRow]:
    """Those that would fail."""
    return [FaultyRow(dict(line.said), line.faults) for line in lines if line.what is What.FAULTY]


def failed(run: SubstituteImport) -> list[FaultyRow]:
    """Those that did; without the words of the file when those have gone."""
    rows = {str(row["number"]): row for row in run.rows}
    return [
        FaultyRow(rows.get(str(fault["number"]), {"number": str(fault["number"])}), fault["faults"])
        for fault in run.outcome["faulty"]
    ]
