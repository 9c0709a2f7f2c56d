"""A paper holds whole days in Sweden; the database keeps half-open moments. Pure."""

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
