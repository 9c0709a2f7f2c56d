"""Days as people write them: fredag, 12 maj, 12/5, 2026-05-12, vecka 20, i morgon. Pure: today is handed in."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache

from django.utils import translation
from django.utils.dates import MONTHS, WEEKDAYS

from portal.pages.search.words import without_dots, words

OnDay = Callable[[date], bool]
NEAR_DAYS = {
    "igår": -1, "yesterday": -1, "idag": 0, "today": 0, "imorgon": 1, "imorron": 1, "tomorrow": 1, "övermorgon": 2,
}  # fmt: skip
SHORTEST = 3
"""Letters that a name may be cut to: fre, tis, sept."""
NO_MONTH = {"jul"}

ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
DAY_AND_MONTH = re.compile(r"\b(\d{1,2})/(\d{1,2})\b")
WEEK = re.compile(r"\b(?:vecka|week|v|w)[ .]{0,2}(\d{1,2})\b")
DATE_IN_WORDS = re.compile(r"\b(\d{1,2})(?::?[ae]|st|nd|rd|th)? ([^\W\d_]{3,9})\b")
MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,9}) (\d{1,2})\b")
TWO_WORDS = re.compile(r"\bi (dag|morgon|morron|går)\b|\bi över(?=morgon)")


def days(typed: str, *, today: date) -> tuple[list[OnDay], list[str]]:
    """What is asked of the day, all of which must hold, and the words that say something else."""
    text = TWO_WORDS.sub(lambda said: "i" + said[1] if said[1] else "över", " ".join(typed.casefold().split()))
    asked: list[OnDay] = []
    for pattern, read in ((ISO, _iso), (DAY_AND_MONTH, _numbers), (WEEK, _week)):
        text = _taken(text, pattern, read, asked)
    text = _taken(text, DATE_IN_WORDS, lambda said: _date(said[1], said[2]), asked)
    text = _taken(text, MONTH_FIRST, lambda said: _date(said[2], said[1]), asked)
    rest = []
    for word in words(text):
        on_day = _named(word, today)
        asked.extend([on_day] if on_day else [])
        rest.extend([] if on_day else [word])
    return asked, rest


def _taken(
    text: str, pattern: re.Pattern[str], read: Callable[[re.Match[str]], OnDay | None], asked: list[OnDay]
) -> str:
    """The text without what the pattern took for a day."""

    def take(said: re.Match[str]) -> str:
        on_day = read(said)
        asked.extend([on_day] if on_day else [])
        return " " if on_day else said[0]

    return pattern.sub(take, text)


def _iso(said: re.Match[str]) -> OnDay:
    wanted = tuple(int(number) for number in said.groups())
    return lambda day: (day.year, day.month, day.day) == wanted


def _numbers(said: re.Match[str]) -> OnDay:
    wanted = (int(said[1]), int(said[2]))
    return lambda day: (day.day, day.month) == wanted


def _week(said: re.Match[str]) -> OnDay:
    wanted = int(said[1])
    return lambda day: day.isocalendar().week == wanted


def _date(number: str, name: str) -> OnDay | None:
    month = _numbered(name, _months())
    wanted = (int(number), month)
    return None if month is None else lambda day: (day.day, day.month) == wanted


def _named(word: str, today: date) -> OnDay | None:
    if word in NEAR_DAYS:
        wanted = today + timedelta(days=NEAR_DAYS[word])
        return lambda day: day == wanted
    if (weekday := _numbered(word, _weekdays())) is not None:
        return lambda day: day.weekday() == weekday
    if (month := _numbered(word, _months())) is not None:
        return lambda day: day.month == month
    return None


def _numbered(word: str, names: list[tuple[int, str]]) -> int | None:
    """Which of the names the word is, cut short or in another form: fre, fredagar."""
    if len(word) < SHORTEST or word in NO_MONTH:
        return None
    return next((number for number, name in names if name.startswith(word) or word in _forms(name)), None)


def _forms(name: str) -> Iterator[str]:
    return (name + ending for ending in ("en", "ar", "arna", "s"))


@cache
def _weekdays() -> list[tuple[int, str]]:
    return list(_in_each_language(WEEKDAYS))


@cache
def _months() -> list[tuple[int, str]]:
    return list(_in_each_language(MONTHS))


def _in_each_language(names: Mapping[int, object]) -> Iterator[tuple[int, str]]:
    for language in ("sv", "en"):
        with translation.override(language):
            for number, name in names.items():
                written = str(name).casefold()
                yield from ((number, written), (number, without_dots(written)))
