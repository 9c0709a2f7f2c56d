"""Everything that can be decided has its words and its limits."""

from dataclasses import fields
from datetime import time, timedelta

import pytest

from booking.offering import OfferTerms
from booking.policy_settings import SETTINGS
from booking.policy_words import length


def test_everything_in_the_terms_can_be_decided_and_nothing_else():
    assert sorted(SETTINGS) == sorted(field.name for field in fields(OfferTerms))


@pytest.mark.parametrize("name", SETTINGS)
def test_each_default_is_within_its_limits_and_can_be_said(name):
    default = getattr(OfferTerms(), name)

    assert SETTINGS[name].fault(default) == ""
    assert SETTINGS[name].says(default)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("direct", True, "Ja"),
        ("direct", False, "Nej"),
        ("direct_min_notice", timedelta(hours=3), "3 tim"),
        ("quiet_from", time(21), "21.00"),
        ("month_cap", 165, "165 tim"),
        ("month_cap", None, "ingen gräns"),
        ("days_in_row", 1, "1 dag"),
        ("days_in_row", 0, "ingen gräns"),
        ("wave_wait", timedelta(), "efter hur lång tid som är kvar"),
        ("regret_within", timedelta(minutes=10), "10 min"),
        ("regret_within", timedelta(), "inte alls"),
        ("wave_size", 3, "3"),
        ("late_yes", "lost", "gäller inte"),
        ("pay_first", OfferTerms().pay_first, "ingen skillnad"),
    ],
)
def test_a_value_is_said_in_its_own_unit(name, value, words):
    assert SETTINGS[name].says(value) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 min"),
        (45, "45 min"),
        (60, "1 tim"),
        (130, "2 tim 10 min"),
        (47 * 60 + 59, "47 tim 59 min"),
        (48 * 60, "2 dygn"),
        (51 * 60 + 5, "2 dygn 3 tim"),
    ],
)
def test_a_length_is_said_in_hours_and_minutes_and_from_two_days_in_days(minutes, words):
    assert length(timedelta(minutes=minutes)) == words
