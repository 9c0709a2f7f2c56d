"""How a thing that can be decided in a policy is said: its label, its unit, its limits."""

from dataclasses import dataclass
from datetime import time, timedelta
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from booking.models import Policy
from booking.models.policy import NONE_BY_ZERO
from portal.templatetags.times import clock

A_MINUTE, AN_HOUR, A_DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


class Unit(Enum):
    """What kind of value a setting has."""

    YES_NO = "yes_no"
    CHOICE = "choice"
    LENGTH = "length"
    CLOCK = "clock"
    HOURS = "hours"
    DAYS = "days"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be decided, by its name in `OfferTerms`; the limits are of its own kind."""

    name: str
    unit: Unit
    label: Promise
    help: Promise
    least: timedelta | int | None = None
    most: timedelta | int | None = None
    nought: str | Promise = ""  # what none of it is called, where that is not a number

    @property
    def choices(self) -> list[tuple[str, str | Promise]]:
        """The codes and words of a choice."""
        return list(Policy._meta.get_field(self.name).choices or ())  # type: ignore[union-attr, arg-type]

    def says(self, value: object) -> str:
        """The value in words: 3 tim, 21.00, Ja, månadsavlönade först."""
        if isinstance(value, bool):
            return _("Ja") if value else _("Nej")
        if self.nought and not value:
            return str(self.nought)
        if isinstance(value, timedelta):
            return length(value)
        if isinstance(value, time):
            return clock(value)
        if isinstance(value, int):
            return self._counted(value)
        return str(dict(self.choices).get(str(value), value))

    def fault(self, value: object) -> str:
        """Why the value cannot be meant; empty when it can."""
        if self.name in NONE_BY_ZERO and not value:
            return ""
        if self.least is None or self.most is None or not isinstance(value, type(self.least)):
            return ""
        if self.least <= value <= self.most:  # type: ignore[operator]
            return ""
        return _("Välj något från %(least)s till %(most)s.") % {
            "least": self.says(self.least),
            "most": self.says(self.most),
        }

    def _counted(self, value: int) -> str:
        if self.unit is Unit.HOURS:
            return _("%(n)d tim") % {"n": value}
        if self.unit is Unit.DAYS:
            return ngettext("%(n)d dag", "%(n)d dagar", value) % {"n": value}
        return str(value)


@dataclass(frozen=True, slots=True)
class Section:
    """Settings that are read together."""

    heading: Promise
    settings: tuple[Setting, ...]


def length(time_left: timedelta) -> str:
    """2 tim 10 min; from two days on in days and hours"""
    minutes = int(time_left / A_MINUTE)
    days, rest = divmod(minutes, 24 * 60) if minutes >= 48 * 60 else (0, minutes)
    hours, minutes = divmod(rest, 60)
    parts = [
        _("%(n)d dygn") % {"n": days} if days else "",
        _("%(n)d tim") % {"n": hours} if hours else "",
        _("%(n)d min") % {"n": minutes} if minutes and not days else "",
    ]
    return " ".join(filter(None, parts)) or _("0 min")
