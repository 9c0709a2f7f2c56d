"""The ranked walk, as a planner goes through her list: earliest first, to the best ranked who may have it."""

from collections.abc import Callable

from booking.assistant.solving.board import Board


def walk(board: Board, out_of_time: Callable[[], bool]) -> None:
    """Seat by seat, the earliest first."""
    seats = board.seats
    _offer(board, sorted(range(len(seats)), key=lambda seat: seats[seat].shift.starts), out_of_time)


def scarcest_first(board: Board, out_of_time: Callable[[], bool]) -> None:
    """The seats that fewest may have before the others."""
    _offer(board, sorted(range(len(board.seats)), key=board.choices), out_of_time)


def _offer(board: Board, order: list[int], out_of_time: Callable[[], bool]) -> None:
    for n, seat in enumerate(order):
        if n % 256 == 0 and out_of_time():
            return
        board.offer(seat)
