"""When the solver must stop, if it was told a time."""

import math
from collections.abc import Callable


class Deadline:
    """So many seconds from now, by the clock; never, if none were told."""

    def __init__(self, seconds: float | None, clock: Callable[[], float]) -> None:
        """From now."""
        self._clock, self._begun, self._seconds = clock, clock(), seconds

    def spent(self) -> float:
        """The part of the time that is over: from 0, and past 1 when all is."""
        if self._seconds is None:
            return 0.0
        return (self._clock() - self._begun) / self._seconds if self._seconds > 0 else 1.0

    def is_over(self) -> bool:
        """Whether all of it is."""
        return self.spent() >= 1

    def left(self) -> float:
        """Seconds; endless where none were told."""
        return math.inf if self._seconds is None else max(0.0, self._begun + self._seconds - self._clock())


NEVER = Deadline(None, lambda: 0.0)
