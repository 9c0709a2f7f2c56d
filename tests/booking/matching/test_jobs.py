"""What a substitute finds in Lediga jobb."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from booking import calendar_days
from booking.matching import jobs
from booking.models import Interest
from people.models import Substitute
from tests.cast import NOW
from tests.factories.booking import AdvertFactory, AvailabilityFactory, BookingFactory, InterestFactory


def advertised(town, *args, **fields):
    return AdvertFactory(order=town.order(*args, **fields)).order


def test_only_advertised_open_shifts_ahead_at_her_own_places_are_there(town, elsewhere):
    job, substitute = advertised(town), town.substitute()
    town.order()
    advertised(elsewhere)
    advertised(town, status="booked")
    advertised(town, "2026-05-12 05:00", "2026-05-12 10:00")

    assert [found.order for found in jobs.open_to(substitute, now=NOW)] == [job]


def test_a_job_within_her_own_time_fits(town):
    order, substitute = advertised(town), town.substitute()
    AvailabilityFactory(substitute=substitute, starts=order.starts, ends=order.ends)

    (job,) = jobs.open_to(substitute, now=NOW)

    assert job.fits_her_time
    assert job.verdict.possible


def test_a_job_outside_her_time_is_possible_but_does_not_fit(town):
    advertised(town)

    (job,) = jobs.open_to(town.substitute(), now=NOW)

    assert job.verdict.possible
    assert not job.fits_her_time


def test_a_job_that_clashes_is_there_with_the_reason(town):
    advertised(town)
    substitute = town.substitute()
    BookingFactory(order=town.order("2026-05-13 12:00", "2026-05-13 20:00"), substitute=substitute)

    (job,) = jobs.open_to(substitute, now=NOW)

    assert not job.verdict.possible


@pytest.mark.parametrize(("status", "wanted"), [("registered", True), ("withdrawn", False)])
def test_her_interest_is_shown_while_it_stands(town, status, wanted):
    order, substitute = advertised(town), town.substitute()
    InterestFactory(order=order, substitute=substitute, status=status)

    (job,) = jobs.open_to(substitute, now=NOW)

    assert job.wanted is wanted
    assert Interest.objects.count() == 1


def test_thirty_jobs_take_as_many_queries_as_one(town):
    substitute = town.substitute()

    def queries() -> int:
        fresh = Substitute.objects.select_related("user").get(pk=substitute.pk)
        with CaptureQueriesContext(connection) as asked:
            [job.order.workplace.area.name for job in jobs.open_to(fresh, now=NOW)]
        return len(asked)

    advertised(town)
    calendar_days.own()  # as a process that has been up for a while
    one = queries()
    for hour in range(7, 19):
        advertised(town, f"2026-05-14 {hour:02}:00", f"2026-05-14 {hour + 3:02}:00")
        advertised(town, f"2026-05-15 {hour:02}:00", f"2026-05-15 {hour + 3:02}:00")

    assert queries() == one
