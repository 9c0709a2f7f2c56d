"""When shifts begin by Stockholm's clock: a shift over midnight is of the day on which it began. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from booking.period import STOCKHOLM

NEAR_THE_MOST, TOO_MANY_TO_NAME = 0.75, 4


class Turn(IntEnum):
    """Day, evening or night, by when the shift begins: from 05, 13 and 20."""

    DAY = 0
    EVENING = 1
    NIGHT = 2


DAY_FROM, EVENING_FROM, NIGHT_FROM = 5, 13, 20


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A weekday (Monday is 0) and a turn."""

    weekday: int
    turn: Turn


def slot_of(starts: datetime) -> Slot:
    """Where a shift that begins then belongs."""
    local = starts.astimezone(STOCKHOLM)
    if DAY_FROM <= local.hour < EVENING_FROM:
        return Slot(local.weekday(), Turn.DAY)
    evening = EVENING_FROM <= local.hour < NIGHT_FROM
    return Slot(local.weekday(), Turn.EVENING if evening else Turn.NIGHT)


def heat(number: int, most: int) -> int:
    """How warm a cell is, from 0 to 4, beside the one with the most."""
    return 0 if not number else 1 + min(3, 4 * number // (most + 1))


def worst(missing: Mapping[Slot, int]) -> list[Slot]:
    """The slots where most lack somebody, in the order of the week; none if it is spread too wide to name them."""
    most = max(missing.values(), default=0)
    if not most:
        return []
    near = [slot for slot, number in missing.items() if number >= NEAR_THE_MOST * most]
    return sorted(near) if len(near) <= TOO_MANY_TO_NAME else []


def by_turn(slots: Iterable[Slot]) -> dict[Turn, list[int]]:
    """The weekdays of each turn, so that a sentence says each turn once."""
    days: dict[Turn, list[int]] = {}
    for slot in sorted(slots, key=lambda slot: (slot.turn, slot.weekday)):
        days.setdefault(slot.turn, []).append(slot.weekday)
    return days
