"""When an assistant takes its turn, by Stockholm's clock. Pure.

Its hours may pass midnight; the same clock time twice means that it works at all hours. Turns are counted from
midnight: every whole ten minutes, every whole hour.
"""

from datetime import UTC, datetime, time, timedelta

from booking.period import STOCKHOLM


def works(moment: datetime, starts: time, ends: time) -> bool:
    """Whether the clock shows a time within the hours; the last belongs to the night."""
    clock = moment.astimezone(STOCKHOLM).time()
    if starts < ends:
        return starts <= clock < ends
    return starts == ends or clock >= starts or clock < ends


def turn(moment: datetime, interval: timedelta) -> datetime:
    """When the turn that the moment belongs to began, in UTC.

    An hour that the clock passes twice has its turns twice; one that it jumps over has none.
    """
    local = moment.astimezone(STOCKHOLM)
    midnight = datetime.combine(local.date(), time())
    reading = midnight + (local.replace(tzinfo=None) - midnight) // interval * interval
    passes = (reading.replace(tzinfo=STOCKHOLM, fold=fold).astimezone(UTC) for fold in (0, 1))
    return max(each for each in passes if each <= moment)
