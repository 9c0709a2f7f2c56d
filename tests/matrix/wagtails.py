"""Who gets in where of Wagtail's own screens: the lines of wagtail.txt, as values."""

import re
from dataclasses import dataclass

from tests.matrix import table

FILE = table.FILE.with_name("wagtail.txt")


@dataclass(frozen=True)
class Line:
    """A route, an address of it with a word in braces for each key, and the letters of those who get in, by method."""

    route: str
    address: str
    ways: dict[str, str]


def routes() -> set[str]:
    """Every route that is Wagtail's."""
    return {name for name in table.routes() if table.is_wagtails(name)}


def lines() -> dict[str, Line]:
    """By the name of the route."""
    return {line.route: line for _heading, rows in sections() for line in rows}


def sections() -> list[tuple[str, list[Line]]]:
    """The lines under their headings, as they stand."""
    _head, *parts = re.split(r"\n\n# ", FILE.read_text())
    split = (part.split("\n", 1) for part in parts)
    return [(heading, [_line(*row.split()) for row in rows.splitlines()]) for heading, rows in split]


def _line(route: str, address: str, get: str, post: str) -> Line:
    return Line(route, address, {"get": get.strip("-"), "post": post.strip("-")})
