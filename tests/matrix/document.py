"""docs/permissions.md, from the same lines as the tests ask by."""

from pathlib import Path

from tests.matrix import table
from tests.matrix.table import ROLES, Line, Way

FILE = Path(__file__).parents[2] / "docs" / "permissions.md"
COLUMNS = "".join(letter for letter in ROLES if letter != "A")

HEAD = """# Who gets in where

Written by `python -m tests.matrix` from `tests/matrix/routes.txt`. Each line there is asked for as every role, with own
and others' keys (`tests/matrix/test_matrix.py`). Do not write here.

{legend}

●\u00a0gets in with what is of her own area, workplace or person, and gets 404 with another's; ◆\u00a0reaches the whole
municipality; ○\u00a0everybody does, also without an account. To all others the address does not exist.
"""


def written() -> str:
    """The whole document."""
    legend = "\n".join(f"- **{letter}** {ROLES[letter]}" for letter in COLUMNS)
    parts = [HEAD.format(legend=legend)]
    for heading, lines in table.sections(table.FILE.read_text()):
        parts += [f"\n## {heading}\n\n| Address | |{'|'.join(COLUMNS)}|\n|---|---|{'---|' * len(COLUMNS)}\n"]
        parts += [row for line in lines for row in _rows(line)]
    return "".join(parts)


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
