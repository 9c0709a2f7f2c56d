"""Her hours beside her wish and her caps."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from booking.models import Policy
from home import standing
from home.hours import Hours, cap_of, wished
from people.models import RuleProfile
from tests.cast import NOW, at
from tests.factories.people import AgreementFactory, SubstituteFactory, WorkplaceFactory

HOUR = timedelta(hours=1)
SOME = Hours(worked=20 * HOUR, booked=11.5 * HOUR)


@pytest.mark.parametrize(
    ("wish", "cap", "words", "whole"),
    [
        (78 * HOUR, 165 * HOUR, "31,5 av 78 tim du önskar, högst 165", 78),
        (78 * HOUR, None, "31,5 av 78 tim du önskar", 78),
        (None, 165 * HOUR, "31,5 tim, högst 165", 165),
        (None, None, "31,5 tim", 31.5),
    ],
)
def test_they_are_told_with_what_is_known(wish, cap, words, whole):
    hours = replace(SOME, wish=wish, cap=cap)

    assert hours.words == words
    assert hours.whole == whole * HOUR


def test_a_wish_is_told_in_whole_hours():
    assert wished(timedelta(hours=20 * 52 / 12)) == 87 * HOUR
    assert wished(None) is None


def test_more_than_the_cap_is_said_to_be():
    assert replace(SOME, cap=31 * HOUR).is_over
    assert not replace(SOME, cap=32 * HOUR).is_over


def cap(substitute):
    return cap_of(standing.of(substitute, now=NOW).agreements, now=NOW)


def test_the_cap_is_the_profiles_else_the_workplaces_else_the_areas_else_the_usual(db):
    substitute, place = SubstituteFactory(), WorkplaceFactory()
    paper = AgreementFactory(substitute=substitute, workplace=place, area=None)
    found = [cap(substitute)]
    Policy.objects.create(area=place.area, month_cap=150)
    found.append(cap(substitute))
    Policy.objects.create(workplace=place, month_cap=140)
    found.append(cap(substitute))
    paper.rule_profile = RuleProfile.objects.create(name="deltid", month_cap=90)
    paper.save()

    assert [*found, cap(substitute)] == [165 * HOUR, 150 * HOUR, 140 * HOUR, 90 * HOUR]


def test_of_several_agreements_the_one_that_allows_most_counts(db):
    substitute = SubstituteFactory()
    for most in (90, 120):
        paper = AgreementFactory(substitute=substitute)
        Policy.objects.create(area=paper.area, month_cap=most)

    assert cap(substitute) == 120 * HOUR


def test_an_agreement_without_a_cap_or_no_agreement_in_force_has_none(db):
    free, over = SubstituteFactory(), SubstituteFactory()
    Policy.objects.create(area=AgreementFactory(substitute=free).area, month_cap=0)
    AgreementFactory(substitute=over, ends=at("2026-05-12 00:00"))
    AgreementFactory(substitute=over, starts=datetime(2026, 6, 1, tzinfo=UTC))

    assert cap(free) is None
    assert cap(over) is None
