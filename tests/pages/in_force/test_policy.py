"""Each number of a policy is told in a whole sentence, or is said not to be told."""

from dataclasses import fields, replace
from datetime import time, timedelta
from enum import Enum
from typing import Any

import pytest

from booking.offering import Days, LateYes, Mode, OfferTerms, PayFirst
from booking.rules import Terms
from portal.pages.in_force.policy import rest
from portal.pages.in_force.policy.themes import EVERYTHING, NOT_TOLD, chosen

MINUTES = timedelta(minutes=30)
NAMES = [field.name for field in fields(OfferTerms)]


def said(terms: OfferTerms) -> list[str]:
    """All that is told of a policy."""
    return [words for theme in chosen(EVERYTHING) for words in theme.lines(terms)]


def other(value: Any) -> Any:
    """Something else of the same kind."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, Enum):
        return next(each for each in type(value) if each is not value)
    if isinstance(value, time):
        return value.replace(minute=30)
    return (value or timedelta()) + (1 if isinstance(value, int) else MINUTES)


@pytest.mark.parametrize("name", sorted({*NAMES} - NOT_TOLD))
def test_every_number_of_a_policy_is_told(name):
    usual = OfferTerms()

    assert said(replace(usual, **{name: other(getattr(usual, name))})) != said(usual)


@pytest.mark.parametrize("name", sorted(NOT_TOLD))
def test_what_is_said_not_to_be_told_is_not(name):
    usual = OfferTerms()

    assert said(replace(usual, **{name: other(getattr(usual, name))})) == said(usual)


@pytest.mark.parametrize("name", sorted({field.name for field in fields(Terms)} - {*NAMES}))
def test_every_number_of_the_law_is_told(name):
    usual = Terms()
    changed = replace(usual, **{name: other(getattr(usual, name))})

    assert list(rest.sentences(OfferTerms(), changed)) != list(rest.sentences(OfferTerms(), usual))


@pytest.mark.parametrize("kind", [Days, Mode, LateYes, PayFirst])
def test_every_choice_is_told_in_its_own_way(kind):
    name = next(field.name for field in fields(OfferTerms) if isinstance(field.default, kind))

    ways = {tuple(said(OfferTerms(**{name: choice}))) for choice in kind}

    assert len(ways) == len(kind)


def test_every_sentence_is_whole_and_ends():
    for words in said(OfferTerms()):
        assert words[0].isupper(), words
        assert words.endswith("."), words
        assert "%" not in words
