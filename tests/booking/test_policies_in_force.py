"""What holds at a workplace: its own word, else its area's, else the default."""

from datetime import time, timedelta

import pytest
from django.db import IntegrityError

from booking.models import Policy
from booking.offering import Days, OfferTerms
from tests.factories.people import WorkplaceFactory

HALF_AN_HOUR = timedelta(minutes=30)


def test_what_nobody_has_decided_is_the_default(town):
    assert Policy.objects.in_force(town.workplace) == OfferTerms()


def test_what_the_area_has_decided_holds_at_its_workplaces_alone(town, elsewhere):
    Policy.objects.create(area=town.area, direct=False, direct_min_notice=HALF_AN_HOUR, direct_days="weekdays")

    here = Policy.objects.in_force(town.workplace)

    assert here == OfferTerms(direct=False, direct_min_notice=HALF_AN_HOUR, direct_days=Days.WEEKDAYS)
    assert isinstance(here.direct_days, Days)
    assert Policy.objects.in_force(elsewhere.workplace) == OfferTerms()


def test_a_workplace_may_say_otherwise_and_the_rest_is_as_in_the_area(town):
    Policy.objects.create(workplace=town.workplace, quiet_from=time(0), wave_size=1)
    Policy.objects.create(area=town.area, quiet_from=time(22), wave_size=5, urgent_limit=timedelta())

    assert Policy.objects.in_force(town.workplace) == OfferTerms(
        quiet_from=time(0), wave_size=1, urgent_limit=timedelta()
    )


def test_a_nought_says_that_there_is_no_cap_and_that_the_wait_is_scaled(town):
    Policy.objects.create(area=town.area, month_cap=120, days_in_row=5, wave_wait=HALF_AN_HOUR)
    Policy.objects.create(workplace=town.workplace, month_cap=0, days_in_row=0, wave_wait=timedelta())

    assert Policy.objects.in_force(town.workplace) == OfferTerms(month_cap=None, days_in_row=None, wave_wait=None)


def test_the_policy_of_many_workplaces_is_one_question(town, elsewhere, django_assert_num_queries):
    Policy.objects.create(area=town.area, wave_size=5)
    own = WorkplaceFactory(area=town.area)
    Policy.objects.create(workplace=own, wave_size=9)
    more = WorkplaceFactory.create_batch(30, area=town.area)

    with django_assert_num_queries(1):
        terms = Policy.objects.in_force_at([town.workplace, own, elsewhere.workplace, *more])

    sizes = [terms[place.pk].wave_size for place in (town.workplace, own, elsewhere.workplace, more[-1])]
    assert sizes == [5, 9, 3, 5]


def test_no_workplaces_are_no_question(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert Policy.objects.in_force_at([]) == {}


def test_a_policy_is_of_an_area_or_a_workplace_and_never_of_both(town):
    with pytest.raises(IntegrityError, match="policy_of_an_area_or_a_workplace"):
        Policy.objects.create(area=town.area, workplace=town.workplace)
