"""A week of hers, said once more of another week."""

from datetime import date, time

import pytest

from booking.models import Availability, Kind
from booking.operations import availability, patterns
from booking.operations.copying import Copied, copy_week
from booking.operations.refusals import Refused
from booking.period import Period, Weekly
from booking.weeks import Week
from people.models import HistoryEntry
from tests.cast import NOW, at
from tests.factories.booking import AvailabilityFactory, BookingFactory
from tests.factories.people import WorkplaceFactory

THIS, NEXT = Week.named("2026-W20"), Week.named("2026-W21")


def span(starts: str, ends: str) -> Period:
    return Period(at(starts), at(ends))


@pytest.fixture
def amira(town):
    return town.substitute()


@pytest.fixture
def says(amira):
    """`says("2026-05-13 07:00", "2026-05-13 16:00")`"""

    def put_in(starts, ends, kind=Kind.AVAILABLE, by=None, **more):
        by = by or amira.user
        return availability.put_in(amira, [span(starts, ends)], kind=kind, by=by, at=NOW, **more)

    return put_in


@pytest.fixture
def copied(amira):
    def copy(source=THIS, target=NEXT, now=NOW):
        return copy_week(amira, source, target, by=amira.user, at=now)

    return copy


def said(week):
    rows = Availability.objects.touching(week.span).order_by("starts")
    return [(row.kind, row.period) for row in rows]


def test_each_day_is_said_again_by_its_kind_and_place_at_the_same_clock(amira, town, says, copied):
    place = WorkplaceFactory(area=town.area)
    says("2026-05-11 07:00", "2026-05-11 16:00", workplaces=[place])
    says("2026-05-13 21:00", "2026-05-14 07:00", Kind.ASK_ME)
    says("2026-05-17 21:00", "2026-05-18 07:00", Kind.NOT_AVAILABLE)

    outcome = copied()

    assert outcome == Copied((date(2026, 5, 18), date(2026, 5, 20), date(2026, 5, 24)))
    assert said(NEXT)[1:] == [
        (Kind.AVAILABLE, span("2026-05-18 07:00", "2026-05-18 16:00")),
        (Kind.ASK_ME, span("2026-05-20 21:00", "2026-05-21 07:00")),
        (Kind.NOT_AVAILABLE, span("2026-05-24 21:00", "2026-05-25 07:00")),
    ]
    assert list(Availability.objects.get(starts=at("2026-05-18 07:00")).workplaces.all()) == [place]
    assert HistoryEntry.objects.filter(action="availability.copy_week").count() == 1


def test_only_the_weeks_own_days_of_what_goes_on_for_longer(says, copied):
    says("2026-05-08 00:00", "2026-05-13 00:00")

    copied()

    assert said(NEXT) == [(Kind.AVAILABLE, span("2026-05-18 00:00", "2026-05-20 00:00"))]


def test_what_others_wrote_down_and_what_was_for_one_job_stays_where_it_is(amira, town, says, copied):
    says("2026-05-13 07:00", "2026-05-13 16:00", by=town.planner)
    job = town.order("2026-05-14 07:00", "2026-05-14 16:00")
    AvailabilityFactory(substitute=amira, starts=job.starts, ends=job.ends, order=job)

    assert not copied()
    assert said(NEXT) == []
    assert not HistoryEntry.objects.filter(action="availability.copy_week").exists()


def test_what_is_said_already_stands_and_only_the_rest_is_filled(says, copied):
    says("2026-05-13 07:00", "2026-05-13 16:00")
    says("2026-05-14 07:00", "2026-05-14 16:00")
    says("2026-05-20 12:00", "2026-05-20 18:00", Kind.NOT_AVAILABLE)
    says("2026-05-21 00:00", "2026-05-22 00:00", Kind.ASK_ME)

    outcome = copied()

    assert outcome == Copied((date(2026, 5, 20),), spoken_of=(date(2026, 5, 20), date(2026, 5, 21)))
    assert said(NEXT) == [
        (Kind.AVAILABLE, span("2026-05-20 07:00", "2026-05-20 12:00")),
        (Kind.NOT_AVAILABLE, span("2026-05-20 12:00", "2026-05-20 18:00")),
        (Kind.ASK_ME, span("2026-05-21 00:00", "2026-05-22 00:00")),
    ]


