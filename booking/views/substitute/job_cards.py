"""A job as its reader needs it: can she take it, and if not, why."""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from django.template.defaultfilters import capfirst
from django.utils.translation import gettext as _

from booking.matching.jobs import Job
from booking.models import Enquiry, Order
from booking.offering_in_words import hindrance_sentence
from booking.period import covered
from booking.reasons import in_words, sentence
from booking.rules import Breach, Weight
from booking.views import resource_in_words


class Fit(StrEnum):
    """How the job stands to her, best first; the word is the look of the line that says so."""

    YES = "ja"
    MAYBE = "kanske"
    NO = "nej"


class Demand(NamedTuple):
    """One thing that a shift takes, in words, and whether she has it."""

    words: str
    met: bool


@dataclass(frozen=True, slots=True)
class JobCard:
    """One job in the list; `enquiry` is the one that asks her about it and waits for her answer."""

    job: Job
    enquiry: Enquiry | None = None

    @property
    def order(self) -> Order:
        """The shift itself."""
        return self.job.order

    @property
    def fit(self) -> Fit:
        """Whether it fits her time, could be taken all the same, or cannot be taken."""
        if not self.job.verdict.possible:
            return Fit.NO
        return Fit.YES if self.job.fits_her_time else Fit.MAYBE

    @property
    def distance(self) -> str:
        """How far it is, in whole kilometres; empty if nobody knows."""
        if self.job.kilometres is None:
            return ""
        whole = round(self.job.kilometres)
        return _("%(km)s km bort") % {"km": whole} if whole else _("Mindre än 1 km bort")

    @property
    def demands(self) -> Iterator[Demand]:
        """What the shift takes, and whether she has it."""
        case = self.job.verdict.case
        shift = case.shift
        yield Demand(
            capfirst(_("avtal som %(occupation)s") % {"occupation": shift.occupation}), self._meets("agreement")
        )
        if shift.needs_introduction and not shift.introduces:
            yield Demand(_("Introducerad på %(place)s") % {"place": shift.workplace}, case.introduced)
        for key, name in shift.competences.items():
            yield Demand(capfirst(name), covered(shift.period, case.competences.get(key, ())))
        if shift.records_check:
            words = _("Visat registerutdrag: %(kind)s") % {"kind": shift.records_check}
            yield Demand(words, self._meets("records_check"))

    def _meets(self, code: str) -> bool:
        return all(breach.code != code for breach in self.job.verdict.breaches)

    @property
    def lines(self) -> list[str]:
        """Why, in sentences, with what she can do about it."""
        if self.job.resource:
            return resource_in_words.of_a_job(self.order.period, self.job.resource)
        if self.fit is Fit.YES:
            return [_("Passar tiden du har lagt in.")]
        hard = self.job.verdict.weighing(Weight.HARD)
        return [f"{sentence(breach)}. {advice(breach)}" for breach in hard or self.job.verdict.breaches]

    @property
    def is_hers_to_take(self) -> bool:
        """Whether the shift is hers at once, if she says so."""
        return self.fit is Fit.YES and self.job.is_hers_to_take

    @property
    def why_not_at_once(self) -> list[str]:
        """What of the policy makes it a matter of interest, though it fits her."""
        if self.fit is not Fit.YES or not self.job.would_be_hers:
            return []
        words = _("%(why)s → intresse, inte direktbokning.")
        return [words % {"why": hindrance_sentence(hindrance)} for hindrance in self.job.hindrances]

    @property
    def later(self) -> str:
        """When a shift as long could begin instead, of one that she cannot take."""
        earliest = self.job.verdict.earliest if self.fit is Fit.NO else None
        words = _("Ett lika långt pass kan börja tidigast %(when)s.")
        return words % {"when": in_words(earliest)} if earliest else ""

    @property
    def lacks_her_time(self) -> bool:
        """Whether she could put in time for the sake of it: nothing is put in, rather than that she cannot."""
        said_no = any(block.overlaps(self.order.period) for block in self.job.verdict.case.unavailable)
        return self.fit is not Fit.NO and not self.job.verdict.has_time and not said_no


def advice(breach: Breach) -> str:
    """What she can do about it."""
    known = {
        "agreement": _("Prata med Bemanningen om du vill jobba här."),
        "competence": _("Prata med din chef om du vill ha den."),
        "overlap": _("Du kan bara ha ett pass åt gången."),
        "availability": _("Du kan ändå anmäla intresse."),
        "daily_rest": _("Du kan anmäla intresse. Bemanningen avgör."),
    }
    return known.get(breach.code, _("Ring Bemanningen om det inte stämmer."))


def in_order(jobs: Iterable[Job], asked: Mapping[uuid.UUID, Enquiry] | None = None) -> list[JobCard]:
    """Those that fit first, then those that could be taken, last those that cannot; each soonest first.

    Of those that fit, those that lie in time that she is paid for by the month come before the others.

    `asked` are the enquiries that wait for her answer, by order.
    """
    ranks = {fit: rank for rank, fit in enumerate(Fit)}
    cards = (JobCard(job, (asked or {}).get(job.order.pk)) for job in jobs)
    return sorted(cards, key=lambda card: (ranks[card.fit], not card.job.resource, card.order.starts, card.order.pk))
