"""When a certificate is promised: so many working days after it was asked for. Pure: the calendar is handed in."""

from datetime import date, timedelta

from booking.inconvenient import Calendar, DayKind

A_DAY = timedelta(days=1)
FREE = {DayKind.RED, DayKind.MAJOR}
SATURDAY = 5


def is_working(day: date, kind_of: Calendar) -> bool:
    """Whether the payroll office is at work."""
    return day.weekday() < SATURDAY and kind_of(day) not in FREE


def after(day: date, number: int, kind_of: Calendar) -> date:
    """The working day that is the `number`th after `day`; of 0 the day itself."""
    for _passed in range(number):
        day += A_DAY
        while not is_working(day, kind_of):
            day += A_DAY
    return day


def between(first: date, last: date, kind_of: Calendar) -> int:
    """How many working days there are after `first`, up to and with `last`."""
    days = (first + A_DAY * number for number in range(1, (last - first).days + 1))
    return sum(is_working(day, kind_of) for day in days)
