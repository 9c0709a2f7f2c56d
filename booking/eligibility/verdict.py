"""What the rules say of one substitute against one order."""

from dataclasses import dataclass, field
from datetime import datetime

from booking import resource_time, rules
from booking.offering import OfferTerms
from booking.resource_time import Match
from booking.rules import Breach, Case, Weight


@dataclass(frozen=True, slots=True)
class Verdict:
    """Every obstacle, and what her own words on her time amount to."""

    breaches: tuple[Breach, ...]
    case: Case = field(compare=False, repr=False)
    pay_form: str = field(default="", compare=False)  # of the agreement that the shift would be booked on
    offer: OfferTerms = field(default=OfferTerms(), compare=False, repr=False)  # the policy at the workplace

    @classmethod
    def of(cls, case: Case, pay_form: str = "", offer: OfferTerms = OfferTerms()) -> "Verdict":  # noqa: B008 (frozen)
        """The whole rulebook asked."""
        return cls(rules.breaches(case), case, pay_form, offer)

    def weighing(self, weight: Weight) -> tuple[Breach, ...]:
        """The breaches of one weight."""
        return tuple(breach for breach in self.breaches if breach.weight is weight)

    @property
    def notices(self) -> tuple[Breach, ...]:
        """What is shown and stops nothing."""
        return self.weighing(Weight.NOTICE)

    @property
    def possible(self) -> bool:
        """Whether a booking can be made at all, if needed by a named role with a reason."""
        return not self.weighing(Weight.HARD)

    @property
    def needs_a_reason(self) -> bool:
        """Whether it takes a named role with a reason."""
        return bool(self.weighing(Weight.OVERRIDABLE))

    @property
    def books_by_itself(self) -> bool:
        """Whether a yes is enough, without anybody's reason."""
        return self.possible and not self.needs_a_reason

    @property
    def has_time(self) -> bool:
        """Her own words on her time cover the shift."""
        return all(breach.code != "availability" for breach in self.breaches)

    @property
    def resource(self) -> Match | None:
        """How the shift lies to her resource time; nothing if none of it meets the shift."""
        if not self.case.resource:
            return None
        booked = [commitment.period for commitment in self.case.commitments]
        return resource_time.match(self.case.shift.period, self.case.resource, booked)

    @property
    def on_resource_time(self) -> bool:
        """Whether the whole shift is time that she is paid for by the month."""
        return self.resource is not None and self.resource.fit is not None

    @property
    def earliest(self) -> datetime | None:
        """When a shift as long could begin and nothing would stop it; worked out when it is asked for."""
        return rules.earliest_lawful_start(self.case)
