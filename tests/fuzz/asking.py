"""Any route, as anybody, by any method, with something hostile somewhere in it."""

from collections.abc import Iterator
from functools import cache
from random import Random
from typing import NamedTuple

from tests.fuzz import bodies, hostile, providers
from tests.fuzz.bodies import FORM
from tests.matrix import forms, table, wagtails
from tests.matrix.table import ROLES
from tests.matrix.test_matrix import LINES, address_of
from tests.matrix.world import World

METHODS = ["GET"] * 5 + ["POST"] * 5 + ["HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"]
WITH_A_BODY = {"POST", "PUT", "PATCH"}
OF_WAGTAIL = wagtails.lines()
OF_SAML = ("saml_acs", "saml_finish", "saml_metadata")


class Request(NamedTuple):
    """What is asked, by whom."""

    route: str
    role: str
    is_sure: bool
    """Whether she has shown two things of herself, or a password alone."""
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
    """So many; the same seed, the same requests. Each route is asked by each role, most by those who are let in."""
    chance = Random(seed)
    asked: list[tuple[str, str]] = []
    for _ in range(number):
        if not asked:
            asked = [(route, role) for route in sorted(routes()) for role in ROLES for _ in range(often(route, role))]
            chance.shuffle(asked)
        yield one(world, chance, *asked.pop())


def one(world: World, chance: Random, route: str, role: str) -> Request:
    """As a rule a request that would do something, with a part or a few changed."""
    method = chance.choice(METHODS) if chance.random() < 0.2 else chance.choice(methods(route) or METHODS)
    path, query = address(world, route, chance)
    said = forms.of(route, world.own) if route in LINES and method == "POST" else {}
    body, kind = bodies.sent(route, said, chance) if method in WITH_A_BODY else (b"", FORM)
    headers = {chance.choice(hostile.HEADERS): hostile.header(chance) for _ in range(chance.choice([0, 0, 1, 3]))}
    if chance.random() < 0.3:
        headers["HX-Request"] = "true"
    cookies = {chance.choice(hostile.COOKIES): hostile.header(chance) for _ in range(chance.choice([0, 0, 0, 1]))}
    return Request(route, role, chance.random() < 0.9, method, path, query, body, kind, headers, cookies)


def often(route: str, role: str) -> int:
    """How many times for one of those who find nothing there."""
    if line := LINES.get(route):
        return 3 if any(way.reaches(role, own=True) for way in line.ways.values()) else 1
    return 3 if route in OF_WAGTAIL and any(role in letters for letters in OF_WAGTAIL[route].ways.values()) else 1


def methods(route: str) -> list[str]:
    """Those by which somebody is let in."""
    line = LINES.get(route)
    return [method.upper() for method, way in line.ways.items() if way.letters] if line else ["GET", "POST"]


@cache
def routes() -> dict[str, str]:
    """Ours and Wagtail's; whoever signs out is not signed in at the next."""
    return {name: shape for name, shape in table.routes().items() if name != "account_logout"}


def address(world: World, route: str, chance: Random) -> tuple[str, str]:
    """A path with its own keys, or hostile ones, and a query."""
    line = LINES.get(route)
    if line and chance.random() < 0.6:
        path, _, query = address_of(line, chance.choice([world.own, world.other])).partition("?")
        path = path.replace("/eid/", "/kommunen/") if route in OF_SAML else path
    else:
        parts = table.PART.sub(lambda _part: hostile.quoted(chance) if chance.random() < 0.7 else "1", routes()[route])
        path, query = "/" + parts.translate({ord(sign): None for sign in "^$\\"}).lstrip("/"), ""
    if chance.random() < 0.1:
        path += hostile.quoted(chance, safe="/")
    names = [bodies.parameter(route, chance) for _ in range(chance.choice([0, 1, 2, 4]))]
    if route == "openid_connect_callback":
        query = f"state={providers.BEGUN}&code={hostile.quoted(chance)}"
    return path, "&".join([query, *(f"{name}={hostile.quoted(chance)}" for name in names)]).strip("&")
