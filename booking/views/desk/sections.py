"""The candidates of an order's page in their three groups, each with as many as somebody reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy

from booking.matching import candidates
from booking.matching.candidates import ON_A_PAGE, Candidate, Group
from booking.models import Order
from booking.views.desk import chips
from people.models import User

GROUPS = {
    Group.FITS: ("passar", gettext_lazy("Passar")),
    Group.ALMOST: ("nastan", gettext_lazy("Nästan")),
    Group.CANNOT: ("nej", gettext_lazy("Passar inte")),
}
AT_FIRST = {Group.FITS: 20, Group.ALMOST: 5, Group.CANNOT: 5}
"""How many of a group are shown before somebody asks for more."""

MOST_PAGES = 99_999


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the list she looks at: those with a name, and which group page by page."""

    name: str = ""
    anchor: str = ""
    page: int = 1

    @classmethod
    def by(cls, asked: Mapping[str, str]) -> "Wanted":
        """As the address says."""
        number = asked.get("sida", "")
        page = min(max(int(number), 1), MOST_PAGES) if number.isascii() and number.isdecimal() else 1
        return cls(asked.get("namn", "").strip()[:80], asked.get("visa", ""), page)

    def address(self, anchor: str, page: int) -> str:
        """Of a page of a group."""
        asked = {"namn": self.name, "visa": anchor, "sida": page if page > 1 else ""}
        return f"?{urlencode({key: said for key, said in asked.items() if said})}#{anchor}"

    def names(self, candidate: Candidate) -> bool:
        """Whether each word that she wrote begins a part of the candidate's name."""
        parts = str(candidate.substitute).casefold().replace("-", " ").split()
        words = self.name.casefold().replace("-", " ").split()
        return all(any(part.startswith(word) for part in parts) for word in words)


@dataclass(frozen=True, slots=True)
class Section:
    """One of the three groups: those shown, how many there are in all, and where the others are."""

    anchor: str
    name: str
    rows: list[chips.Row]
    total: int
    before: str = ""
    after: str = ""

    @property
    def left(self) -> int:
        """How many are not shown."""
        return self.total - len(self.rows)


@dataclass(frozen=True, slots=True)
class Found:
    """Everybody whom nothing hard stops, those who need no reason first; and the groups as shown."""

    possible: list[Candidate]
    sections: list[Section]

    @property
    def fitting(self) -> list[Candidate]:
        """Those for whom a yes is enough."""
        return candidates.in_group(self.possible, Group.FITS)

    @property
    def askable(self) -> int:
        """How many of them have not been asked in this round."""
        return sum(candidate.enquiry is None for candidate in self.fitting)

    @property
    def total(self) -> int:
        """Everybody on the list."""
        return sum(section.total for section in self.sections)


def of(order: Order, *, seen_by: User, now: datetime, wanted: Wanted = Wanted()) -> Found:
    """The groups. A constant number of queries, and no more rows than somebody reads."""
    possible = _by_group(candidates.possible(order, seen_by=seen_by))
    # Ranked through the groups, so that the numbers run on down the page; a search leaves everybody her number.
    ranks = {each.substitute.pk: rank for rank, each in enumerate(possible, 1)}
    named = [each for each in possible if wanted.names(each)]
    shown = [*_of_group(named, Group.FITS, wanted), *_of_group(named, Group.ALMOST, wanted)]
    first, size = _cut(Group.CANNOT, wanted)
    fit = {each.substitute.pk for each in possible}
    others = candidates.why_not(
        order, seen_by=seen_by, fit=fit, named=wanted.name, first=first, size=size, beside=shown
    )
    rows = chips.rows(order, [*others.beside, *others.candidates], ranks, now=now)
    totals = {group: len(candidates.in_group(named, group)) for group in GROUPS} | {Group.CANNOT: others.total}
    return Found(possible, [_section(group, rows, totals[group], wanted) for group in GROUPS])


def _by_group(possible: Sequence[Candidate]) -> list[Candidate]:
    return [*candidates.in_group(possible, Group.FITS), *candidates.in_group(possible, Group.ALMOST)]


def _cut(group: Group, wanted: Wanted) -> tuple[int, int]:
    """From which of the group, and how many."""
    if wanted.anchor == GROUPS[group][0]:
        return (wanted.page - 1) * ON_A_PAGE, ON_A_PAGE
    return 0, AT_FIRST[group]


def _of_group(named: Sequence[Candidate], group: Group, wanted: Wanted) -> list[Candidate]:
    first, size = _cut(group, wanted)
    return candidates.in_group(named, group)[first : first + size]


def _section(group: Group, every: Sequence[chips.Row], total: int, wanted: Wanted) -> Section:
    anchor, name = GROUPS[group]
    first, size = _cut(group, wanted)
    rows = [row for row in every if row.candidate.group is group]
    page = wanted.page if wanted.anchor == anchor else 0  # none yet: the first few alone
    before = wanted.address(anchor, page - 1) if page > 1 else ""
    after = wanted.address(anchor, page + 1) if first + size < total else ""
    return Section(anchor, str(name), rows, total, before, after)
