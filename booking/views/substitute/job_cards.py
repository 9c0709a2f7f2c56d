"""A job as its reader needs it: can she take it, and if not, why."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from booking.matching.jobs import Job
from booking.models import Order
from booking.offering_in_words import hindrance_sentence
from booking.reasons import in_words, sentence
from booking.rules import Breach, Weight


class Fit(StrEnum):
    """How the job stands to her, best first; the word is the look of the line that says so."""

    YES = "ja"
    MAYBE = "kanske"
    NO = "nej"


@dataclass(frozen=True, slots=True)
class JobCard:
    """One job in the list."""

    job: Job

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
    def lines(self) -> list[str]:
        """Why, in sentences, with what she can do about it."""
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


def in_order(jobs: Iterable[Job]) -> list[JobCard]:
    """Those that fit first, then those that could be taken, last those that cannot; each soonest first."""
    ranks = {fit: rank for rank, fit in enumerate(Fit)}
    cards = (JobCard(job) for job in jobs)
    return sorted(cards, key=lambda card: (ranks[card.fit], card.order.starts, card.order.pk))
