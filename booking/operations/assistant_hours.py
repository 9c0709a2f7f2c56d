"""At what hours an assistant acts at a workplace, and how often."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from booking import offering
from booking.models import AssistantProfile
from booking.offering import OfferTerms


def works(profile: AssistantProfile, terms: OfferTerms, *, at: datetime) -> bool:
    """Whether it acts at the moment where these terms are in force: by its own hours, else by the policy's."""
    if profile.works_from is None or profile.works_to is None:
        return offering.works(at, terms.assistant_from, terms.assistant_to)
    return offering.works(at, profile.works_from, profile.works_to)


def interval_of(profile: AssistantProfile, terms: Iterable[OfferTerms]) -> timedelta:
    """How often it takes its turn: as it is set, else as often as the policy of some place says."""
    return profile.interval or min((each.assistant_interval for each in terms), default=OfferTerms().assistant_interval)
