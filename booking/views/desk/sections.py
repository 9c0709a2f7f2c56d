"""The candidates of an order's page in their three groups, each with as many as somebody reads."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext_lazy

from booking import eligibility
from booking.matching import candidates
from booking.matching.candidates import ON_A_PAGE, Candidate, Group
from booking.models import Order
from booking.rules import Channel
from booking.views.desk import chips
from people.models import User

GROUPS = {
    Group.FITS: ("passar", gettext_lazy("Passar")),
    Group.ALMOST: ("nastan", gettext_lazy("Nästan")),
    Group.CANNOT: ("nej", gettext_lazy("Passar inte")),
}
AT_FIRST = {Group.FITS: 20, Group.ALMOST: 5, Group.CANNOT: 5}
"""How many of a group are shown before the rest is unfolded."""


@dataclass(frozen=True, slots=True)
class Section:
    """One of the three groups: those shown at once, those unfolded, and how many there are in all."""

    anchor: str
    name: str
    first: list[chips.Row]
    rest: list[chips.Row]
    total: int
    page: int = 1

    @property
    def next_page(self) -> int | None:
        """The page after this one, if there are more."""
        return self.page + 1 if self.page * ON_A_PAGE < self.total else None

    @property
    def rows(self) -> list[chips.Row]:
        """Those that are on the page."""
        return [*self.first, *self.rest]


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


def of(order: Order, *, seen_by: User, now: datetime, page: int = 1) -> Found:
    """The groups; `page` is of those who do not fit. A constant number of queries."""
    possible = _by_group(candidates.possible(order, seen_by=seen_by))
    others = candidates.why_not(order, seen_by=seen_by, fit=[each.substitute.pk for each in possible], page=page)
    shown = [*_shown(possible, Group.FITS), *_shown(possible, Group.ALMOST)]
    # Ranked through the groups, so that the numbers run on down the page.
    ranks = {each.substitute.pk: rank for rank, each in enumerate(possible, 1)}
    rows = chips.rows(order, [*_with_las(order, shown, seen_by), *others.candidates], ranks, now=now)
    sections = [
        _section(group, rows, total=len(candidates.in_group(possible, group))) for group in (Group.FITS, Group.ALMOST)
    ]
    return Found(possible, [*sections, replace(_section(Group.CANNOT, rows, total=others.total), page=page)])


def _by_group(possible: Sequence[Candidate]) -> list[Candidate]:
    return [*candidates.in_group(possible, Group.FITS), *candidates.in_group(possible, Group.ALMOST)]


def _shown(possible: Sequence[Candidate], group: Group) -> list[Candidate]:
    return candidates.in_group(possible, group)[:ON_A_PAGE]


def _with_las(order: Order, shown: Sequence[Candidate], seen_by: User) -> list[Candidate]:
    """The same, with what is to be noticed of their days of employment, which is counted only where it is read."""
    people = [candidate.substitute for candidate in shown]
    verdicts = eligibility.of_page(order, people, channel=Channel.PLANNER, seen_by=seen_by) if people else {}
    return [replace(candidate, verdict=verdicts[candidate.substitute.pk]) for candidate in shown]


def _section(group: Group, every: Sequence[chips.Row], *, total: int) -> Section:
    anchor, name = GROUPS[group]
    rows = [row for row in every if row.candidate.group is group]
    return Section(anchor, str(name), rows[: AT_FIRST[group]], rows[AT_FIRST[group] :], total)
