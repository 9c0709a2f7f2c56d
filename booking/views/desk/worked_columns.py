"""The columns of worked time as a file."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from booking.views.desk.worked_rows import Row, booked_work
from people.exports import Column, Kind

A_MINUTE, AN_HOUR = timedelta(minutes=1), timedelta(hours=1)


def of(kind: Kind) -> list[Column[Row]]:
    """Keys and codes are for machines."""
    columns = [*_of_the_shift(), *_of_the_time(), *_of_the_state()]
    return [column for for_people, column in columns if for_people or kind is Kind.CSV]


def _of_the_shift() -> Iterator[tuple[bool, Column[Row]]]:
    yield False, Column("booking", _("Bokning"), lambda row: str(row.booking.pk))
    yield True, Column("day", _("Dag"), lambda row: row.stands.day, width=12)
    yield True, Column("substitute", _("Vikarie"), lambda row: str(row.booking.substitute), width=26)
    yield True, Column("employee_number", _("Anställningsnummer"), lambda row: row.stands.employee_number, width=20)
    yield True, Column("area", _("Område"), lambda row: row.booking.order.workplace.area.name, width=22)
    yield True, Column("workplace", _("Arbetsplats"), lambda row: row.booking.order.workplace.name, width=28)
    yield True, Column("occupation", _("Yrke"), lambda row: capfirst(row.booking.order.occupation.name), width=20)


def _of_the_time() -> Iterator[tuple[bool, Column[Row]]]:
    """As booked, and what stands; hours are real ones, without the break."""
    yield True, Column("booked_starts", _("Bokad från"), lambda row: row.booking.starts, moment=True)
    yield True, Column("booked_ends", _("Bokad till"), lambda row: row.booking.ends, moment=True)
    yield True, Column("starts", _("Började"), _began, moment=True)
    yield True, Column("ends", _("Slutade"), _ended, moment=True)
    yield True, Column("break_minutes", _("Rast, minuter"), lambda row: row.stands.rest // A_MINUTE, width=13)
    yield True, Column("hours", _("Timmar"), lambda row: round(row.stands.work / AN_HOUR, 2), width=9)
    yield True, Column("difference", _("Skillnad, timmar"), _difference, width=15)


def _of_the_state() -> Iterator[tuple[bool, Column[Row]]]:
    yield False, Column("version", _("Ordning"), lambda row: row.stands.version)
    yield False, Column("state", _("Läge"), lambda row: row.state.value)
    yield True, Column("state_name", _("Läge"), lambda row: capfirst(str(row.state.label)), width=26)
    yield True, Column("attested_at", _("Attesterad"), lambda row: row.booking.attested_at, moment=True)
    yield True, Column("attested_by", _("Attesterad av"), lambda row: str(row.booking.attested_by or ""), width=26)


def _began(row: Row) -> datetime | None:
    return row.stands.period.starts if row.stands.period else None


def _ended(row: Row) -> datetime | None:
    return row.stands.period.ends if row.stands.period else None


def _difference(row: Row) -> float:
    return round((row.stands.work - booked_work(row.booking)) / AN_HOUR, 2)
