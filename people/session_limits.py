"""When a session is over: how long it may lie untouched, and how long it may last, by who she is. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """What a session is held to. Its value is its name in the settings."""

    OWN_DEVICE = "own_device"
    SHARED = "shared"
    MANAGER = "manager"
    DESK = "desk"
    OWNER = "owner"
    HELP = "help"


class Limits(NamedTuple):
    """`idle` is counted from when she last did anything, `absolute` from when she signed in."""

    idle: timedelta
    absolute: timedelta


class Over(Enum):
    """Why a session has ended by itself."""

    IDLE = "idle"
    ABSOLUTE = "absolute"


Table = Mapping[Kind, Limits]

AT_LEAST_EVERY = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Held:
    """What is known of a session: when she signed in, when she last did anything, and all that she is."""

    began: datetime
    seen: datetime
    kinds: Collection[Kind]


def limits(held: Held, table: Table) -> Limits:
    """The strictest of all that she is."""
    hers = [table[kind] for kind in held.kinds]
    return Limits(min(one.idle for one in hers), min(one.absolute for one in hers))


def over(held: Held, table: Table, *, now: datetime) -> Over | None:
    """Why the session is over; nothing while it goes on."""
    idle, absolute = limits(held, table)
    if now - held.began >= absolute:
        return Over.ABSOLUTE
    return Over.IDLE if now - held.seen >= idle else None


def is_worth_noting(held: Held, table: Table, *, now: datetime) -> bool:
    """Whether so much time has passed since she was seen that it is written down again: not at every click."""
    return now - held.seen >= min(limits(held, table).idle / 60, AT_LEAST_EVERY)
