"""One colleague as a source says her: who she is, and the roles that she is to have. Kept as plain values. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from typing import Any, Self

from people.days import begins, is_over

Row = Mapping[str, Any]
"""A colleague as JSON keeps her; of one who is hidden or erased meanwhile, only that she was there."""


@dataclass(frozen=True, slots=True)
class WantedRole:
    """A role by its code, at a place by its key, and its first and last day (2026-05-13); empty is no place, no day."""

    role: str
    area: str = ""
    workplace: str = ""
    first: str = ""
    last: str = ""

    @property
    def place(self) -> tuple[str, str, str]:
        """Which role, wherever; the days may be others."""
        return self.role, self.area, self.workplace

    def is_over(self, *, now: datetime) -> bool:
        """Whether its last day has passed."""
        _starts, ends = self.days
        return ends is not None and ends <= now

    @property
    def days(self) -> tuple[datetime | None, datetime | None]:
        """From when to when, half-open."""
        starts = begins(date.fromisoformat(self.first)) if self.first else None
        return starts, is_over(date.fromisoformat(self.last)) if self.last else None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A colleague: `key` is the register's for her, if it is one; `born` makes the user name and is not kept."""

    number: int
    first_name: str = ""
    last_name: str = ""
    phone: str = ""
    email: str = ""
    born: str = ""
    username: str = ""
    key: str = ""
    roles: tuple[WantedRole, ...] = ()
    faults: Mapping[str, str] = field(default_factory=dict)

    def as_row(self) -> dict[str, Any]:
        """As JSON keeps her."""
        return asdict(self)

    @classmethod
    def of(cls, row: Row) -> Self:
        """As she was kept."""
        roles = tuple(WantedRole(**each) for each in row.get("roles", ()))
        return cls(**{**row, "roles": roles, "faults": dict(row.get("faults", {}))})


def together(roles: Iterable[WantedRole]) -> tuple[WantedRole, ...]:
    """The same role at the same place once: from the earliest of the first days to the latest of the last."""
    found: dict[tuple[str, str, str], WantedRole] = {}
    for role in roles:
        had = found.get(role.place)
        found[role.place] = role if had is None else _both(had, role)
    return tuple(found[place] for place in sorted(found))


def _both(one: WantedRole, other: WantedRole) -> WantedRole:
    first = "" if "" in {one.first, other.first} else min(one.first, other.first)
    last = "" if "" in {one.last, other.last} else max(one.last, other.last)
    return replace(one, first=first, last=last)


def in_order(people: Sequence[Wanted]) -> list[dict[str, Any]]:
    """As rows, numbered from 1 where the source has no numbers of its own."""
    return [replace(person, number=person.number or number).as_row() for number, person in enumerate(people, 1)]
