"""The columns of a file that the payroll system reads: what stands in each, how it is written and how wide. Pure.

What does not fit its width is never cut: it is `Unfit`, and the one who asked leaves the shift out and says so.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, Self

from payroll.paxml import decimal

WIDEST = 200
TOO_WIDE, LINE_BREAK, UNWRITABLE = "too_wide", "line_break", "unwritable"
"""Why a row cannot be written."""


class Unfit(Exception):
    """A value that its column or the file cannot hold; `facts` says which."""

    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__(reason)
        self.reason, self.facts = reason, facts


@dataclass(frozen=True, slots=True)
class Facts:
    """What a row of a file may tell. Moments are as Stockholm's clock showed; `minutes` and `hundredths` are signed.

    `correction` is V in a row that takes back what was sent before, R in one that takes its place, else empty.
    """

    employee_number: str
    day: date
    starts: datetime | None
    ends: datetime | None
    minutes: int
    hundredths: int
    code: str
    wage_type: str
    account: str
    reason: str
    booking: str
    correction: str
    workplace: str
    occupation: str
    area: str
    run: int
    personnummer: str = ""  # only its hash is known to the portal


@dataclass(frozen=True, slots=True)
class Column:
    """`source` and `format` are names of `SOURCES` and of its formats; `width` 0 is as wide as it gets."""

    source: str
    heading: str = ""
    format: str = ""
    width: int = 0
    align: str = "vänster"
    fill: str = " "

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Self:
        """As it is kept."""
        return cls(**kept)

    def kept(self) -> dict[str, Any]:
        """To be kept as JSON."""
        return asdict(self)

    def cell(self, facts: Facts, sign: str) -> str:
        """What stands there, as wide as it is to be; `Unfit` if it is wider. `sign` is the decimal one."""
        text = FORMATS[self.source][self.format](facts, sign)
        if not self.width:
            return text
        if len(text) > self.width:
            raise Unfit(TOO_WIDE, column=self.heading or self.source, width=self.width, text=text)
        if self.align != "höger":
            return text.ljust(self.width, self.fill)
        sign_of_it = text[:1] if self.fill == "0" and text.startswith("-") else ""
        return sign_of_it + text.removeprefix(sign_of_it).rjust(self.width - len(sign_of_it), self.fill)


Write = Callable[[Facts, str], str]


def _text(name: str) -> dict[str, Write]:
    return {"": lambda facts, _sign: str(getattr(facts, name))}


def _clock(name: str) -> dict[str, Write]:
    def written(shape: str) -> Write:
        def write(facts: Facts, _sign: str) -> str:
            moment: datetime | None = getattr(facts, name)
            return f"{moment:{shape}}" if moment else ""

        return write

    return {"": written("%H:%M"), "TTMM": written("%H%M"), "datum": written("%Y-%m-%d"), "ÅÅÅÅMMDD": written("%Y%m%d")}


def _minutes_by_clock(facts: Facts, _sign: str) -> str:
    whole, rest = divmod(abs(facts.minutes), 60)
    return f"{'-' if facts.minutes < 0 else ''}{whole}:{rest:02}"


FORMATS: Mapping[str, Mapping[str, Write]] = {
    "anställningsnummer": _text("employee_number"),
    "personnummer": _text("personnummer"),
    "datum": {
        "": lambda facts, _sign: facts.day.isoformat(),
        "ÅÅÅÅMMDD": lambda facts, _sign: f"{facts.day:%Y%m%d}",
        "ÅÅMMDD": lambda facts, _sign: f"{facts.day:%y%m%d}",
    },
    "från": _clock("starts"),
    "till": _clock("ends"),
    "timmar": {
        "": lambda facts, sign: decimal(facts.hundredths, sign),
        "hundradelar": lambda facts, _sign: str(facts.hundredths),
        "minuter": lambda facts, _sign: str(facts.minutes),
        "TT:MM": _minutes_by_clock,
    },
    "löneart": _text("wage_type"),
    "tidkod": _text("code"),
    "kontering": _text("account"),
    "orsak": _text("reason"),
    "bokning": _text("booking"),
    "rättelse": _text("correction"),
    "arbetsplats": _text("workplace"),
    "yrke": _text("occupation"),
    "område": _text("area"),
    "körning": _text("run"),
}
"""What a column may hold, by the name that the one who writes a layout knows it by, and the ways to write it."""
