"""Each scenario in docs/scenarios.md has a test named after it."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

NAMED = re.compile(r"^ *(?:def|class) test_scenario_(\d+)_", re.MULTILINE)
ROW = re.compile(r"^\| (\d+) \|", re.MULTILINE)
TO_COME = "Still to come"


def numbers_in(folder: Path) -> Iterator[int]:
    for file in folder.rglob("test_*.py"):
        yield from map(int, NAMED.findall(file.read_text()))


def told() -> tuple[list[int], list[int]]:
    """Those that hold, and those to come."""
    hold, to_come = (settings.BASE_DIR / "docs" / "scenarios.md").read_text().split(TO_COME)
    return [int(number) for number in ROW.findall(hold)], [int(number) for number in ROW.findall(to_come)]


def test_every_scenario_that_holds_has_a_test_and_no_test_has_another_number():
    hold, to_come = told()

    assert sorted(set(numbers_in(settings.BASE_DIR / "tests"))) == hold
    assert sorted([*hold, *to_come]) == list(range(1, 50))
