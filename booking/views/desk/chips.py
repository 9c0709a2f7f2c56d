"""Why a candidate fits or not, each reason a chip: a drawing, its weight, and words with numbers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from booking.matching import costs
from booking.matching.candidates import Candidate
from booking.models import Enquiry, Order
from booking.reasons import in_words, sentence
from booking.rules import Breach, Weight
from booking.templatetags.shifts import by
from booking.views import resource_in_words
from booking.views.desk.hours import in_hours
from booking.weeks import local_day
from people.models import SubstituteCompetence
from portal.templatetags.times import clock

LOOKS = {Weight.HARD: ("nej", "x"), Weight.OVERRIDABLE: ("obs", "alert"), Weight.NOTICE: ("info", "info")}
AS_CHIPS = {"interested", "has_time", "resource", "shifts_here"}
NEARLY_FULL = 7 / 8  # of her week


@dataclass(frozen=True, slots=True)
class Chip:
    """One reason. `kind`: nothing speaks for, `info` is good to know, `obs` can be passed, `nej` cannot."""

    kind: str
    icon: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A candidate as the page shows her."""

    rank: int
    candidate: Candidate
    chips: list[Chip]

    @property
    def hours(self) -> float:
        """This week, with the shift."""
        return self.candidate.merits.hours_this_week / timedelta(hours=1)

    @property
    def of_hours(self) -> float:
        """The week of her agreement."""
        return self.candidate.verdict.case.terms.weekly_hours / timedelta(hours=1)

    @property
    def load(self) -> str:
        """How the bar is coloured."""
        return "bad" if self.hours > self.of_hours else "low" if self.hours > NEARLY_FULL * self.of_hours else ""

    @property
    def cost(self) -> list[str]:
        """What it costs in hours to give it to her, a sentence each."""
        return in_hours(costs.of(self.candidate.verdict.case))

    @property
    def why_here(self) -> str:
        """What her place on the list rests on, besides what stands as chips."""
        reasons = (reason for reason in self.candidate.merits.reasons() if reason.code not in AS_CHIPS)
        return ". ".join(sentence(reason) for reason in reasons)

    @property
    def may_be_asked(self) -> bool:
        """Nobody is asked twice in a round, nor to something that her yes would not give her."""
        return self.candidate.verdict.books_by_itself and self.candidate.enquiry is None


def rows(order: Order, candidates: Sequence[Candidate], ranks: Mapping[UUID, int], *, now: datetime) -> list[Row]:
    """Each candidate with her rank, if she has one, and all her chips; at most one query."""
    held = _held(order, candidates)
    return [
        Row(
            ranks.get(candidate.substitute.pk, 0),
            candidate,
            [*_merits(candidate, held, now=now), *_breaches(candidate, order)],
        )
        for candidate in candidates
    ]


def _merits(candidate: Candidate, held: Mapping[UUID, list[SubstituteCompetence]], *, now: datetime) -> Iterator[Chip]:
    if candidate.interest:
        yield Chip("", "hand", _("Har anmält intresse"))
    resource = candidate.verdict.resource
    if resource:
        yield Chip("" if resource.fit else "info", "briefcase", resource_in_words.to_a_planner(resource))
    if candidate.merits.has_time and not candidate.merits.resource:
        yield Chip("", "check", _("Har lagt in tid"))
    if here := candidate.merits.shifts_here:
        yield Chip(
            "", "check", ngettext("Har jobbat här %(n)d gång", "Har jobbat här %(n)d gånger", here) % {"n": here}
        )
    for paper in held.get(candidate.substitute.pk, ()):
        yield Chip("", "check", _competence(paper, now=now))
    if candidate.enquiry:
        yield _enquiry(candidate.enquiry, now=now)


def _breaches(candidate: Candidate, order: Order) -> Iterator[Chip]:
    for breach in candidate.verdict.breaches:
        kind, icon = LOOKS[breach.weight]
        yield Chip(kind, icon, f"{sentence(breach)}{_from_when(breach, order)}")


def _from_when(breach: Breach, order: Order) -> str:
    """, tidigast 09.30: when the same shift could begin and this would not stand in the way"""
    if breach.weight is Weight.NOTICE or breach.earliest is None:
        return ""
    same_day = local_day(breach.earliest) == local_day(order.starts)
    return _(", tidigast %(when)s") % {"when": clock(breach.earliest) if same_day else in_words(breach.earliest)}


def _competence(paper: SubstituteCompetence, *, now: datetime) -> str:
    name = paper.competence.name.capitalize()
    if paper.ends is None:
        return name
    last = local_day(paper.ends - timedelta(seconds=1))
    written = date_format(last, "j F" if last.year == local_day(now).year else "j F Y")
    return _("%(competence)s till %(day)s") % {"competence": name, "day": written}


def _enquiry(enquiry: Enquiry, *, now: datetime) -> Chip:
    if enquiry.status in Enquiry.ASKED:
        when = by(enquiry.answer_by, local_day(now))
        return Chip("info", "clock", _("Frågad, svarar senast %(when)s") % {"when": when})
    return Chip("info", "info", enquiry.get_status_display().capitalize())


def _held(order: Order, candidates: Sequence[Candidate]) -> dict[UUID, list[SubstituteCompetence]]:
    required = list(order.competences.all())
    held: dict[UUID, list[SubstituteCompetence]] = {}
    if not required:
        return held
    papers = SubstituteCompetence.objects.in_force(order).filter(
        competence__in=required, substitute__in=[candidate.substitute.pk for candidate in candidates]
    )
    for paper in papers.select_related("competence").order_by("competence__name"):
        held.setdefault(paper.substitute_id, []).append(paper)
    return held
