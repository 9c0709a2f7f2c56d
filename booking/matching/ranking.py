"""Who comes first on the list, and why. Pure: no database, no clock.

Somebody who never answers is not always first: what she lets pass counts as hours that she has been offered. Nor is she
ever removed, and her no costs her nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum, IntEnum
from typing import TypeVar

from booking.resource_time import Fit
from booking.rules.words import gettext_noop

Key = TypeVar("Key")

HOUR = timedelta(hours=1)
FULL_MONTH = 165 * HOUR
"""What somebody who has not said is taken to wish for."""

WELL_KNOWN = 5
"""So many shifts at a workplace, and one knows it as well as anybody."""


class Tier(IntEnum):
    """How near she stands to the workplace; what counts first."""

    WISHED = 0  # asked for by name
    FAVOURITE = 1  # the workplace would like her again
    INTRODUCED = 2
    AREA = 3  # an agreement that reaches there
    OTHER = 4


class Paid(Enum):
    """How she is paid, seen from what the policy takes first."""

    FIRST = "first"
    SAME = "same"  # the policy makes no difference
    AFTER = "after"


TIERS = {
    Tier.WISHED: gettext_noop("Önskad av arbetsplatsen"),
    Tier.FAVOURITE: gettext_noop("Favorit på arbetsplatsen"),
    Tier.INTRODUCED: gettext_noop("Introducerad på arbetsplatsen"),
    Tier.AREA: gettext_noop("Har avtal här"),
    Tier.OTHER: gettext_noop("Utan avtal här"),
}


ON_RESOURCE_TIME = {
    Fit.EXACT: gettext_noop("Har resurspass då"),
    Fit.INSIDE: gettext_noop("Har resurspass då"),
    Fit.MOVABLE: gettext_noop("Akut resurstid, flyttas"),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that her place on the list rests on: its code, its words, and the facts that fill them."""

    code: str
    words: str  # Swedish, with `{fact}` fields; the source text of the translation
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Merits:
    """What speaks for a candidate, in the order in which it counts."""

    tier: Tier
    paid: Paid
    interested: bool
    has_time: bool  # her own availability covers the shift
    shifts_here: int  # booked at the workplace before
    hours_this_month: timedelta  # with this shift, and with what she was asked about and let pass
    wished: timedelta | None  # hours a month
    last_asked: datetime | None
    hours_this_week: timedelta  # with this shift; shown, and not weighed
    name: str  # only so that the list is the same each time
    resource: Fit | None = None  # how the shift lies to time that she is paid for by the month

    def order(self) -> tuple[object, ...]:
        """Smaller comes first."""
        return (
            self.tier,
            self.paid is Paid.AFTER,
            not self.interested,
            not self.has_time,
            self.resource is None,
            self._strangeness,
            self.hours_this_month / (self.wished or FULL_MONTH),
            self.last_asked.timestamp() if self.last_asked else 0,
            self.name,
        )

    @property
    def _strangeness(self) -> int:
        """How new the place is to her: 0 knows it well, 1 has been there, 2 has not."""
        return 2 if not self.shifts_here else int(self.shifts_here < WELL_KNOWN)

    def reasons(self) -> Iterator[Reason]:
        """Why she stands where she stands, in the order in which it counts."""
        yield Reason("tier", TIERS[self.tier])
        if self.paid is Paid.FIRST:
            yield Reason("paid", gettext_noop("Har den löneform som går först"))
        if self.interested:
            yield Reason("interested", gettext_noop("Har anmält intresse"))
        if self.resource:
            yield Reason("resource", ON_RESOURCE_TIME[self.resource])
        elif self.has_time:
            yield Reason("has_time", gettext_noop("Har lagt in tid"))
        if self.shifts_here:
            yield Reason("shifts_here", gettext_noop("Pass här tidigare: {n}"), {"n": self.shifts_here})
        hours = {"hours": self.hours_this_month, "wished": self.wished}
        if self.wished:
            yield Reason("hours", gettext_noop("Får {hours} den månaden, önskar {wished}"), hours)
        else:
            yield Reason("hours", gettext_noop("Får {hours} den månaden"), hours)
        if self.last_asked:
            yield Reason("last_asked", gettext_noop("Frågades senast {when}"), {"when": self.last_asked})

    def as_record(self) -> dict[str, object]:
        """The same as plain values, to be kept with the decision. Hours are numbers, moments are ISO 8601."""
        return {
            "tier": self.tier.name.lower(),
            "paid": self.paid.value,
            "interested": self.interested,
            "has_time": self.has_time,
            "resource": self.resource and self.resource.value,
            "shifts_here": self.shifts_here,
            "hours_this_month": self.hours_this_month / HOUR,
            "wished": self.wished and self.wished / HOUR,
            "last_asked": self.last_asked and self.last_asked.isoformat(),
        }


def ranked(merits: Iterable[tuple[Key, Merits]]) -> list[Key]:
    """The keys, best first. An answer of no never lowers anybody."""
    return [key for key, _merits in sorted(merits, key=lambda pair: pair[1].order())]
