"""What a source says of a colleague otherwise than the portal does."""

from collections.abc import Mapping
from datetime import datetime

from people.importing.staff.wanted import Wanted, WantedRole
from people.models import RoleAssignment, User
from people.operations.accounts import telephone

Held = Mapping[tuple[str, str, str], RoleAssignment]
"""The roles of one user, by role and place."""


def changed(wanted: Wanted, user: User) -> tuple[str, ...]:
    """What is another. What the source does not say stays, and a substitute's is her planners' to keep."""
    if hasattr(user, "substitute"):
        return ()
    said = {
        "first_name": wanted.first_name, "last_name": wanted.last_name,
        "phone": telephone(wanted.phone), "email": wanted.email.lower(),
    }  # fmt: skip
    return tuple(name for name, value in said.items() if value and getattr(user, name) != value)


def is_new(role: WantedRole, held: RoleAssignment | None) -> bool:
    """A role that was given by hand until further notice is not cut short by anything that a source says."""
    if held is None:
        return True
    starts, ends = role.days
    return (held.by_register or held.ends is not None) and (held.starts, held.ends) != (starts, ends)


def over(wanted: Wanted, held: Held, now: datetime) -> tuple[RoleAssignment, ...]:
    """The roles that the register gave, and now says are over."""
    ended = {role.place for role in wanted.roles if role.is_over(now=now)}
    return tuple(row for place, row in held.items() if row.by_register and place in ended)


def _has_ended(row: RoleAssignment, now: datetime) -> bool:
    return row.ends is not None and row.ends <= now


def gone(wanted: Wanted, held: Held, now: datetime) -> tuple[RoleAssignment, ...]:
    """The roles that the register gave, that are not over, and that it no longer says."""
    said = {role.place for role in wanted.roles}
    hers = (row for place, row in held.items() if row.by_register and place not in said and not _has_ended(row, now))
    return tuple(hers) if wanted.key else ()
