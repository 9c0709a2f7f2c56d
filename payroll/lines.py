"""What a shift's pieces become in a file: hours of a day and a class, in hundredths that add up. Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from booking.worked.pieces import Piece, TimeKind

MINUTE = timedelta(minutes=1)
Class = tuple[str, str]
"""What an hour is (a `TimeKind` or an `Ob`, by its value), and how it is paid."""


@dataclass(frozen=True, slots=True)
class Line:
    """So many minutes of a day, all of one class; in hundredths of an hour as a file says them."""

    day: date
    what: str
    pay_form: str
    minutes: int
    hundredths: int

    @property
    def of(self) -> Class:
        """What a wage code is looked up by."""
        return self.what, self.pay_form


def lines_of(pieces: Iterable[Piece], also_overtime: Collection[Class], *, banked: bool = False) -> list[Line]:
    """The hours by day and kind, and then the inconvenient ones among them by day and class.

    Hours that are paid as overtime carry no OB (AB § 21), but for the classes that `also_overtime` names. Hours that
    are `banked` are given back as time and not paid, whatever kind they are; their OB is. The rows of each sort add up
    to all of their minutes, rounded once.
    """
    worked: defaultdict[tuple[date, str, str], int] = defaultdict(int)
    inconvenient: defaultdict[tuple[date, str, str], int] = defaultdict(int)
    for piece in pieces:
        minutes, form = piece.work // MINUTE, piece.paper.pay_form
        if not banked:
            worked[piece.day, piece.kind.value, form] += minutes
        carries_ob = banked or piece.kind is not TimeKind.OVERTIME
        if piece.ob and (carries_ob or (piece.ob.value, form) in also_overtime):
            inconvenient[piece.day, piece.ob.value, form] += minutes
    return [*_rounded(worked), *_rounded(inconvenient)]


def shares(minutes: Sequence[int]) -> list[int]:
    """Hundredths of an hour of each, that add up to the sum rounded: the largest remainders go up, first come first.

    A third of a shift that is 20 minutes is 33, and three of them are 100.
    """
    found = [each * 5 // 3 for each in minutes]
    whole = (sum(minutes) * 10 + 3) // 6  # five thirds of it, rounded: there are no halves
    by_remainder = sorted(range(len(minutes)), key=lambda place: -(minutes[place] * 5 % 3))
    for place in by_remainder[: whole - sum(found)]:
        found[place] += 1
    return found


def _rounded(sums: dict[tuple[date, str, str], int]) -> list[Line]:
    hundredths = shares(list(sums.values()))
    return [
        Line(day, what, form, minutes, share)
        for ((day, what, form), minutes), share in zip(sums.items(), hundredths, strict=True)
    ]
