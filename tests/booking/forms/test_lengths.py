"""A length of time is read as people write it."""

from datetime import timedelta

import pytest
from django.forms import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from booking.forms.lengths import LengthField, read
from booking.policy_words import length


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("30 min", 30),
        ("30min.", 30),
        ("3 tim", 180),
        ("3 H", 180),
        ("2 tim 10 min", 130),
        ("2,5 timmar", 150),
        ("1.25 h", 75),
        ("2 dygn", 48 * 60),
        ("0", 0),
        ("0 min", 0),
    ],
)
def test_it_is_read_with_its_unit(written, minutes):
    assert LengthField().clean(written) == timedelta(minutes=minutes)


@pytest.mark.parametrize("written", ["30", "tre timmar", "3 veckor", "-3 tim", "3 tim 2 tim", "1:30", "999999 tim"])
def test_what_has_no_unit_or_another_is_refused_with_how_to_write_it(written):
    with pytest.raises(ValidationError, match="Skriv tiden som 30 min, 3 tim eller 2 dygn"):
        read(written)


def test_nothing_is_nothing():
    assert LengthField(required=False).clean("  ") is None


@given(st.integers(0, 47 * 60 + 59) | st.integers(48, 1000).map(lambda hours: hours * 60))
def test_what_is_shown_can_be_sent_back(minutes):
    shown = LengthField().prepare_value(timedelta(minutes=minutes))

    assert shown == length(timedelta(minutes=minutes))
    assert read(shown) == timedelta(minutes=minutes)
