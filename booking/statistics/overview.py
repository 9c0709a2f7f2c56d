"""How shifts were filled, in figures: a constant number of questions, however many the shifts are."""

import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from booking.statistics import questions, unfilled
from booking.statistics.causes import Cause, cause_of
from booking.statistics.channels import Channel, channel_of
from booking.statistics.figures import NONE, Quartiles, Share, quartiles, total
from booking.statistics.keeping import kept
from booking.statistics.selection import Selection
from booking.statistics.starts import Slot, Turn, slot_of
from booking.statistics.suppression import Count, Told, few, told
from booking.weeks import Week, local_day

Key = uuid.UUID
LEADS = len(questions.LEADS) + 1


@dataclass(frozen=True, slots=True)
class ByStart:
    """Filled shifts of all, by when they began."""

    whole: Share
    weeks: Mapping[Week, Share]
    weekdays: Mapping[int, Share]
    missing: Mapping[Slot, int]


@kept
def by_start(chosen: Selection) -> ByStart:
    """One query."""
    weeks, weekdays = dict.fromkeys(chosen.stretch.weeks(), NONE), dict.fromkeys(range(7), NONE)
    missing = {Slot(day, turn): 0 for turn in Turn for day in range(7)}
    for starts, whole, part in questions.by_start(chosen):
        share, slot = Share(part, whole), slot_of(starts)
        weeks[Week.of(local_day(starts))] += share
        weekdays[slot.weekday] += share
        missing[slot] += share.rest
    return ByStart(total(weeks.values()), weeks, weekdays, missing)


@dataclass(frozen=True, slots=True)
class ByPlace:
    """Filled shifts of all, by where and why somebody was needed."""

    workplaces: Mapping[Key, Share]
    reasons: Mapping[Key, Share]
    usual_reason: Mapping[Key, Key]  # of each workplace


@kept
def by_place(chosen: Selection) -> ByPlace:
    """One query."""
    workplaces: defaultdict[Key, Share] = defaultdict(lambda: NONE)
    reasons: defaultdict[Key, Share] = defaultdict(lambda: NONE)
    usual: dict[Key, tuple[int, Key]] = {}
    for workplace, reason, whole, part in questions.by_workplace_and_reason(chosen):
        share = Share(part, whole)
        workplaces[workplace] += share
        reasons[reason] += share
        usual[workplace] = max(usual.get(workplace, (0, reason)), (whole, reason))
    return ByPlace(dict(workplaces), dict(reasons), {workplace: reason for workplace, (_n, reason) in usual.items()})


@dataclass(frozen=True, slots=True)
class ByWay:
    """Shifts by how long before they were ordered (the number of the lead), by what way they were filled, how soon."""

    leads: Mapping[int, Share]
    channels: Mapping[Channel, int]
    minutes: Quartiles | None


@kept
def by_way(chosen: Selection) -> ByWay:
    """One query."""
    leads, channels = dict.fromkeys(range(LEADS), NONE), dict.fromkeys(Channel, 0)
    number_of: Counter[int] = Counter()
    for lead, origin, minutes, whole in questions.by_way(chosen):
        channel = channel_of(origin)
        channels[channel] += whole
        leads[lead] += Share(0 if channel is Channel.NOBODY else whole, whole)
        if minutes is not None:
            number_of[minutes] += whole
    return ByWay(leads, channels, quartiles(number_of))


def median_by_workplace(chosen: Selection, workplaces: Iterable[Key]) -> dict[Key, int]:
    """Minutes, of each that has filled a shift; one query."""
    number_of: defaultdict[Key, Counter[int]] = defaultdict(Counter)
    for workplace, minutes, number in questions.minutes_to_fill_by_workplace(chosen, workplaces):
        number_of[workplace][minutes] += number
    found = {workplace: quartiles(minutes) for workplace, minutes in number_of.items()}
    return {workplace: each.median for workplace, each in found.items() if each}


@dataclass(frozen=True, slots=True)
class Answers:
    """Whole per cent of the enquiries that were answered; `None`: too few people, or nobody, was asked."""

    percent: int | None
    hidden: bool


@kept
def answers(chosen: Selection) -> Answers:
    """One query."""
    people = asked = answered = 0
    for _person, asked_her, she_answered, _noes, _silent in questions.answers_by_person(chosen):
        people, asked, answered = people + 1, asked + asked_her, answered + she_answered
    if few(people) or not asked:
        return Answers(None, hidden=few(people))
    return Answers(round(100 * answered / asked), hidden=False)


@dataclass(frozen=True, slots=True)
class Before:
    """What the figures at the top are compared with."""

    whole: Share
    minutes: Quartiles | None
    answers: Answers


def before(chosen: Selection) -> Before:
    """Three queries."""
    earlier = chosen.before
    return Before(by_start(earlier).whole, by_way(earlier).minutes, answers(earlier))


@kept
def causes(chosen: Selection) -> Told:
    """Why shifts had nobody; what was said by too few people is hidden. One query."""
    shifts, people = dict.fromkeys(Cause, 0), dict.fromkeys(Cause, 0)
    for *known, number, asked, called in unfilled.by_facts(chosen):
        cause = cause_of(unfilled.facts_of(*known))
        shifts[cause] += number
        # Those who were both asked and called are counted once: it is better to think that they are fewer.
        people[cause] = max(people[cause], asked, called)
    return told({cause: Count(shifts[cause], people[cause] if cause in OF_PEOPLE else None) for cause in Cause})


OF_PEOPLE = {Cause.ALL_SAID_NO, Cause.ALL_SILENT, Cause.NONE_COULD}
"""What tells how people answered, and not only how the desk went about it."""
