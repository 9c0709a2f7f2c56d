"""What a row of a run tells, as a file takes it."""

from collections.abc import Sequence
from datetime import datetime
from operator import attrgetter
from typing import Any

from booking.period import STOCKHOLM
from payroll.columns import Facts
from payroll.models import RunLine

TAKEN_BACK, INSTEAD = "V", "R"
TELLS = (
    "day", "minutes", "hundredths", "code", "wage_type", "shift.starts", "shift.ends", "shift.account", "shift.reason",
    "shift.booking_id", "shift.workplace", "shift.occupation", "shift.area", "takes_back_id", "shift.replaces_id",
)  # fmt: skip
"""What a line and its shift say, from a row at hand or, by `STORED`, from the database without making any."""

STORED = [name.replace(".", "__") for name in TELLS]
_at_hand = attrgetter(*TELLS)


def of_line(line: RunLine, *, run: int, employee_number: str) -> Facts:
    """Of a line with its shift at hand: no query."""
    return facts_of(_at_hand(line), run=run, employee_number=employee_number)


def facts_of(told: Sequence[Any], *, run: int, employee_number: str) -> Facts:
    """Of the values that `TELLS` names, in that order."""
    day, minutes, hundredths, code, wage_type, starts, ends, account, reason, booking, *rest = told
    workplace, occupation, area, takes_back, replaces = rest
    return Facts(
        employee_number=employee_number,
        day=day,
        starts=_clock(starts),
        ends=_clock(ends),
        minutes=minutes,
        hundredths=hundredths,
        code=code,
        wage_type=wage_type,
        account=account,
        reason=reason,
        booking=str(booking),
        correction=mark_of(takes_back, replaces),
        workplace=workplace,
        occupation=occupation,
        area=area,
        run=run,
    )


def mark_of(takes_back: object, replaces: object) -> str:
    """V for what is taken back, R for what comes in its place."""
    if takes_back:
        return TAKEN_BACK
    return INSTEAD if replaces else ""


def _clock(moment: datetime | None) -> datetime | None:
    return moment.astimezone(STOCKHOLM) if moment else None
