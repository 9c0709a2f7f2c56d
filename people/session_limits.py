"""When a session is over: how long it may lie untouched, and how long it may last, by who she is. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import NamedTuple

from people.roles import ROLES, SYSTEM_OWNER


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


@dataclass(frozen=True, slots=True)
class Held:
    """What is known of a session. `own_device` is whether she asked to be remembered there."""

    began: datetime
    seen: datetime
    roles: frozenset[str] = frozenset()
    own_device: bool = False
    is_help: bool = False


def kinds(held: Held) -> Collection[Kind]:
    """All that she is; whoever has no role is a substitute, on a telephone of her own or at a computer of others."""
    hers = {_kind_of(code) for code in held.roles} or {Kind.OWN_DEVICE if held.own_device else Kind.SHARED}
    return hers | {Kind.HELP} if held.is_help else hers


def limits(held: Held, table: Table) -> Limits:
    """The strictest of all that she is."""
    hers = [table[kind] for kind in kinds(held)]
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


AT_LEAST_EVERY = timedelta(minutes=10)


def _kind_of(code: str) -> Kind:
    if code == SYSTEM_OWNER.code:
        return Kind.OWNER
    role = ROLES.get(code)
    return Kind.MANAGER if role and not role.at_the_desk else Kind.DESK
