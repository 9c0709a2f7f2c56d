"""Whose turn it is: each assistant at its hours, as often as it is to be, and those of the same area one at a time."""

import uuid
from collections.abc import Collection, Sequence
from datetime import datetime

from booking import offering
from booking.models import AssistantProfile, AssistantRun, Policy
from booking.offering import OfferTerms
from booking.operations import assistant_hours
from people.models import Workplace


def due(*, at: datetime) -> list[AssistantProfile]:
    """Those whose turn it is, the first to choose first; a few queries, however many they are.

    Whoever shares an area with one that comes before waits until that one has ended, and so sees what it has booked.
    """
    profiles = list(AssistantProfile.objects.at_work().prefetch_related("areas"))
    terms = terms_of(profiles)
    turns = {each.pk: turn_of(each, terms[each.pk], at=at) for each in profiles}
    taken = set(AssistantRun.objects.filter(command__in=turns.values()).values_list("command", flat=True))
    live = AssistantRun.objects.live().exclude(why=AssistantRun.Why.DRY)
    at_it = set(live.values_list("profile", flat=True))
    found, busy = [], set[uuid.UUID]()
    for profile in profiles:
        areas = {area.pk for area in profile.areas.all()}
        wants = turns[profile.pk] not in taken and _is_open(profile, terms[profile.pk], at)
        if wants and profile.pk not in at_it and not areas & busy:
            found.append(profile)
        if wants or profile.pk in at_it:
            busy |= areas
    return found


def turn_of(profile: AssistantProfile, terms: Sequence[OfferTerms], *, at: datetime) -> str:
    """The key of its turn at the moment: 2027-03-28T05:50Z."""
    began = offering.turn(at, assistant_hours.interval_of(profile, terms))
    return f"{profile.pk}:{began:%Y-%m-%dT%H:%MZ}"


def key_of_turn(profile: AssistantProfile, *, at: datetime) -> str:
    """The same of one alone."""
    return turn_of(profile, terms_of([profile])[profile.pk], at=at)


def _is_open(profile: AssistantProfile, terms: Sequence[OfferTerms], at: datetime) -> bool:
    """Whether it acts somewhere."""
    return any(assistant_hours.works(profile, each, at=at) for each in terms)


def terms_of(profiles: Collection[AssistantProfile]) -> dict[uuid.UUID, list[OfferTerms]]:
    """What is in force at the workplaces of each; two queries."""
    areas = {profile.pk: {area.pk for area in profile.areas.all()} for profile in profiles}
    places = list(Workplace.objects.filter(area__in=set().union(*areas.values())))
    in_force = Policy.objects.in_force_at(places)
    return {key: [in_force[place.pk] for place in places if place.area_id in hers] for key, hers in areas.items()}
