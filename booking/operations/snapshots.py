"""What she has said of her time, as plain values: to be compared, kept, and put back."""

import uuid
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any

from booking.models import Availability, AvailabilityPattern, Kind
from booking.operations.said import Words
from booking.period import Period
from people.models import Substitute

REACH = timedelta(days=2)
"""What is said now can be joined with what was said of the day before, and no further back."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of hers; two that say the same of the same time are equal, whoever wrote them, and when."""

    period: Period
    words: Words
    pattern: uuid.UUID | None = None

    @classmethod
    def of(cls, row: Availability) -> "Row":
        """As it stands."""
        return cls(row.period, Words.of(row), row.pattern_id)

    def clashes(self, other: "Row") -> bool:
        """Whether both cannot stand at once."""
        return self.words.order_id == other.words.order_id and self.period.overlaps(other.period)


@dataclass(frozen=True, slots=True)
class Recurring:
    """How far a pattern goes."""

    pattern: uuid.UUID
    last_day: date | None
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Written:
    """By whom, and when."""

    by: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that she has said from a moment on."""

    rows: Mapping[Row, Written]
    patterns: frozenset[Recurring]

    def without(self, other: "Snapshot") -> "Snapshot":
        """What the other does not have."""
        return Snapshot(
            {row: written for row, written in self.rows.items() if row not in other.rows},
            self.patterns - other.patterns,
        )

    def __bool__(self) -> bool:
        return bool(self.rows or self.patterns)

    def packed(self) -> list[dict[str, Any]]:
        """As JSON keeps it."""
        rows = [_packed_row(row, written) for row, written in self.rows.items()]
        return rows + [{key: _plain(value) for key, value in asdict(known).items()} for known in self.patterns]

    @classmethod
    def unpacked(cls, kept: Collection[Mapping[str, Any]]) -> "Snapshot":
        """As it was before JSON kept it."""
        rows = dict(_unpacked_row(one) for one in kept if "kind" in one)
        patterns = (_unpacked_pattern(one) for one in kept if "kind" not in one)
        return cls(rows, frozenset(patterns))


def taken(substitute: Substitute, *, at: datetime) -> Snapshot:
    """What she says now, but for what is past; three queries."""
    rows = Availability.objects.filter(substitute=substitute, ends__gt=at - REACH).prefetch_related("workplaces")
    patterns = AvailabilityPattern.objects.filter(substitute=substitute)
    return Snapshot(
        {Row.of(row): Written(row.entered_by_id, row.entered_at) for row in rows},
        frozenset(Recurring(one.pk, one.last_day, one.ended_at) for one in patterns),
    )


def _plain(value: object) -> object:
    return value if value is None else value.isoformat() if isinstance(value, date) else str(value)


def _packed_row(row: Row, written: Written) -> dict[str, Any]:
    places = row.words.workplaces
    return {
        "starts": row.period.starts.isoformat(),
        "ends": row.period.ends.isoformat(),
        "kind": row.words.kind.value,
        "by_herself": row.words.by_herself,
        "workplaces": None if places is None else sorted(map(str, places)),
        "order": _plain(row.words.order_id),
        "gives_time": row.words.gives_time,
        "shift_minutes": row.words.shift_minutes,
        "pattern": _plain(row.pattern),
        "entered_by": written.by,
        "entered_at": written.at.isoformat(),
    }


def _unpacked_row(kept: Mapping[str, Any]) -> tuple[Row, Written]:
    places = kept["workplaces"]
    words = Words(
        Kind(kept["kind"]),
        kept["by_herself"],
        None if places is None else frozenset(map(uuid.UUID, places)),
        _key(kept["order"]),
        kept["gives_time"],
        kept.get("shift_minutes"),  # what was kept as this came has none
    )
    period = Period(datetime.fromisoformat(kept["starts"]), datetime.fromisoformat(kept["ends"]))
    written = Written(kept["entered_by"], datetime.fromisoformat(kept["entered_at"]))
    return Row(period, words, _key(kept["pattern"])), written


def _unpacked_pattern(kept: Mapping[str, Any]) -> Recurring:
    last, ended = kept["last_day"], kept["ended_at"]
    return Recurring(
        uuid.UUID(kept["pattern"]),
        date.fromisoformat(last) if last else None,
        datetime.fromisoformat(ended) if ended else None,
    )


def _key(kept: str | None) -> uuid.UUID | None:
    return uuid.UUID(kept) if kept else None
