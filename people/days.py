"""A paper holds whole days in Sweden; the database keeps half-open moments. Pure."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def begins(day: date) -> datetime:
    """The moment when the day begins in Stockholm."""
    return datetime.combine(day, time(), STOCKHOLM).astimezone(UTC)


def is_over(last_day: date) -> datetime:
    """The moment when the last day is over: when the next one begins."""
    return begins(last_day + timedelta(days=1))


def day_of(moment: datetime) -> date:
    """The day that it is in Stockholm."""
    return moment.astimezone(STOCKHOLM).date()


def months_before(moment: datetime, months: int) -> datetime:
    """The beginning of the same day in Stockholm as many months earlier, or of the last of that month."""
    day = day_of(moment)
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return begins(date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])))
