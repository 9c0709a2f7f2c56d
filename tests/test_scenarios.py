"""Each scenario in docs/scenarios.md has a test named after it."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

NAMED = re.compile(r"^ *(?:def|class) test_scenario_(\d+)_", re.MULTILINE)
ROW = re.compile(r"^\| (\d+) \|", re.MULTILINE)


def numbers_in(folder: Path) -> Iterator[int]:
    for file in folder.rglob("test_*.py"):
        yield from map(int, NAMED.findall(file.read_text()))


def told() -> list[int]:
    """Those in the document, in its order."""
    return [int(number) for number in ROW.findall((settings.BASE_DIR / "docs" / "scenarios.md").read_text())]


def test_every_scenario_has_a_test_and_no_test_has_another_number():
    assert sorted(set(numbers_in(settings.BASE_DIR / "tests"))) == told() == list(range(1, 50))
