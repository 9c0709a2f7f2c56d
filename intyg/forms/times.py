"""The times that a certificate is usually asked for, said as days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from intyg.models import CertificateType

OWN, PICKED = "egen", "passen"


@dataclass(frozen=True, slots=True)
class Choice:
    """A way of saying which time: its words, and the days it stands for."""

    code: str
    name: str | Promise
    icon: str = "calendar"
    days: tuple[date, date] | None = None

    @property
    def small(self) -> str:
        """1 maj 2025–30 april 2026"""
        if self.days:
            return "–".join(date_format(day, "j F Y") for day in self.days)
        return _("Du väljer datum") if self.code == OWN else _("Från det första till det sista")


def choices(kinds: Sequence[CertificateType], *, today: date, released: bool = False) -> list[Choice]:
    """The times that are usual for the certificates, the most usual first; `released`: she has shifts to pick."""
    own = Choice(OWN, pgettext_lazy("period", "Annan tid"), icon="edit")
    lost = CertificateType.LOST_INCOME
    alone = set(kinds) == {lost}
    usual = [] if alone else _years(today)
    if alone and released:
        usual.append(Choice(PICKED, gettext_lazy("Passen som jag kryssar i"), icon="check"))
    if lost in kinds:
        usual += _months(today)
    return [*usual, own]


def _months(today: date) -> list[Choice]:
    month = today.replace(day=1)
    last_month = _before(month).replace(day=1), _before(month)
    return [
        Choice("manaden", gettext_lazy("Den här månaden"), days=(month, today)),
        Choice("forra_manaden", gettext_lazy("Förra månaden"), days=last_month),
    ]


def _years(today: date) -> list[Choice]:
    month, year = today.replace(day=1), today.replace(month=1, day=1)
    twelve, last_year = month.replace(year=month.year - 1), year.replace(year=year.year - 1)
    return [
        Choice("ett_ar", gettext_lazy("Senaste 12 månaderna"), days=(twelve, _before(month))),
        Choice("forra_aret", gettext_lazy("Förra året"), days=(last_year, _before(year))),
    ]


def _before(day: date) -> date:
    return day - timedelta(days=1)
