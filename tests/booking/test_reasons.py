"""What stands in the way, as it is read."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from booking.period import Period
from booking.reasons import in_words, sentence
from booking.rules import Breach, Weight
from tests.clock import at


def between(starts: str, ends: str) -> Period:
    return Period(at(f"2026-05-{starts}"), at(f"2026-05-{ends}"))


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (timedelta(hours=7.5), "7,5 tim"),
        (date(2026, 5, 13), "onsdag 13 maj"),
        (at("2026-05-13 07:00"), "onsdag 13 maj 07.00"),
        (between("13 07:00", "13 16:00"), "onsdag 13 maj 07.00–16.00"),
        (between("13 22:00", "14 06:00"), "onsdag 13 maj 22.00–06.00"),
        (between("13 07:00", "14 07:00"), "onsdag 13 maj 07.00–07.00"),
        (between("13 07:00", "14 07:30"), "onsdag 13 maj 07.00–torsdag 14 maj 07.30"),
        (between("13 00:00", "14 00:00"), "onsdag 13 maj"),
        (between("13 00:00", "16 00:00"), "onsdag 13 maj–fredag 15 maj"),
        (12, "12"),
        ("Solgården", "Solgården"),
        (["körkort"], "körkort"),
        (("körkort", "delegering"), "körkort och delegering"),
        ([date(2026, 5, 13), 2, "tre"], "onsdag 13 maj, 2 och tre"),
    ],
)
def test_a_fact_is_written_as_it_is_said(fact: object, words: str):
    assert in_words(fact) == words


def test_a_breach_is_a_sentence_with_its_facts_in_it():
    booked = {"when": between("13 15:00", "13 20:00"), "place": "Björkgården"}

    told = sentence(Breach("overlap", Weight.HARD, "Redan bokad {when} på {place}", booked))

    assert told == "Redan bokad onsdag 13 maj 15.00–20.00 på Björkgården"


def test_the_days_are_the_readers():
    with translation.override("en"):
        assert in_words(date(2026, 5, 13)) == "Wednesday 13 May"
