"""What a rule is given, and what it answers. Plain values; nothing here knows of a database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum
from uuid import UUID

from booking.period import Period, joined


class Weight(Enum):
    """What a breach means for a booking."""

    HARD = "hard"  # never
    OVERRIDABLE = "overridable"  # a named role may, with a reason
    NOTICE = "notice"  # shown, stops nothing


class Channel(Enum):
    """By what way the shift would be given."""

    DIRECT = "direct"  # nobody asks the substitute first
    ASKED = "asked"  # she has said yes, or registered her interest
    PLANNER = "planner"  # a planner books, and has spoken with her


@dataclass(frozen=True, slots=True)
class Terms:
    """The numbers that the rules use; they differ between agreements and municipalities."""

    daily_rest: timedelta = timedelta(hours=11)


@dataclass(frozen=True, slots=True)
class Shift:
    """The seat to fill."""

    period: Period
    competences: Mapping[UUID, str] = field(default_factory=dict)  # required, by key, with their names
    occupation: str = ""
    workplace: str = ""


@dataclass(frozen=True, slots=True)
class Commitment:
    """Time already given to a booked shift, and where (empty when the one who asks may not know)."""

    period: Period
    place: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One substitute against one shift: all that the rules need to know of them."""

    shift: Shift
    channel: Channel = Channel.PLANNER
    active: bool = True
    agreements: tuple[Period, ...] = ()  # for the shift's workplace and occupation
    competences: Mapping[UUID, tuple[Period, ...]] = field(default_factory=dict)
    commitments: tuple[Commitment, ...] = ()
    availability: tuple[Period, ...] = ()  # of kinds that the channel may use
    unavailable: tuple[Period, ...] = ()  # said not to be available
    terms: Terms = field(default_factory=Terms)

    def work_with_the_shift(self) -> tuple[Period, ...]:
        """Booked shifts and this one, in order; those that meet are one."""
        return joined([*(commitment.period for commitment in self.commitments), self.shift.period])


@dataclass(frozen=True, slots=True)
class Breach:
    """That a rule is not met: its code, how heavy it weighs, its words, and the facts that fill them."""

    code: str
    weight: Weight
    words: str  # Swedish, with `{fact}` fields; the source text of the translation
    facts: Mapping[str, object] = field(default_factory=dict)
