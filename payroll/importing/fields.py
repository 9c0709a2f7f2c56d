"""What each field of ours holds, which a file must have, and how what stands in a cell is understood."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from django.utils.translation import gettext as _

from payroll.importing.written import Unwritten, Written
from payroll.models import FactsLayout

Value = Decimal | date | str | None

MOST = {"money": Decimal(500_000), "rate": Decimal(5_000), "hours": Decimal(744), "percent": Decimal(100)}
"""More than this in a month, an hour, a month (of 31 days) and an employment is an error of writing."""

A_FORMULA = "=+-@"


class Holds(Enum):
    """What stands in the column."""

    MONEY = "money"
    RATE = "rate"
    HOURS = "hours"
    PERCENT = "percent"
    MONTH = "month"
    DAY = "day"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of ours by its key in the models; `needed` is that no row is understood without it."""

    key: str
    holds: Holds
    needed: bool = False
    longest: int = 100

    @property
    def adds_up(self) -> bool:
        """Whether two rows of the same person and month may be one sum."""
        return self.holds in {Holds.MONEY, Holds.HOURS}

    @property
    def empty(self) -> str | None:
        """What a cell with nothing in it means."""
        return "" if self.holds is Holds.WORDS else None


PAY = (
    Field("month", Holds.MONTH, needed=True),
    Field("reference", Holds.WORDS, longest=60),
    Field("gross", Holds.MONEY, needed=True),
    Field("hourly_pay", Holds.RATE),
    *(Field(f"{key}_pay", Holds.MONEY) for key in ("holiday", "overtime", "additional", "ob", "on_call", "sick")),
    *(Field(f"{key}_hours", Holds.HOURS) for key in ("overtime", "additional", "absence")),
)
EMPLOYMENT = (
    Field("reference", Holds.WORDS, needed=True, longest=60),
    Field("form", Holds.WORDS, needed=True),
    Field("title", Holds.WORDS),
    Field("since", Holds.DAY, needed=True),
    Field("until", Holds.DAY),
    Field("hourly_pay", Holds.RATE),
    Field("percent", Holds.PERCENT),
    Field("end_reason", Holds.WORDS),
)
OF_KIND: Mapping[str, tuple[Field, ...]] = {FactsLayout.Kind.PAY: PAY, FactsLayout.Kind.EMPLOYMENT: EMPLOYMENT}
ALL: Mapping[str, Field] = {field.key: field for field in (*EMPLOYMENT, *PAY)}


def in_file(layout: FactsLayout) -> list[Field]:
    """The fields that the layout says where to find, without the person."""
    return [field for field in OF_KIND[layout.kind] if layout.column_of(field.key)]


def understood(field: Field, text: str, written: Written, *, today: date) -> Value:
    """The value of the cell; nothing if it is empty and may be. `Unwritten` says in a sentence what is wrong."""
    if not text:
        if field.needed:
            raise Unwritten(_("Här måste något stå."))
        return field.empty
    return READ[field.holds](field, text, written, today)


def _number(field: Field, text: str, written: Written, _today: date) -> Value:
    value = written.to_amount(text)
    if value < 0:
        raise Unwritten(_("Talet är negativt. Rätta det i lönesystemet."))
    if value > MOST[field.holds.value]:
        raise Unwritten(_("Talet är orimligt stort."))
    return value


def _month(_field: Field, text: str, written: Written, today: date) -> Value:
    month = written.to_month(text)
    if month > today:
        raise Unwritten(_("Månaden har inte börjat."))
    return month


def _day(_field: Field, text: str, written: Written, _today: date) -> Value:
    return written.to_day(text)


def _words(field: Field, text: str, _written: Written, _today: date) -> Value:
    if text.startswith(tuple(A_FORMULA)):
        raise Unwritten(_("Börja inte med =, +, - eller @."))
    if len(text) > field.longest:
        raise Unwritten(_("Skriv högst %(number)d tecken.") % {"number": field.longest})
    return text


READ: Mapping[Holds, Callable[[Field, str, Written, date], Value]] = {
    Holds.MONEY: _number, Holds.RATE: _number, Holds.HOURS: _number, Holds.PERCENT: _number,
    Holds.MONTH: _month, Holds.DAY: _day, Holds.WORDS: _words,
}  # fmt: skip


def plain(value: Value) -> str | None:
    """As JSON keeps it: 12345.50, 2026-05-31."""
    return value if value is None or isinstance(value, str) else str(value)


def from_plain(field: Field, kept: str | None) -> Value:
    """The value again."""
    if kept is None or field.holds is Holds.WORDS:
        return kept
    return date.fromisoformat(kept) if field.holds in {Holds.MONTH, Holds.DAY} else Decimal(kept)
