"""What a rule is given, and what it answers. Plain values; nothing here knows of a database."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import Enum
from uuid import UUID

from booking.period import Period, joined
from booking.resource_time import Stretch
from booking.weeks import Month, local_day

AHEAD = timedelta(days=14)  # how far past the shift its commitments are known, and a later start is looked for


class Weight(Enum):
    """What a breach means for a booking."""

    HARD = "hard"  # never
    OVERRIDABLE = "overridable"  # a named role may, with a reason
    NOTICE = "notice"  # shown, stops nothing


class Channel(Enum):
    """By what way the shift would be given."""

    DIRECT = "direct"  # nobody asks the substitute first
    ASSISTANT = "assistant"  # nor then; but it may be time that she is paid for by the month
    ASKED = "asked"  # she has said yes, or registered her interest
    PLANNER = "planner"  # a planner books, and has spoken with her

    @property
    def asks_nobody(self) -> bool:
        """Whether her own words on her time are all that there is to go by."""
        return self in {Channel.DIRECT, Channel.ASSISTANT}


@dataclass(frozen=True, slots=True)
class Terms:
    """The numbers that the rules use; they differ between agreements and municipalities.

    A cap that is `None` is no cap. `overridable` is whether a named role may pass a breach at all.
    """

    daily_rest: timedelta = timedelta(hours=11)
    longest_span: timedelta = timedelta(hours=13)
    weekly_rest: timedelta = timedelta(hours=36)
    weekly_hours: timedelta = timedelta(hours=40)
    average_hours: timedelta = timedelta(hours=48)  # a week, over `average_weeks`
    average_weeks: int = 17  # four months
    month_cap: timedelta | None = timedelta(hours=165)
    days_in_row: int | None = 11
    overtime_four_weeks: timedelta = timedelta(hours=48)
    overtime_month: timedelta = timedelta(hours=50)
    overtime_year: timedelta = timedelta(hours=200)
    unbroken_work: timedelta = timedelta(hours=5)
    overridable: bool = True

    @property
    def weight(self) -> Weight:
        """What a breach of hours or of rest weighs."""
        return Weight.OVERRIDABLE if self.overridable else Weight.HARD


@dataclass(frozen=True, slots=True)
class Shift:
    """The seat to fill."""

    period: Period
    pause: timedelta = timedelta()
    competences: Mapping[UUID, str] = field(default_factory=dict)  # required, by key, with their names
    occupation: str = ""
    workplace: str = ""
    needs_introduction: bool = False
    introduces: bool = False  # it is the introduction itself
    records_check: str = ""  # what the workplace demands to be shown, in words; empty when it demands nothing

    @property
    def work(self) -> timedelta:
        """Its hours without the break."""
        return self.period.length - self.pause

    def starting(self, moment: datetime) -> "Shift":
        """The same shift, as long in real hours, at another time."""
        return replace(self, period=Period(moment, moment + self.period.length))


@dataclass(frozen=True, slots=True)
class Commitment:
    """Time already given to a booked shift, and where (empty when the one who asks may not know)."""

    period: Period
    place: str = ""
    pause: timedelta = timedelta()

    @property
    def work(self) -> timedelta:
        """Its hours without the break."""
        return self.period.length - self.pause


@dataclass(frozen=True, slots=True)
class Worked:
    """Booked hours without breaks, besides the shift itself, over spans too wide to list shift by shift."""

    month: timedelta = timedelta()  # the calendar month in which the shift starts
    next_month: timedelta | None = None  # the month after that; if nobody has counted, what the commitments tell
    average_weeks: timedelta = timedelta()  # the weeks of `Terms.average_weeks` that end with the shift's own week
    overtime_four_weeks: timedelta = timedelta()
    overtime_month: timedelta = timedelta()
    overtime_year: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class Employed:
    """Days of employment that count under LAS, with the shift: of its own kind, in its window."""

    kind: str = ""  # "sarskild_visstid" or "vikariat"; empty when nobody has counted
    days: int = 0
    by_agreement: bool = True  # whether vikariat is counted against the agreement's 18 months, or the law's two years


@dataclass(frozen=True, slots=True)
class Case:
    """One substitute against one shift: all that the rules need to know of them."""

    shift: Shift
    channel: Channel = Channel.PLANNER
    active: bool = True
    by_hand_only: bool = False  # protected: never asked, booked or told by the system itself
    last_day: date | None = None  # of her account; from the next she is let in no more
    absences: tuple[Period, ...] = ()
    born: date | None = None
    agreements: tuple[Period, ...] = ()  # for the shift's workplace and occupation; no end reaches `AHEAD` past it
    competences: Mapping[UUID, tuple[Period, ...]] = field(default_factory=dict)  # a higher one listed under the lower
    introduced: bool = False
    records_checks: tuple[Period, ...] = ()  # when one of the demanded kind holds
    blocked: bool = False
    commitments: tuple[Commitment, ...] = ()  # two weeks back and ahead
    availability: tuple[Period, ...] = ()  # of kinds that the channel may use
    unavailable: tuple[Period, ...] = ()  # said not to be available
    resource: tuple[Stretch, ...] = ()  # what she is paid for by the month and puts at disposal; no rule asks of it
    worked: Worked = field(default_factory=Worked)
    employed: Employed = field(default_factory=Employed)
    terms: Terms = field(default_factory=Terms)
    _known: dict[str, tuple[Period, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def work(self) -> tuple[Period, ...]:
        """Booked shifts in order; those that meet are one. Joined once, since many rules ask."""
        if "work" not in self._known:
            self._known["work"] = joined(commitment.period for commitment in self.commitments)
        return self._known["work"]

    def work_with_the_shift(self) -> tuple[Period, ...]:
        """Booked shifts and this one, in order; those that meet are one."""
        if "with the shift" not in self._known:
            self._known["with the shift"] = joined([*self.work(), self.shift.period])
        return self._known["with the shift"]

    def starting(self, moment: datetime) -> "Case":
        """The same substitute against the same shift at another time, as far as this case knows of it."""
        shift = self.shift.starting(moment)
        here, there = (Month.of(local_day(each.period.starts)) for each in (self.shift, shift))
        if here == there:
            return replace(self, shift=shift)
        return replace(self, shift=shift, worked=replace(self.worked, month=self._worked_in(there), next_month=None))

    def _worked_in(self, month: Month) -> timedelta:
        counted = self.worked.next_month
        if counted is not None and month == Month.of(local_day(self.shift.period.starts)).after:
            return counted
        known = (each for each in self.commitments if Month.of(local_day(each.period.starts)) == month)
        return sum((each.work for each in known), timedelta())


def nowhere() -> None:
    """No later start mends it."""


@dataclass(frozen=True, slots=True)
class Breach:
    """That a rule is not met: its code, how heavy it weighs, its words, and the facts that fill them."""

    code: str
    weight: Weight
    words: str  # Swedish, with `{fact}` fields; the source text of the translation
    facts: Mapping[str, object] = field(default_factory=dict)
    search: Callable[[], datetime | None] = field(default=nowhere, repr=False, compare=False)

    @property
    def earliest(self) -> datetime | None:
        """When a shift of the same length could begin, later, and break this rule no more; searched when asked."""
        return self.search()
