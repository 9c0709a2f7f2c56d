"""What it is worth that a seat goes to a person: the aims in their order, as points that can be added up. Pure.

Each aim outweighs all that stand below it for one seat: a seat filled is worth more than any way of filling it, and who
is paid for the time already more than who knows the place. In points they can be traded over many seats, which is told
of in docs/adr/0058.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import timedelta
from enum import IntEnum

from booking.matching.ranking import FULL_MONTH, WELL_KNOWN, Merits, Paid, Tier

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FILL = 1_000_000
SOONEST, HARDEST = 90_000, 90_000
PAID_FOR, PAID_FIRST = 20_000, 10_000
DEAREST = 5_000
WANTS_IT, TOLD = 1_200, 200
TIERS: Mapping[Tier, int] = {Tier.WISHED: 5_000, Tier.FAVOURITE: 2_400, Tier.INTRODUCED: 1_600, Tier.AREA: 800}
KNOWS_IT, HAS_BEEN_THERE = 800, 400
FURTHEST_FROM_WISH = 900
PER_HOUR_OVER = 250  # of overtime, or of rest that is owed


class Stage(IntEnum):
    """Whose time is taken first."""

    RESOURCE = 0  # she is paid for it already
    MONTHLY = 1
    HOURLY = 2


@dataclass(frozen=True, slots=True)
class Around:
    """What the worth of a pair depends on besides her merits."""

    until_start: timedelta
    candidates: int  # how many could have the seat, with her
    stage: Stage
    beyond: timedelta = timedelta()  # overtime that it makes, and rest that it owes her
    told: bool = False  # she has been asked, or has seen it proposed


@dataclass(frozen=True, slots=True)
class Worth:
    """The points of one pair, by what they are for."""

    fill: int
    soon: int
    hard: int
    stage: int
    cost: int  # nothing, or less
    continuity: int
    wish: int
    told: int

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.as_record().values())

    def as_record(self) -> dict[str, int]:
        """By name, to be kept with a decision."""
        return asdict(self)


def worth(merits: Merits, around: Around) -> Worth:
    """Of one pair."""
    return Worth(
        fill=FILL,
        soon=round(SOONEST / (1 + max(around.until_start, timedelta()) / DAY)),
        hard=round(HARDEST / max(around.candidates, 1)),
        stage=_stage(merits, around.stage),
        cost=-min(DEAREST, round(PER_HOUR_OVER * (around.beyond / HOUR))),
        continuity=TIERS.get(merits.tier, 0) + _knows(merits.shifts_here) + WANTS_IT * merits.interested,
        wish=_wish(merits),
        told=TOLD * around.told,
    )


def _stage(merits: Merits, stage: Stage) -> int:
    """Time that is paid for first; then as the policy says, and where it says nothing who is paid by the month."""
    if stage is Stage.RESOURCE:
        return PAID_FOR
    if merits.paid is Paid.SAME:
        return PAID_FIRST * (stage is Stage.MONTHLY)
    return PAID_FIRST * (merits.paid is Paid.FIRST)


def _knows(shifts_here: int) -> int:
    if shifts_here >= WELL_KNOWN:
        return KNOWS_IT
    return HAS_BEEN_THERE if shifts_here else 0


def _wish(merits: Merits) -> int:
    """More, the further she is from the hours that she would like."""
    had = merits.hours_this_month / (merits.wished or FULL_MONTH)
    return round(FURTHEST_FROM_WISH * min(max(1 - had, 0.0), 1.0))
