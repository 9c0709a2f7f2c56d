"""Everyone who could be thought of for an order, with every reason for and against: reads, decides nothing.

`eligible` and `possible` are asked of everybody, and answer with those who could take it; `why_not` explains the
others, a page at a time. `of` is both, for the few.
"""

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from django.db.models import Q

from booking import eligibility
from booking.eligibility import Verdict
from booking.eligibility.reading import among
from booking.matching.merits import Ties, about, merits, with_ties
from booking.matching.ranking import Merits, ranked
from booking.models import Enquiry, Interest, Order
from booking.rules import VERSION, Channel
from people import access
from people.models import Substitute, User

ON_A_PAGE = 50
"""How many of those who cannot are explained at a time."""


class Group(Enum):
    """Where on the page a candidate stands."""

    FITS = "fits"
    ALMOST = "almost"  # a named role could, with a reason
    CANNOT = "cannot"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One substitute beside the order."""

    substitute: Substitute
    verdict: Verdict
    merits: Merits
    interest: Interest | None
    enquiry: Enquiry | None

    @property
    def group(self) -> Group:
        """Fits, almost or cannot."""
        if not self.verdict.possible:
            return Group.CANNOT
        return Group.ALMOST if self.verdict.needs_a_reason else Group.FITS


@dataclass(frozen=True, slots=True)
class WhyNot:
    """A page of those who cannot, how many they are in all; and those who stand beside them, with LAS counted."""

    candidates: list[Candidate]
    total: int
    beside: list[Candidate]


def possible(
    order: Order, *, channel: Channel = Channel.PLANNER, seen_by: User | None = None, first: int | None = None
) -> list[Candidate]:
    """Those whom nothing hard stops, of all substitutes, best first; the first so many, or all.

    `seen_by` is who will read it: only those whom she may see; nobody is the portal itself. Days under LAS are not
    counted. A constant number of queries.
    """
    verdicts = eligibility.of_everybody(order, channel=channel)
    return _beside(order, verdicts, seen_by, first=first)


def eligible(
    order: Order, *, channel: Channel, but: Collection[uuid.UUID] = (), first: int | None = None
) -> list[Candidate]:
    """Those for whom a yes is enough, of all substitutes, best first, for what the portal does by itself.

    `but` are substitutes to pass over; `first` so many, or all. A constant number of queries.
    """
    verdicts = eligibility.of_everybody(order, channel=channel)
    fit = {key: verdict for key, verdict in verdicts.items() if verdict.books_by_itself and key not in but}
    return _beside(order, fit, None, first=first)


def why_not(
    order: Order,
    *,
    seen_by: User,
    fit: Collection[uuid.UUID],
    named: str = "",
    first: int = 0,
    size: int = ON_A_PAGE,
    beside: Sequence[Candidate] = (),
) -> WhyNot:
    """Those whom the planner may think of, besides those who fit, with every reason: so many from the first, by name.

    `named` is what their names begin with, as she writes it. `beside` are those who fit and are shown on the same page:
    their days under LAS are counted in the same queries.
    """
    thought_of = Substitute.objects.of_interest_to(order.workplace, also=_interested(order))
    others = access.scope(seen_by, thought_of).order_by("user__last_name", "user__first_name", "pk")
    for word in named.replace("-", " ").split():
        others = others.filter(_begins(word))
    keys = [key for key in others.values_list("pk", flat=True) if key not in fit]
    shown = keys[first : first + size]
    people = list(Substitute.objects.filter(among("pk", shown)).select_related("user"))
    read = [*people, *(each.substitute for each in beside)]
    verdicts = eligibility.of_page(order, read, channel=Channel.PLANNER, seen_by=seen_by)
    explained = _beside(order, {key: verdicts[key] for key in shown}, seen_by)
    by_key = {each.substitute.pk: each for each in explained}
    counted = [replace(each, verdict=verdicts[each.substitute.pk]) for each in beside]
    return WhyNot([by_key[key] for key in shown], len(keys), counted)


def of(order: Order, *, seen_by: User) -> list[Candidate]:
    """Everybody whom the planner may think of, best first, with every reason and LAS; a constant number of queries.

    Explains each of them, so it is for a town where they are hundreds at most.
    """
    thought_of = Substitute.objects.of_interest_to(order.workplace, also=_interested(order)).select_related("user")
    people = list(access.scope(seen_by, thought_of))
    return _beside(order, eligibility.of_page(order, people, channel=Channel.PLANNER, seen_by=seen_by), seen_by)


def as_record(standing: Sequence[Candidate]) -> dict[str, object]:
    """The list as plain values, best first, to be kept with a decision: rank, merits, notices, and by which rules."""
    ranked = [
        {
            "substitute": str(each.substitute.pk),
            **each.merits.as_record(),
            "notices": [breach.code for breach in each.verdict.breaches],
        }
        for each in standing
    ]
    return {"rules": VERSION, "ranked": ranked}


def in_group(candidates: Sequence[Candidate], group: Group) -> list[Candidate]:
    """Those of one group, still best first."""
    return [candidate for candidate in candidates if candidate.group is group]


def _begins(word: str) -> Q:
    """A part of her name begins with it; not every database knows that Å is a large å."""
    begins = Q(pk=None)
    for name in ("user__first_name", "user__last_name"):
        for written in (word.lower(), word.capitalize()):
            begins |= Q(**{f"{name}__istartswith": written})
            for between in " -":
                begins |= Q(**{f"{name}__icontains": f"{between}{written}"})
    return begins


def _interested(order: Order) -> list[uuid.UUID]:
    return list(Interest.objects.live().filter(order=order, round=order.round).values_list("substitute", flat=True))


def _beside(
    order: Order, verdicts: Mapping[uuid.UUID, Verdict], seen_by: User | None, first: int | None = None
) -> list[Candidate]:
    """Ranked; five queries."""
    people = with_ties(order, Substitute.objects.filter(among("pk", verdicts)))
    seen = people if seen_by is None else access.scope(seen_by, people)
    known = about(order, list(verdicts))
    found = {row: merits(order, row, verdicts[row.pk], known, Ties(row.favourite, row.introduced)) for row in seen}
    enquiries = {row.substitute_id: row for row in Enquiry.objects.filter(order=order, round=order.round)}
    return [
        Candidate(row, verdicts[row.pk], found[row], known.interested.get(row.pk), enquiries.get(row.pk))
        for row in ranked(found.items())[:first]
    ]
