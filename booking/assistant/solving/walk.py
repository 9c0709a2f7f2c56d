"""The ranked walk, as a planner goes through her list: earliest first, to the best ranked who may have it."""

from booking.assistant.solving.board import Board
from booking.assistant.solving.deadline import Deadline


def walk(board: Board, deadline: Deadline) -> None:
    """Seat by seat, the earliest first."""
    seats = board.seats
    _offer(board, sorted(range(len(seats)), key=lambda seat: seats[seat].shift.starts), deadline)


def scarcest_first(board: Board, deadline: Deadline) -> None:
    """The seats that fewest may have before the others."""
    _offer(board, sorted(range(len(board.seats)), key=board.choices), deadline)


def _offer(board: Board, order: list[int], deadline: Deadline) -> None:
    for n, seat in enumerate(order):
        if n % 256 == 0 and deadline.is_over():
            return
        board.offer(seat)
