"""Sums and days as payroll systems write them, read into the same values whatever the format. Pure."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

LONGEST = 40
"""No sum is written with more signs; a longer one is not even looked at."""

ORE = Decimal("0.01")
EARLIEST, LATEST = 1950, 2100
NUMBER = re.compile(
    r"(?P<minus>[-\u2212])?(?P<whole>[0-9]{1,3}(?:[\s'\u2019][0-9]{3})+|[0-9]+)(?:(?P<sign>[.,])(?P<part>[0-9]+))?(?P<after>[-\u2212])?"
)
"""12 345,50 and -12345.5, and the minus behind the number as older systems write it."""

WITHOUT_DAY = {"%Y-%m-%d": "%Y-%m", "%Y%m%d": "%Y%m", "%y%m%d": "%y%m", "%d.%m.%Y": "%m.%Y", "%d/%m/%Y": "%m/%Y"}


class Unwritten(ValueError):
    """What stands there is no such value; why, in a sentence."""


@dataclass(frozen=True, slots=True)
class Written:
    """How a file writes: its decimal sign, and a day as `strptime` says.

    A `spreadsheet` has numbers and days of its own besides, which `tables` shows as 12345.5 and 2026-05-31.
    """

    sign: str = ","
    day: str = "%Y-%m-%d"
    spreadsheet: bool = False

    def to_amount(self, text: str) -> Decimal:
        """The number, with two decimals."""
        found = NUMBER.fullmatch(text) if len(text) <= LONGEST else None
        if found is None or (found["minus"] and found["after"]) or found["sign"] not in self._signs:
            raise Unwritten(_("Skriv ett tal som %(example)s.") % {"example": f"12345{self.sign}50"})
        value = Decimal(f"{re.sub('[^0-9]', '', found['whole'])}.{found['part'] or 0}")
        rounded = value.quantize(ORE, ROUND_HALF_UP)
        if rounded != value and not self.spreadsheet:
            raise Unwritten(_("Skriv högst två decimaler."))
        return -rounded if found["minus"] or found["after"] else rounded

    def to_day(self, text: str) -> date:
        """The day."""
        found = next((day for each in self._days if (day := _exactly(text, each))), None)
        if found is None:
            raise Unwritten(_("Skriv dagen som %(example)s.") % {"example": date(2026, 5, 31).strftime(self.day)})
        return found

    def to_month(self, text: str) -> date:
        """The first day of the month, written as the month alone or as any day of it."""
        shapes = [shape for each in self._days for shape in (each, WITHOUT_DAY[each])]
        found = next((day for each in shapes if (day := _exactly(text, each))), None)
        if found is None:
            example = date(2026, 5, 31).strftime(WITHOUT_DAY[self.day])
            raise Unwritten(_("Skriv månaden som %(example)s.") % {"example": example})
        return found.replace(day=1)

    @property
    def _signs(self) -> tuple[str | None, ...]:
        return (None, ".", ",") if self.spreadsheet else (None, self.sign)

    @property
    def _days(self) -> tuple[str, ...]:
        return (self.day, "%Y-%m-%d") if self.spreadsheet else (self.day,)


def _exactly(text: str, shape: str) -> date | None:
    """The day, if it is written just so: `strptime` alone would read 202611 as the first of January."""
    if len(text) > LONGEST:
        return None
    try:
        day = datetime.strptime(text, shape).date()  # noqa: DTZ007 (a day has no time zone)
    except ValueError:
        return None
    return day if EARLIEST <= day.year <= LATEST and day.strftime(shape) == text else None