def test_copied_twice_is_copied_once(says, copied):
    says("2026-05-13 07:00", "2026-05-13 16:00")
    copied()
    once = said(NEXT)

    assert copied() == Copied(spoken_of=(date(2026, 5, 20),))
    assert said(NEXT) == once


def test_days_that_have_passed_are_left_out_and_named(says, copied):
    for day in ("11", "13"):
        says(f"2026-05-{day} 07:00", f"2026-05-{day} 16:00")

    outcome = copied(now=at("2026-05-19 05:45"))

    assert outcome == Copied((date(2026, 5, 20),), past=(date(2026, 5, 18),))


def test_a_week_that_has_passed_is_not_filled(says, copied):
    says("2026-05-13 07:00", "2026-05-13 16:00")

    assert copied(now=at("2026-06-01 05:45")) == Copied(past=(date(2026, 5, 20),))
    assert said(NEXT) == []


def test_what_recurs_is_said_again_by_itself_where_it_does_not_recur(amira, copied):
    once = Weekly(frozenset({2}), time(7), time(16), date(2026, 5, 13), last=date(2026, 5, 13))
    patterns.lay_out(amira, once, kind=Kind.AVAILABLE, by=amira.user, at=NOW)

    copied()

    assert [row.pattern for row in Availability.objects.touching(NEXT.span)] == [None]


def test_a_shift_there_is_no_hindrance_and_stays(amira, town, says, copied):
    says("2026-05-13 07:00", "2026-05-13 16:00", Kind.NOT_AVAILABLE)
    shift = BookingFactory(order=town.order("2026-05-20 08:00", "2026-05-20 14:00"), substitute=amira)

    copied()

    shift.refresh_from_db()
    assert shift.ended_at is None


@pytest.mark.parametrize("target", [THIS, THIS.before])
def test_only_a_later_week_can_be_filled(copied, target):
    with pytest.raises(Refused, match="Välj en vecka som kommer efter"):
        copied(target=target)


@pytest.mark.parametrize(
    ("reading", "laid"),
    [
        (("02:30", "10:00"), [("2027-03-28 03:00", "2027-03-28 10:00")]),
        (("01:00", "02:30"), [("2027-03-28 01:00", "2027-03-28 03:00")]),
        (("02:10", "02:50"), []),
    ],
)
def test_a_time_that_the_clock_jumps_over_is_when_it_goes_on_and_the_day_is_named(says, copied, reading, laid):
    says(*(f"2027-03-21 {clock}" for clock in reading))
    spring = Week.named("2027-W11"), Week.named("2027-W12")

    assert copied(*spring).clock_changes == (date(2027, 3, 28),)
    assert said(spring[1]) == [(Kind.AVAILABLE, span(*hours)) for hours in laid]


def test_a_time_that_comes_twice_is_there_both_times(says, copied):
    says("2026-10-18 02:30", "2026-10-18 10:00")
    autumn = Week.named("2026-W42"), Week.named("2026-W43")

    assert copied(*autumn).clock_changes == (date(2026, 10, 25),)
    assert said(autumn[1])[0][1].length.total_seconds() == 8.5 * 3600


def test_two_nights_that_share_an_hour_that_night_say_it_once(says, copied):
    says("2026-10-17 02:30", "2026-10-18 02:30")
    says("2026-10-18 02:30", "2026-10-19 00:00", Kind.ASK_ME)

    copied(Week.named("2026-W42"), Week.named("2026-W43"))

    night, day = said(Week.named("2026-W43"))
    assert night[1].ends == day[1].starts
