"""Who a planner can choose among for a line: as the proposal thought of them, and then the others who could."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from booking.assistant.why_in_words import DECIDED
from booking.matching import candidates
from booking.matching.candidates import Candidate
from booking.models import ProposalLine
from booking.reasons import sentence
from people.models import User

FIRST = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody who could have it, her points and what decided against her where the proposal weighed her."""

    candidate: Candidate
    points: int | None
    behind: int  # so many points after the best of those weighed
    decided: str
    speaks_for: Sequence[str]
    notices: Sequence[str]

    @property
    def is_weighed(self) -> bool:
        """Whether the proposal thought of her."""
        return self.points is not None


def of(line: ProposalLine, reader: User) -> list[Choice]:
    """Those weighed by points, then the others by rank: as many as a page holds. A constant number of queries."""
    weighed = {each["substitute"]: each for each in line.why.get("ranked", ())}
    possible = candidates.possible(line.order, seen_by=reader)
    fit = [each for each in possible if each.verdict.books_by_itself]
    best = max((_points(each) for each in weighed.values()), default=0)
    rows = [_choice(each, weighed.get(str(each.substitute.pk)), best) for each in fit]
    return sorted(rows, key=lambda row: -(row.points or 0))[:FIRST]


def _points(weighed: Mapping[str, Any]) -> int:
    return sum(weighed["points"].values())


def _choice(candidate: Candidate, weighed: Mapping[str, Any] | None, best: int) -> Choice:
    points = _points(weighed) if weighed else None
    decided = DECIDED.get(weighed["decided_by"]) if weighed and weighed["decided_by"] else None
    return Choice(
        candidate=candidate,
        points=points,
        behind=0 if points is None else best - points,
        decided=str(decided or ""),
        speaks_for=[sentence(reason) for reason in candidate.merits.reasons()],
        notices=[sentence(breach) for breach in candidate.verdict.notices],
    )
