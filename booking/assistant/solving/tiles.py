"""Components that are too large to be laid whole: in tiles, groups of people who are near each other.

Each person is in one tile, and each seat that nobody has in that of the best who may have it, so that no two tiles
meet, and as many are answered at a time as there are threads. What is lost where tiles border is found by the search.
"""

from collections import defaultdict
from collections.abc import Iterator
from random import Random

from booking.assistant.solving import neighbours
from booking.assistant.solving.answers import Asking, Pool, answers
from booking.assistant.solving.board import NOBODY, Board
from booking.assistant.solving.components import Component
from booking.assistant.solving.deadline import Deadline
from booking.assistant.solving.models import model
from booking.assistant.solving.search import put

PAIRS = 25_000
"""About so many pairs that matter are in a tile."""


def lay_in_tiles(
    board: Board, part: Component, core: neighbours.Core, pool: Pool, asking: Asking, deadline: Deadline
) -> list[int]:
    """Who was given what she cannot have all of; what that is, is left."""
    if deadline.is_over():
        return []
    tiles = list(_tiles(board, part, core, asking.seed))
    models = [
        model(board.problem, people, neighbours.pairs(board, core, people, seats))
        for people, seats in zip(tiles, _unfilled(board, part, core, tiles), strict=True)
    ]
    broken: list[int] = []
    for people, answer in zip(tiles, answers(board.problem, models, pool, asking, deadline), strict=True):
        if answer.chosen:
            put(board, people, answer)
            broken += answer.broken
    return broken


def _tiles(board: Board, part: Component, core: neighbours.Core, seed: int) -> Iterator[list[int]]:
    """Around somebody, until the tile is full; then around somebody who is in none."""
    dice = Random(seed)  # noqa: S311 (a plan is no secret)  # nosec B311
    many = max(1, -(-sum(len(core[seat]) for seat in part.seats) // PAIRS))
    most = -(-len(part.people) // many)
    taken: set[int] = set()
    tile: list[int] = []
    for person in part.people:
        if person in taken:
            continue
        near = neighbours.around(board, core, sorted(board.given[person]), most - len(tile), taken, dice)
        tile += near or [person]
        taken.update(near or [person])
        if len(tile) >= most:
            yield tile
            tile = []
    if tile:
        yield tile


def _unfilled(board: Board, part: Component, core: neighbours.Core, tiles: list[list[int]]) -> list[list[int]]:
    of = {person: n for n, people in enumerate(tiles) for person in people}
    found: dict[int, list[int]] = defaultdict(list)
    for seat in part.seats:
        if board.who[seat] == NOBODY and core[seat]:
            found[of[max(core[seat])[1]]].append(seat)
    return [found[n] for n in range(len(tiles))]
