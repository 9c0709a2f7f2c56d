"""The table of ASVS has every requirement of levels 1 and 2, and names what exists."""

import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TABLE = (ROOT / "docs" / "security" / "asvs.md").read_text()
NAMED = re.compile(
    r"`((?:tests|docs|portal|people|booking|messaging|intyg|static|pyproject|requirements|package)[\w./-]*)(?:::(\w+))?`"
)
ROW = re.compile(r"^\| ([\d., –]+) \| (.+) \| (.+) \|$", re.MULTILINE)
NUMBER = re.compile(r"(\d+)\.(\d+)\.(\d+)(?:–(\d+)\.(\d+)\.(\d+))?")
HEADING = re.compile(r"^##+ (.+)$", re.MULTILINE)
LEVELS_1_AND_2 = {
    "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2, "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1, "3.2": 2, "3.3": 4,
    "3.4": 6, "3.5": 5, "3.7": 2, "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4, "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3,
    "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4, "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5,
    "7.5": 2, "7.6": 2, "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1, "9.1": 3, "9.2": 4, "10.1": 2, "10.2": 2, "10.3": 4,
    "10.4": 11, "10.5": 5, "10.6": 2, "10.7": 3, "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1,
    "12.1": 3, "12.2": 2, "12.3": 4, "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5, "14.1": 2, "14.2": 4, "14.3": 3,
    "15.1": 3, "15.2": 3, "15.3": 7, "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3, "17.1": 1, "17.2": 4,
    "17.3": 2,
}  # fmt: skip
"""How many requirements of levels 1 and 2 each section has: the first so many of it."""

WHOLE = ("6.", "7.", "8.", "2.3.", "2.4.")
MISSING = "**saknas**"
MAY_LACK = {"5.4.3", "13.2.1", "13.2.2"}
"""Those of which something is left, each with its reason in the table."""


@cache
def named_in(path: Path) -> set[str]:
    return set(re.findall(r"^def (test_\w+)", path.read_text(), re.MULTILINE))


def numbers_in(text: str) -> set[str]:
    """Each number, those between two with a dash as well."""
    found = set()
    for chapter, section, first, _chapter, _section, last in NUMBER.findall(text):
        found |= {f"{chapter}.{section}.{number}" for number in range(int(first), int(last or first) + 1)}
    return found


def is_there(name: str, test: str) -> bool:
    return (ROOT / name).exists() and (not test or test in named_in(ROOT / name))


@pytest.mark.parametrize(("name", "test"), sorted(set(NAMED.findall(TABLE))))
def test_whatever_is_named_exists(name, test):
    assert is_there(name, test)


def test_what_does_not_exist_is_seen():
    assert not is_there("tests/portal/test_asvs.py", "test_that_there_is_none_of")
    assert not is_there("tests/portal/test_none.py", "")
    assert NAMED.findall("`tests/a.py::test_b`") == [("tests/a.py", "test_b")]


@pytest.mark.parametrize(("section", "many"), LEVELS_1_AND_2.items())
def test_each_requirement_is_in_the_table_or_said_not_to_apply(section, many):
    not_here = numbers_in(TABLE.partition("Not applicable")[2].partition("##")[0])
    rows = {number for numbers, _what, _by in ROW.findall(TABLE) for number in numbers_in(numbers)}
    wanted = {f"{section}.{number}" for number in range(1, many + 1)}

    assert wanted - rows - not_here == set()
    assert {number for number in rows | not_here if number.rpartition(".")[0] == section} == wanted
    assert rows & not_here == set()


def test_no_number_is_of_a_section_that_there_is_none_of():
    numbers = {number for numbers, _what, _by in ROW.findall(TABLE) for number in numbers_in(numbers)}

    assert {number.rpartition(".")[0] for number in numbers} <= LEVELS_1_AND_2.keys()


def test_each_row_names_a_test_a_document_or_a_rule_and_little_is_missing():
    rows = ROW.findall(TABLE)

    assert len(rows) > 150
    assert [number for number, _what, by in rows if "`" not in by and "as 3.5.1" not in by and len(by) < 20] == []
    assert {each for number, _what, by in rows if MISSING in by for each in numbers_in(number)} == MAY_LACK


def test_the_chapters_on_ways_in_sessions_rights_and_order_are_whole():
    rows = [(number, by) for number, _what, by in ROW.findall(TABLE) if number.startswith(WHOLE)]

    assert len(rows) > 50
    assert [number for number, by in rows if "saknas" in by or "`" not in by] == []


def test_the_sections_of_operations_that_it_leans_on_are_there():
    headings = set(HEADING.findall((ROOT / "docs" / "operations.md").read_text()))
    named = re.findall(r"`docs/operations\.md` \(([^):]+)[):]", TABLE)

    assert {name.strip() for each in named for name in each.split(",")} <= headings
