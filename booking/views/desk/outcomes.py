"""What became of many at once: kept in the session for as long as somebody may want to read it again."""

import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from booking.operations.one_by_one import How, Outcome
from people.requests import SignedIn

SO_MANY_KEPT = 3


@dataclass(frozen=True, slots=True)
class Kept:
    """What was done, and what became of each, by its key."""

    deed: str
    became: Mapping[uuid.UUID, Outcome]

    def groups(self, rows: Mapping[uuid.UUID, Any]) -> list[tuple[str, list[tuple[Any, Outcome]]]]:
        """The rows with what became of each: what was refused first."""
        return [
            (how.value, [(row, self.became[key]) for key, row in rows.items() if self.became[key].how is how])
            for how in (How.REFUSED, How.DONE, How.ALREADY)
        ]


def keep(request: SignedIn, kind: str, command: uuid.UUID, deed: str, outcomes: Collection[Outcome]) -> None:
    """Under the key of the form; the last few of each kind."""
    rows = [[str(one.key), one.how.value, [str(reason) for reason in one.reasons], one.left] for one in outcomes]
    kept = {**request.session.get(kind, {}), str(command): {"deed": deed, "rows": rows}}
    request.session[kind] = dict(list(kept.items())[-SO_MANY_KEPT:])


def kept(request: SignedIn, kind: str, command: uuid.UUID) -> Kept | None:
    """As it was kept, if it still is."""
    found = request.session.get(kind, {}).get(str(command))
    if found is None:
        return None
    outcomes = [Outcome(uuid.UUID(key), How(how), reasons, left) for key, how, reasons, left in found["rows"]]
    return Kept(found["deed"], {one.key: one for one in outcomes})
