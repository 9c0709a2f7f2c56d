"""Looking that is out of the ordinary: so much, or so far from one's work, that somebody must ask. Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class Why(Enum):
    """What is out of the ordinary."""

    MANY = "many"  # so many persons within an hour
    STRANGERS = "strangers"  # so many in a day who have neither worked nor are to work where she plans
    PROTECTED = "protected"  # so many in a day who have protected identities
    LISTED = "listed"  # so many in a day whose numbers stood in lists


@dataclass(frozen=True, slots=True)
class Look:
    """One look: by whom, at whom, when, and what of that person concerns it."""

    user: int
    person: str
    at: datetime
    protected: bool = False
    stranger: bool = False
    listed: bool = False
    """Whether she stood among others, and was not chosen."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How many different persons are too many."""

    in_an_hour: int = 40
    strangers_in_a_day: int = 10
    protected_in_a_day: int = 3
    listed_in_a_day: int = 500


@dataclass(frozen=True, slots=True)
class Finding:
    """Who, why, how many persons at most, and when the last of them was looked at."""

    user: int
    why: Why
    persons: int
    at: datetime


def unusual(looks: Iterable[Look], limits: Limits = Limits()) -> list[Finding]:
    """What is found among the looks: of each colleague each reason once, with the most persons there were."""
    by_user: dict[int, list[Look]] = defaultdict(list)
    for look in sorted(looks, key=lambda each: each.at):
        by_user[look.user].append(look)
    return [finding for user, hers in sorted(by_user.items()) for finding in _of_one(user, hers, limits)]


def _of_one(user: int, looks: Collection[Look], limits: Limits) -> Iterator[Finding]:
    chosen, listed = [look for look in looks if not look.listed], [look for look in looks if look.listed]
    for why, among, span, most in (
        (Why.MANY, chosen, HOUR, limits.in_an_hour),
        (Why.STRANGERS, [look for look in chosen if look.stranger], DAY, limits.strangers_in_a_day),
        (Why.PROTECTED, [look for look in chosen if look.protected], DAY, limits.protected_in_a_day),
        (Why.LISTED, listed, DAY, limits.listed_in_a_day),
    ):
        persons, at = _most_within(span, among)
        if at and persons > most:
            yield Finding(user, why, persons, at)


def _most_within(span: timedelta, looks: Iterable[Look]) -> tuple[int, datetime | None]:
    """The most different persons within any such span, and when the last of them was looked at."""
    window: list[Look] = []
    most, when = 0, None
    for look in looks:
        window = [*(each for each in window if each.at > look.at - span), look]
        if (persons := len({each.person for each in window})) > most:
            most, when = persons, look.at
    return most, when
