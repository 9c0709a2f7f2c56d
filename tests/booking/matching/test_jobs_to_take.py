"""Which of the jobs in Lediga jobb a substitute may take at once."""

from datetime import timedelta

import pytest

from booking.matching import jobs
from booking.models import Availability, Kind, Policy
from tests.cast import NOW
from tests.factories.booking import AdvertFactory, AvailabilityFactory, BookingFactory


@pytest.fixture
def job(town):
    return AdvertFactory(order=town.order("2026-05-15 07:00", "2026-05-15 16:00", allow_direct=True)).order


@pytest.fixture
def free(town, job):
    """A substitute who has put in the time."""
    substitute = town.substitute()
    AvailabilityFactory(substitute=substitute, starts=job.starts, ends=job.ends)
    return substitute


def found(substitute):
    (job,) = jobs.open_to(substitute, now=NOW)
    return job


def test_one_within_her_own_time_is_hers_to_take(job, free):
    assert found(free).is_hers_to_take


@pytest.mark.parametrize("said", [{"kind": Kind.ASK_ME}, {"by_herself": False}])
def test_time_that_she_has_not_herself_called_bookable_does_not_let_her(job, free, said):
    Availability.objects.update(**said)

    assert found(free).fits_her_time
    assert not found(free).is_hers_to_take


def test_one_that_the_orderer_leaves_to_the_planners_is_not(job, free):
    job.allow_direct = False
    job.save()

    assert not found(free).would_be_hers


def test_the_policys_hindrance_is_told_of_one_that_would_be_hers(town, job, free):
    Policy.objects.create(area=town.area, direct_min_notice=timedelta(days=7))

    (hindrance,) = found(free).hindrances

    assert hindrance.code == "short_notice"
    assert found(free).would_be_hers
    assert not found(free).is_hers_to_take


def test_her_shifts_of_the_day_count_among_the_hindrances(town, job, free):
    BookingFactory(order=town.order("2026-05-15 16:00", "2026-05-15 18:00"), substitute=free)

    assert [hindrance.code for hindrance in found(free).hindrances] == ["second_shift"]


def test_one_kept_for_her_is_told_from_one_that_was(job, free):
    job.wished, job.wished_until = free, NOW + timedelta(hours=1)
    job.save()
    assert found(free).kept_for_her

    job.wished_until = NOW
    job.save()
    assert not found(free).kept_for_her
