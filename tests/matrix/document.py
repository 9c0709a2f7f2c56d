"""docs/permissions.md, from the same lines as the tests ask by."""

from collections.abc import Iterator
from pathlib import Path

from tests.matrix import table, wagtails
from tests.matrix.table import ROLES, Line, Way

FILE = Path(__file__).parents[2] / "docs" / "permissions.md"
PROVIDERS = table.FILE.with_name("providers.txt")
COLUMNS = "".join(letter for letter in ROLES if letter != "A")

HEAD = """# Who gets in where

Written by `python -m tests.matrix` from `tests/matrix/routes.txt`. Each line there is asked for as every role, with own
and others' keys (`tests/matrix/test_matrix.py`). Do not write here.

{legend}

●\u00a0gets in with what is of her own area, workplace or person, and gets 404 with another's; ◆\u00a0reaches the whole
municipality; ○\u00a0everybody does, also without an account. To all others the address does not exist.
"""
OF_WAGTAIL = """
# Wagtail's own screens

From `tests/matrix/wagtail.txt`, asked with real keys (`tests/matrix/test_wagtails.py`). What editors make is of no
area: ◆\u00a0gets in, and sees of what is listed what she may. **A** is whoever has no account.
"""


def written() -> str:
    """The whole document."""
    legend = "\n".join(f"- **{letter}** {ROLES[letter]}" for letter in COLUMNS)
    parts = [HEAD.format(legend=legend)]
    ours = table.sections(table.FILE.read_text()) + table.sections(PROVIDERS.read_text())
    for heading, lines in ours:
        parts += [f"\n## {heading}\n\n| Address | |{'|'.join(COLUMNS)}|\n|---|---|{'---|' * len(COLUMNS)}\n"]
        parts += [row for line in lines for row in _rows(line)]
    return "".join([*parts, OF_WAGTAIL, *_wagtails()])


def _wagtails() -> Iterator[str]:
    shapes = table.routes()
    for heading, lines in wagtails.sections():
        yield f"\n## {heading}\n\n| Address | |A|{'|'.join(COLUMNS)}|\n|---|---|---|{'---|' * len(COLUMNS)}\n"
        for line in lines:
            for method, letters in line.ways.items():
                marks = "|".join("◆" if role in letters else "" for role in f"A{COLUMNS}")
                yield f"| `/{shapes[line.route]}` | {method.upper()} |{marks}|\n"


def _rows(line: Line) -> list[str]:
    shape = table.routes()[line.route]
    return [
        f"| `/{shape}` | {method.upper()} |{'|'.join(_mark(way, role) for role in COLUMNS)}|\n"
        for method, way in line.ways.items()
        if way.letters
    ]


def _mark(way: Way, role: str) -> str:
    if "A" in way.letters:
        return "○"
    if role not in way.letters:
        return ""
    return "●" if role in table.OF_A_PLACE and not way.everywhere else "◆"
