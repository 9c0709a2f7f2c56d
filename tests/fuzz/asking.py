"""Any route, as anybody, by any method, with something hostile somewhere in it."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple
from urllib.parse import quote, urlencode

from django.conf import settings

from tests.fuzz import hostile
from tests.matrix import forms, table
from tests.matrix.table import ROLES
from tests.matrix.test_matrix import LINES, address_of
from tests.matrix.world import World

NAMED = (
    r'GET\.get\(\s*"([\w-]+)"',
    r'POST\.get(?:list)?\(\s*"([\w-]+)"',
    r"^    (\w+) = (?:forms|django_filters)\.",
    r'name="([\w-]+)"',
)
APPS = ("portal", "home", "intyg", "booking", "messaging", "people", "templates")
METHODS = ["GET"] * 5 + ["POST"] * 5 + ["HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"]
MULTIPART = "multipart/form-data; boundary=xx"
FORM = "application/x-www-form-urlencoded"


class Request(NamedTuple):
    """What is asked, by whom."""

    role: str
    method: str
    path: str
    query: str
    body: bytes
    kind: str
    headers: dict[str, str]
    cookies: dict[str, str]

    def __str__(self) -> str:
        said = f"{self.role} {self.method} {self.path[:200]!r} ?{self.query[:300]} {self.kind} {self.body[:300]!r}"
        return f"{said} {self.headers} {self.cookies}"


def requests(world: World, number: int, seed: int) -> Iterator[Request]:
    """So many; the same seed, the same requests."""
    chance = Random(seed)
    roles = list(ROLES)
    for _ in range(number):
        yield one(world, chance, chance.choice(roles))


def one(world: World, chance: Random, role: str) -> Request:
    """As a rule a request that would do something, with a part or a few changed."""
    route = chance.choice(sorted(routes()))
    method = chance.choice(METHODS)
    path, query = address(world, route, chance)
    said = forms.of(route, world.own) if route in LINES and method == "POST" else {}
    body, kind = sent(said, chance) if method in {"POST", "PUT", "PATCH"} else (b"", FORM)
    headers = {chance.choice(hostile.HEADERS): hostile.header(chance) for _ in range(chance.choice([0, 0, 1, 3]))}
    if chance.random() < 0.3:
        headers["HX-Request"] = "true"
    cookies = {chance.choice(hostile.COOKIES): hostile.header(chance) for _ in range(chance.choice([0, 0, 0, 1]))}
    return Request(role, method, path, query, body, kind, headers, cookies)


@cache
def routes() -> dict[str, str]:
    """Ours and Wagtail's; whoever signs out is not signed in at the next."""
    return {name: shape for name, shape in table.routes().items() if name != "account_logout"}


def address(world: World, route: str, chance: Random) -> tuple[str, str]:
    """A path with its own keys, or hostile ones, and a query."""
    line = LINES.get(route)
    if line and chance.random() < 0.6:
        path, _, query = address_of(line, chance.choice([world.own, world.other])).partition("?")
    else:
        parts = table.PART.sub(lambda _part: hostile.quoted(chance) if chance.random() < 0.7 else "1", routes()[route])
        path, query = "/" + parts.translate({ord(sign): None for sign in "^$\\"}).lstrip("/"), ""
    if chance.random() < 0.1:
        path += hostile.quoted(chance, safe="/")
    added = [f"{chance.choice(names())}={hostile.quoted(chance)}" for _ in range(chance.choice([0, 1, 2, 4]))]
    return path, "&".join([query, *added]).strip("&")


def sent(said: dict[str, object], chance: Random) -> tuple[bytes, str]:
    """A form with some of its values changed; now and then no form at all."""
    if chance.random() < 0.04:
        return hostile.word(chance).encode(errors="replace"), chance.choice(
            [MULTIPART, "application/json", "x", "", FORM]
        )
    values = {name: quote(str(value)) for name, value in said.items()}
    for name in chance.sample(sorted(values), k=min(len(values), chance.choice([0, 1, 2]))):
        values[name] = hostile.quoted(chance)
    values |= {chance.choice(names()): hostile.quoted(chance) for _ in range(chance.choice([0, 2, 5]))}
    if chance.random() < 0.1:
        return multipart(values), MULTIPART
    if chance.random() < 0.02:
        return urlencode(dict.fromkeys(range(1500), "x")).encode(), FORM
    return "&".join(f"{name}={value}" for name, value in values.items()).encode(), FORM


def multipart(values: dict[str, str]) -> bytes:
    """The same, and a file by each name."""
    part = '--xx\r\nContent-Disposition: form-data; name="{}"{}\r\n\r\n{}\r\n'
    files = "".join(part.format(name, '; filename="../a.xlsx"', "PK\x03\x04x") for name in ("file", "fil"))
    return (files + "".join(part.format(name, "", value) for name, value in values.items()) + "--xx--\r\n").encode()


@cache
def names() -> list[str]:
    """Every name by which a page of ours reads anything."""
    files = [
        file for app in APPS for file in Path(settings.BASE_DIR, app).rglob("*") if file.suffix in {".py", ".html"}
    ]
    found = {name for file in files for words in NAMED for name in re.findall(words, file.read_text(), re.MULTILINE)}
    return sorted(found | {"next", "q", "p", "export", "ordering", "page", "results", "form-0-id", "form-TOTAL_FORMS"})
