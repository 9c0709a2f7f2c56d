"""The public task sets of shift minimisation (SMPTSP; Krishnamoorthy, Ernst and Baatar 2012) as problems of ours.

A set is text: `Jobs = n` and n lines of a start and an end, `Qualifications = m` and for each worker a line
`k: task task …`, tasks numbered from 0; `#` begins a comment. Tasks that overlap are not one person's; nobody rests.
"""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from booking.assistant.problem import Limits, Pairs, Person, Problem, Seat, Shift

NO_END = 1 << 30
LIMITS = Limits(
    daily_rest=0, longest_span=NO_END, weekly_rest=0, weekly_hours=NO_END, average_hours=NO_END,
    month_cap=None, days_in_row=None,
)  # fmt: skip
FIRST, MONDAY, DAY = 719_163, 719_160, 1_440
"""1 January 1970, from which minutes are counted; the Monday before; and minutes in a day."""
WORTH = 1_000_000
"""Of every task."""


@dataclass(frozen=True, slots=True)
class TaskSet:
    """Tasks from and until, and for each worker those that she can do."""

    tasks: tuple[tuple[int, int], ...]
    workers: tuple[tuple[int, ...], ...]


def read(text: str) -> TaskSet:
    """What is no such text is a `ValueError`."""
    lines = iter([line for raw in text.splitlines() if (line := raw.split("#")[0].strip())])
    sizes: dict[str, int] = {}
    tasks: list[tuple[int, int]] = []
    workers: list[tuple[int, ...]] = []
    for line in lines:
        name, _equals, number = (part.strip() for part in line.partition("="))
        sizes[name] = int(number)
        if name == "Jobs":
            tasks = [_task(row) for row in _next(lines, int(number))]
        elif name == "Qualifications":
            workers = [_worker(row, len(tasks)) for row in _next(lines, int(number))]
    if sizes.get("Type") != 1 or not tasks or not workers:
        message = "no set of tasks and workers, of type 1"
        raise ValueError(message)
    return TaskSet(tuple(tasks), tuple(workers))


def _next(lines: Iterator[str], number: int) -> Iterator[str]:
    for _line in range(number):
        try:
            yield next(lines)
        except StopIteration:
            message = f"{number} lines were promised"
            raise ValueError(message) from None


def _task(row: str) -> tuple[int, int]:
    starts, ends = map(int, row.split())
    if starts >= ends:
        message = f"a task ends after it starts: {row}"
        raise ValueError(message)
    return starts, ends


def _worker(row: str, tasks: int) -> tuple[int, ...]:
    many, _colon, listed = row.partition(":")
    own = tuple(map(int, listed.split()))
    if len(own) != int(many) or not all(0 <= task < tasks for task in own):
        message = f"a worker's tasks are not {many} of the {tasks}: {row}"
        raise ValueError(message)
    return own


def problem_of(tasks: TaskSet) -> Problem:
    """Each task an order that is worth the same to everybody who can do it."""
    seats = [Seat(number, _shift(*task)) for number, task in enumerate(tasks.tasks)]
    people = [Person(number, LIMITS) for number in range(len(tasks.workers))]
    pairs = sorted({(task, worker) for worker, own in enumerate(tasks.workers) for task in own})
    columns = [array("i", column) for column in zip(*pairs, strict=True)]
    return Problem(seats, people, Pairs(columns[0], columns[1], array("q", [WORTH]) * len(pairs)))


def _shift(starts: int, ends: int) -> Shift:
    """The hours of which count nowhere, since nothing caps them."""
    return Shift(starts, ends, ends - starts, FIRST + starts // DAY, 1970 * 12, ((MONDAY, ends - starts),))
