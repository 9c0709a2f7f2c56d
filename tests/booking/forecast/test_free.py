"""Who has time that could be booked."""

from datetime import date

import pytest

from booking.forecast.free import free
from booking.models import Absence, Booking, Kind
from booking.period import whole_day
from tests.cast import at
from tests.factories.booking import AvailabilityFactory, BookingFactory
from tests.factories.people import AgreementFactory, OccupationFactory, WorkplaceFactory

DAY = date(2026, 5, 13)


@pytest.fixture
def her(town):
    return town.substitute()


def put_in(person, starts="2026-05-13 07:00", ends="2026-05-13 16:00", **fields):
    return AvailabilityFactory(substitute=person, starts=at(starts), ends=at(ends), **fields)


def who(town, day=DAY):
    return [one.substitute for one in free([town.area.pk], day, day).get((town.area.pk, day), [])]


@pytest.mark.parametrize("kind", [Kind.AVAILABLE, Kind.ASK_ME, Kind.RESOURCE, Kind.ACUTE_RESOURCE])
def test_any_kind_that_gives_time_counts_once_a_day(kind, town, her):
    put_in(her, kind=kind)
    put_in(her, "2026-05-13 17:00", "2026-05-13 22:00", kind=kind)

    assert who(town) == [her.pk]


def test_who_has_said_no_or_nothing_or_too_little_has_none(town, her):
    put_in(her, kind=Kind.NOT_AVAILABLE)
    put_in(town.substitute(), ends="2026-05-13 10:00")
    put_in(town.substitute(is_active=False))
    town.substitute()

    assert who(town) == []


def test_who_is_away_or_booked_that_day_has_none(town, her):
    put_in(her)
    span = whole_day(DAY)
    Absence.objects.create(
        substitute=her, kind=Absence.Kind.SET_DAYS, starts=span.starts, ends=span.ends, noted_by=town.planner,
        noted_at=at("2026-05-12 07:00"),
    )  # fmt: skip
    booked = town.substitute()
    put_in(booked, ends="2026-05-13 23:00")
    BookingFactory(order=town.order(ends="2026-05-13 12:00", status="booked"), substitute=booked)

    assert who(town) == []
    assert Booking.objects.count() == 1


def test_what_is_left_of_the_night_is_no_day(town, her):
    put_in(her, "2026-05-12 21:00", "2026-05-13 07:00")

    assert (who(town, date(2026, 5, 12)), who(town)) == ([her.pk], [])


def test_an_agreement_must_reach_the_area_that_day(town, elsewhere):
    put_in(elsewhere.substitute())
    over = AgreementFactory(area=town.area, ends=at("2026-05-01 00:00")).substitute
    put_in(over)
    at_a_place = AgreementFactory(area=None, workplace=town.workplace).substitute
    put_in(at_a_place)

    assert who(town) == [at_a_place.pk]


def test_time_for_chosen_workplaces_counts_in_their_areas_alone(town, elsewhere, her):
    AgreementFactory(substitute=her, area=elsewhere.area)
    row = put_in(her, limited=True)
    row.workplaces.add(elsewhere.workplace)

    assert (who(town), who(elsewhere)) == ([], [her.pk])


def test_time_for_one_job_is_for_that_alone(town, her):
    put_in(her, order=town.order())

    assert who(town) == []


def test_she_is_told_with_all_that_she_can_work_as(town, her):
    other = AgreementFactory(substitute=her, area=town.area, occupation=OccupationFactory()).occupation
    put_in(her)

    (one,) = free([town.area.pk], DAY, DAY)[town.area.pk, DAY]

    assert one.trades == {town.occupation.pk, other.pk}


@pytest.mark.parametrize("number", [1, 3])
def test_so_many_people_take_five_queries(number, town, django_assert_num_queries):
    for _person in range(number):
        row = put_in(town.substitute(), limited=True)
        row.workplaces.add(WorkplaceFactory(area=town.area))

    with django_assert_num_queries(5):
        assert len(who(town)) == number
