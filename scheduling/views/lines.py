"""What comes of each row of a file, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from booking.models import Kind
from booking.period import Period
from scheduling.plan import Line, What

WORDS: dict[What, tuple[str, Promise]] = {
    What.NEW: ("ledig", _("Ny")),
    What.CHANGED: ("fraga", _("Ändras")),
    What.SAME: ("grus", _("Som förut")),
    What.WITHDRAWN: ("ljung", _("Tas bort")),
    What.REFUSED: ("lingon", _("Läses inte in")),
}
"""The badge and the word of each outcome."""

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Shown:
    """A row as it is read: whose, when and what."""

    number: int
    external_id: str
    badge: str
    word: Promise
    who: str
    employee_number: str
    kind: str
    period: Period | None
    why: str

    @property
    def is_long(self) -> bool:
        """Whether the clock alone does not tell when it ends."""
        return self.period is not None and self.period.length > A_DAY


def shown(lines: Iterable[Line], *, names: bool) -> list[Shown]:
    """In words; asks nothing. Names are for whoever may read them."""
    return [_of(line, names=names) for line in lines]


def _of(line: Line, *, names: bool) -> Shown:
    badge, word = WORDS[line.what]
    fact, kept = line.fact, line.kept if line.what is What.WITHDRAWN else None
    her = line.her
    return Shown(
        number=fact.line,
        external_id=fact.external_id,
        badge=badge,
        word=word,
        who=str(her) if her and names else "",
        employee_number=her.employee_number if her else fact.employee_number,
        kind=str(Kind(fact.kind).label) if fact.kind else "",
        period=kept.period if kept else fact.period,
        why=line.why,
    )
