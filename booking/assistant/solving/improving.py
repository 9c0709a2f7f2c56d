"""From prices to a better plan: components whole, or in tiles, and then around those that lose, pass by pass.

What was laid at once is worth less for a moment, where an answer breaks a limit that its model does not know: what is
left of it goes out by chains, and what is around it is laid anew. If that does not help, the plan is as before.
"""

from dataclasses import dataclass

from booking.assistant.solving import losses
from booking.assistant.solving.answers import Asking, Pool
from booking.assistant.solving.board import NOBODY, Board
from booking.assistant.solving.chains import lengthen
from booking.assistant.solving.components import components
from booking.assistant.solving.deadline import NEVER, Deadline
from booking.assistant.solving.market import Market
from booking.assistant.solving.neighbours import Core
from booking.assistant.solving.prices import Prices
from booking.assistant.solving.search import Search, improve
from booking.assistant.solving.tiles import lay_in_tiles
from booking.assistant.solving.wholes import Laid, is_small, lay_whole
from booking.assistant.solving.work import Work

WHOLE, PART = 4.0, 0.2
"""CP-SAT's deterministic seconds for an answer to a component or a tile, and to a part around somebody."""
ANSWERS = 4
"""To such a part, each with what was cut off of the one before."""


@dataclass(frozen=True, slots=True)
class Means:
    """What the steps share."""

    core: Core
    work: Work
    seed: int
    deadline: Deadline
    pool: Pool


def improved(board: Board, market: Market, prices: Prices, work: Work, seed: int, deadline: Deadline) -> int:
    """Lay the board better; the answer is the bound, which a component laid whole may have lowered."""
    means = Means(losses.core(market, prices, work.rounds), work, seed, deadline, Pool(list))
    before, points = list(board.who), board.points
    laid, around = _laid(board, means)
    settled = {person for one in laid for person in one.component.people}
    for n in range(work.passes):
        lengthen(board, board.unfilled(), work.chain, deadline)
        lose = losses.losses(board, market, prices, settled)
        search = Search(means.core, means.pool, Asking(ANSWERS, PART, seed + n), work.people)
        improve(board, around + lose if n == 0 else lose, search, deadline)
    lengthen(board, board.unfilled(), work.chain, deadline)
    if board.points < points:
        board.restore(before)
    return losses.bound(market, prices, laid)


def _laid(board: Board, means: Means) -> tuple[list[Laid], list[list[int]]]:
    """The components laid whole; and around what the others should be laid anew, since it could not be given."""
    before, work = list(board.who), means.work
    parts = components(board.problem)
    small = [part for part in parts if is_small(board, part)]
    laid = lay_whole(board, small, means.pool, Asking(work.answers, WHOLE, means.seed), means.deadline)
    broken = [person for one in laid for person in one.broken]
    asking = Asking(work.tile_answers, WHOLE, means.seed)
    for part in [part for part in parts if not is_small(board, part)]:
        broken += lay_in_tiles(board, part, means.core, means.pool, asking, means.deadline)
    lost = [seat for seat in board.unfilled() if before[seat] != NOBODY]
    lengthen(board, lost, work.chain, NEVER)  # soon done, also when the time is over
    lost = [seat for seat in lost if board.who[seat] == NOBODY]
    return laid, [[seat] for seat in lost] + [sorted(board.given[person]) for person in broken]
