"""What a booked shift needs stands, whatever is said after; the shift is named."""

from datetime import date, time

import pytest

from booking.models import Availability, Kind
from booking.operations import availability
from booking.period import Period, local_span
from tests.cast import NOW, at
from tests.factories.booking import AvailabilityFactory, BookingFactory
from tests.factories.people import WorkplaceFactory

DAY = date(2026, 5, 15)


def span(starts: int, ends: int) -> Period:
    return local_span(DAY, time(starts), time(ends))


@pytest.fixture
def amira(town):
    return town.substitute()


@pytest.fixture
def shift(town, amira):
    """Friday 08–14 at the town's workplace."""
    return BookingFactory(order=town.order("2026-05-15 08:00", "2026-05-15 14:00"), substitute=amira)


@pytest.fixture
def says(amira):
    """`says(kind, starts, ends)`: a row of hers; answers with the shifts that stood in the way of it."""

    def put_in(kind, starts, ends, **more):
        told = {"kind": kind, "by": amira.user, "at": NOW} | more
        return availability.put_in(amira, [span(starts, ends)], **told).stood

    return put_in


def rows(amira):
    found = Availability.objects.filter(substitute=amira).order_by("starts")
    return [(row.kind, row.period) for row in found]


def test_what_is_taken_away_around_a_shift_is_gone_and_what_the_shift_needs_stands(amira, shift, says):
    says(Kind.AVAILABLE, 6, 18)

    stood = availability.take_away(amira, span(6, 12), by=amira.user, at=NOW)

    assert stood == [shift]
    assert rows(amira) == [(Kind.AVAILABLE, span(8, 18))]


def test_what_is_taken_away_beside_a_shift_meets_no_shift(amira, shift, says):
    says(Kind.AVAILABLE, 6, 18)

    assert availability.take_away(amira, span(14, 18), by=amira.user, at=NOW) == []
    assert rows(amira) == [(Kind.AVAILABLE, span(6, 14))]


@pytest.mark.parametrize("kind", [Kind.NOT_AVAILABLE, Kind.ASK_ME])
def test_weaker_words_are_put_in_around_a_shift(amira, shift, says, kind):
    says(Kind.AVAILABLE, 6, 18)

    assert says(kind, 6, 18) == [shift]
    assert rows(amira) == [(kind, span(6, 8)), (Kind.AVAILABLE, span(8, 14)), (kind, span(14, 18))]


def test_stronger_words_take_the_place_of_weaker_ones_under_a_shift_too(amira, shift, says):
    says(Kind.ASK_ME, 6, 18)

    assert says(Kind.AVAILABLE, 6, 18) == []
    assert rows(amira) == [(Kind.AVAILABLE, span(6, 18))]


def test_that_she_cannot_is_taken_away_also_where_she_is_booked(amira, shift, says):
    says(Kind.NOT_AVAILABLE, 6, 18)

    assert availability.take_away(amira, span(6, 18), by=amira.user, at=NOW) == []
    assert rows(amira) == []


def test_time_for_another_workplace_carries_no_shift_here(amira, shift, says, town):
    says(Kind.AVAILABLE, 6, 18, workplaces=[WorkplaceFactory(area=town.area)])

    assert availability.take_away(amira, span(6, 18), by=amira.user, at=NOW) == []


def test_time_narrowed_to_another_workplace_goes_around_the_shift(amira, shift, says, town):
    says(Kind.AVAILABLE, 6, 18)

    assert says(Kind.AVAILABLE, 6, 18, workplaces=[WorkplaceFactory(area=town.area)]) == [shift]
    assert (Kind.AVAILABLE, span(8, 14)) in rows(amira)


def test_time_for_one_job_alone_carries_that_job_and_no_other(amira, shift, town):
    AvailabilityFactory(substitute=amira, starts=shift.starts, ends=shift.ends, order=shift.order)
    other = town.order("2026-05-15 08:00", "2026-05-15 14:00")
    AvailabilityFactory(substitute=amira, starts=shift.starts, ends=shift.ends, order=other)

    for order, stood in ((shift.order, [shift]), (other, [])):
        assert availability.take_away(amira, span(6, 18), by=amira.user, at=NOW, order=order) == stood

    assert [row.order for row in Availability.objects.all()] == [shift.order]


def test_what_a_planner_wrote_down_was_never_booked_directly_so_asking_is_as_good(amira, shift, says, town):
    says(Kind.AVAILABLE, 6, 18, by=town.planner)

    assert says(Kind.ASK_ME, 6, 18) == []


def test_a_shift_that_is_over_or_taken_back_needs_nothing(amira, shift, says, town):
    says(Kind.AVAILABLE, 6, 18)

    later = {"by": amira.user, "at": at("2026-05-15 14:00")}

    assert availability.take_away(amira, span(6, 18), **later) == []
    assert rows(amira) == []
