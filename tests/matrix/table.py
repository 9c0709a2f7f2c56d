"""Who gets in where: the lines of routes.txt, as values."""

import re
from dataclasses import dataclass
from pathlib import Path

from django.urls import URLPattern, URLResolver, get_resolver

ROLES = {
    "A": "anybody, also without an account",
    "S": "substitute",
    "M": "ordering manager",
    "P": "planner",
    "K": "keeper of protected identities",
    "C": "certificate officer",
    "E": "editor",
    "G": "approver of what editors write",
    "O": "system owner",
    "D": "somebody with a desk and no role",
}
"""The letters of the table, in the order of its columns. A alone is whoever asks, signed in or not."""

OF_A_PLACE = set("SMPK")
"""Those who reach what is their own; the others of a line reach the whole municipality."""

FILE = Path(__file__).with_name("routes.txt")


@dataclass(frozen=True)
class Way:
    """Who gets in by one method."""

    letters: str
    """None let in is the empty string."""
    everywhere: bool = False
    """`*`: what is of another area too."""
    further: bool = False
    """`>`: not to a page, but to another address."""

    def reaches(self, role: str, *, own: bool) -> bool:
        """Whether the role gets in, with what is its own or another's."""
        if "A" in self.letters:
            return True
        return role in self.letters and (own or self.everywhere or role not in OF_A_PLACE)

    def must_not_see(self, role: str) -> bool:
        """Whether nothing of another area may come back to the role."""
        return role in OF_A_PLACE and not self.everywhere and "A" not in self.letters


@dataclass(frozen=True)
class Line:
    """A route, what stands in its address, and who gets in."""

    route: str
    parts: dict[str, str]
    query: dict[str, str]
    ways: dict[str, Way]
    """By method, `get` and `post`."""


def lines(text: str) -> dict[str, Line]:
    """By the name of the route."""
    rows = (row.split(" #")[0].split() for row in text.splitlines() if not row.startswith("#"))
    return {row[0]: _line(*row) for row in rows if row}


def sections(text: str) -> list[tuple[str, list[Line]]]:
    """The lines under their headings, as they stand."""
    _head, *parts = re.split(r"\n\n# ", text)
    split = (part.split("\n", 1) for part in parts)
    return [(heading, list(lines(rest).values())) for heading, rest in split]


def _line(route: str, address: str, get: str, post: str) -> Line:
    said = [_part(part) for part in address.split(",") if part != "-"]
    parts = {name: value for name, value in said if not name.startswith("?")}
    query = {name[1:]: value for name, value in said if name.startswith("?")}
    return Line(route, parts, query, {"get": _way(get), "post": _way(post)})


def _part(part: str) -> tuple[str, str]:
    name, equals, value = part.partition("=")
    return (name, value) if equals else ("pk", name)


def _way(cell: str) -> Way:
    return Way("".join(filter(str.isalpha, cell)), everywhere="*" in cell, further=">" in cell)


def routes() -> dict[str, str]:
    """Every route of the portal and its shape, by its name; one without a name is known by its shape."""
    return dict(_routes(get_resolver().url_patterns))


def _routes(patterns: list[URLPattern | URLResolver], shape: str = "", space: str = "") -> list[tuple[str, str]]:
    found = []
    for pattern in patterns:
        whole = shape + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            found += _routes(pattern.url_patterns, whole, inner)
        else:
            found.append((f"{space}{pattern.name}" if pattern.name else f"/{whole}", whole))
    return found


def is_wagtails(route: str) -> bool:
    """Wagtail's own: pages, pictures, documents, users. Their lines are in wagtail.txt."""
    return route.startswith(("wagtail", "simple_translation"))


def filled(shape: str) -> str:
    """An address of the shape, with some key in each part."""
    return PART.sub("1", shape).translate({ord(letter): None for letter in "^$\\"})


PART = re.compile(r"<(?:\w+:)?\w+>|\(\?P<\w+>[^)]*\)|\(\?:?[^)]*\)")

KNOWN_TO_ALL = {"/media/images/<path:path>", "/admin/test404/", "/admin/failwhale/", "/admin/^.*/$"}
"""Pictures of the pages in development, and what answers 404 by itself."""
