"""What a row of a run tells, as a file takes it."""

from datetime import datetime

from booking.period import STOCKHOLM
from payroll.columns import Facts
from payroll.models import RunLine, RunShift

TAKEN_BACK, INSTEAD = "V", "R"


def facts_of(line: RunLine, *, run: int, employee_number: str) -> Facts:
    """Of a line with its shift at hand: no query."""
    shift = line.shift
    return Facts(
        employee_number=employee_number,
        day=line.day,
        starts=_clock(shift.starts),
        ends=_clock(shift.ends),
        minutes=line.minutes,
        hundredths=line.hundredths,
        code=line.code,
        wage_type=line.wage_type,
        account=shift.account,
        reason=shift.reason,
        booking=str(shift.booking_id),
        correction=mark_of(line, shift),
        workplace=shift.workplace,
        occupation=shift.occupation,
        area=shift.area,
        run=run,
    )


def mark_of(line: RunLine, shift: RunShift) -> str:
    """V for what is taken back, R for what comes in its place."""
    if line.takes_back_id:
        return TAKEN_BACK
    return INSTEAD if shift.replaces_id else ""


def _clock(moment: datetime | None) -> datetime | None:
    return moment.astimezone(STOCKHOLM) if moment else None
