"""Children that build and measure, and what they answer. This process stays small: a child begins with its memory."""

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Measured:
    """What a contender made of a problem."""

    filled: int
    used: int  # how many people have something
    points: int
    bound: int | None
    seconds: float
    cpu: float
    peak_mb: float
    breaches: tuple[str, ...]
    plan: str  # the same for the same plan

    @property
    def broken(self) -> str:
        """How many of each kind."""
        return ", ".join(f"{many} {kind}" for kind, many in Counter(self.breaches).items()) or "none"

    def of(self, bound: int | None) -> str:
        """Its points, in percent of a bound."""
        return "–" if not bound else f"{100 * self.points / bound:.3f} %"


@dataclass(frozen=True, slots=True)
class Given:
    """A problem in a file."""

    file: Path
    people: int
    orders: int
    pairs: int

    def to(self, name: str, *, bare: bool = False) -> Measured | None:
        """What the contender makes of it; `None` if it fails, of which it has told on its own."""
        told = _child("run", name, str(self.file), *(["bare"] if bare else []))
        if told is None:
            return None
        return Measured(**{**told, "breaches": tuple(told["breaches"])})


@contextmanager
def given(act: str, *told: str) -> Iterator[Given]:
    """A problem as `child` makes it: `make`, or `tasks` of a file."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "problem"
        answer = _child(act, *told, str(file))
        if answer is None:
            raise SystemExit(1)
        yield Given(file, **answer)


def _child(*words: str) -> dict[str, Any] | None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.assistant.child", *words], stdout=subprocess.PIPE, text=True, check=False
    )
    return json.loads(done.stdout.splitlines()[-1]) if done.returncode == 0 else None
