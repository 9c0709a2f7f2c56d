"""From prices to a better plan: small components whole, then around those that lose most, pass by pass."""

from collections.abc import Callable

from booking.assistant.solving import losses
from booking.assistant.solving.board import Board
from booking.assistant.solving.chains import lengthen
from booking.assistant.solving.components import components
from booking.assistant.solving.market import Market
from booking.assistant.solving.prices import Prices
from booking.assistant.solving.search import Search, improve
from booking.assistant.solving.wholes import lay_whole
from booking.assistant.solving.work import Work


def improved(
    board: Board, market: Market, prices: Prices, work: Work, seed: int, out_of_time: Callable[[], bool]
) -> int:
    """Lay the board better; the answer is the bound, which a component laid whole may have lowered."""
    core = losses.core(market, prices, work.rounds)
    laid = lay_whole(board, components(board.problem), core, work.answers, seed, out_of_time)
    settled = {person for part, proven in laid if proven is not None for person in part.people}
    for n in range(work.passes):
        lengthen(board, board.unfilled(), work.chain, out_of_time)
        worst = losses.losses(board, market, prices, settled)
        improve(board, worst, Search(core, work.people, seed=seed + n), out_of_time)
    lengthen(board, board.unfilled(), work.chain, out_of_time)
    return losses.bound(market, prices, laid)
