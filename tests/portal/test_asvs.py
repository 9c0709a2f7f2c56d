"""The table of ASVS names what exists, and is whole where it says so."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TABLE = (ROOT / "docs" / "security" / "asvs.md").read_text()
NAMED = re.compile(
    r"`((?:tests|docs|portal|people|booking|messaging|intyg|static|pyproject|requirements|package)[\w./-]*)`"
)
ROW = re.compile(r"^\| ([\d., –]+) \| (.+) \| (.+) \|$", re.MULTILINE)
WHOLE = {
    "2.3": 4, "2.4": 1, "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4,
    "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2, "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1,
}  # fmt: skip
"""How many requirements of levels 1 and 2 each section has: the first so many of it."""


@pytest.mark.parametrize("name", sorted(set(NAMED.findall(TABLE))))
def test_whatever_is_named_exists(name):
    assert (ROOT / name).exists()


@pytest.mark.parametrize(("section", "many"), WHOLE.items())
def test_the_sections_are_whole(section, many):
    rows = [number for number, _what, _by in ROW.findall(TABLE) if number.startswith(f"{section}.")]

    assert rows == [f"{section}.{number}" for number in range(1, many + 1)]


def test_every_row_says_what_shows_it_or_that_nothing_does():
    rows = ROW.findall(TABLE)

    assert len(rows) > 150
    assert [number for number, _what, by in rows if len(by.strip()) < len("saknas")] == []
