"""One person's time and standing, from many hands at once. Proved on PostgreSQL, with real connections."""

from datetime import date, time
from functools import partial

import pytest

from booking.models import Absence, Availability, AvailabilityPattern, Booking, Kind, Origin, PlannerTask
from booking.operations import absences, availability, bookings, copying, patterns, rewording, standing, undoing
from booking.operations.refusals import CannotBook, Refused
from booking.period import Period, Weekly
from booking.weeks import Week
from people.models import Block, HistoryEntry
from tests.cast import NOW, a_town, at
from tests.factories.booking import AvailabilityFactory

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

EIGHT = 8
DAY = Period(at("2026-05-13 06:00"), at("2026-05-13 18:00"))
WEDNESDAYS = Weekly(frozenset({2}), time(7), time(16), date(2026, 5, 13))


@pytest.fixture
def town(transactional_db):
    return a_town("Hemtjänst")


@pytest.fixture
def amira(town):
    return town.substitute()


def saying(amira, kind=Kind.AVAILABLE):
    return partial(availability.put_in, amira, [DAY], kind=kind, by=amira.user, at=NOW)


def test_the_same_time_put_in_many_times_at_once_is_one_row(amira, at_once):
    at_once([saying(amira)] * EIGHT)

    assert Availability.objects.get().period == DAY


def test_without_the_lock_the_same_time_would_be_there_many_times(amira, at_once, without_locks):
    at_once([saying(amira)] * EIGHT)

    assert Availability.objects.count() > 1


def test_yes_and_no_to_the_same_time_at_once_leave_one_of_them(amira, at_once):
    at_once([saying(amira), saying(amira, Kind.NOT_AVAILABLE)] * (EIGHT // 2))

    assert Availability.objects.get().period == DAY


def test_the_same_pattern_laid_out_many_times_at_once_is_one(amira, at_once):
    told = {"kind": Kind.AVAILABLE, "by": amira.user, "at": NOW}

    at_once([partial(patterns.lay_out, amira, WEDNESDAYS, **told)] * EIGHT)

    assert AvailabilityPattern.objects.get().rows.count() == Availability.objects.count()


def test_time_taken_away_as_it_is_booked_stands_or_is_gone_before_the_booking(town, amira, at_once):
    AvailabilityFactory(substitute=amira, kind=Kind.AVAILABLE, starts=DAY.starts, ends=DAY.ends)
    order = town.order()

    booking, stood = at_once(
        [
            partial(bookings.book, order, amira, by=town.planner, at=NOW),
            partial(availability.take_away, amira, DAY, by=amira.user, at=NOW),
        ]
    )

    left = [row.period for row in Availability.objects.all()]
    assert (stood, left) in [([booking], [order.period]), ([], [])]


@pytest.fixture
def put_in(amira):
    """What she has just put in, as it is remembered."""
    return undoing.remembered(amira, saying(amira), at=NOW)[1]


def test_a_change_undone_as_its_time_is_booked_stands_or_is_gone_before_the_booking(town, amira, at_once, put_in):
    order = town.order()

    booking, stood = at_once(
        [
            partial(bookings.book, order, amira, by=town.planner, at=NOW),
            partial(undoing.undo, put_in, by=amira.user, at=NOW),
        ]
    )

    left = [row.period for row in Availability.objects.all()]
    assert (stood, left) in [([booking], [order.period]), ([], [])]


def test_a_change_undone_is_never_undone_under_a_shift_that_was_booked_on_it(town, amira, at_once, put_in):
    order, direct = town.order(), {"by": None, "at": NOW, "origin": Origin.DIRECT}

    booked, stood = at_once(
        [partial(bookings.book, order, amira, **direct), partial(undoing.undo, put_in, by=amira.user, at=NOW)]
    )

    assert (stood == [booked]) == Availability.objects.exists()
    assert isinstance(booked, CannotBook) == (stood == [])


def test_without_the_lock_a_shift_would_be_booked_on_time_that_is_gone(town, amira, at_once, without_locks, put_in):
    order, direct = town.order(), {"by": None, "at": NOW, "origin": Origin.DIRECT}

    at_once(
        [partial(bookings.book, order, amira, **direct), partial(undoing.undo, put_in, by=amira.user, at=NOW)],
        all_have_read=True,
    )

    assert Booking.objects.exists()
    assert not Availability.objects.exists()


def test_a_change_undone_many_times_at_once_is_undone_once(amira, at_once, put_in):
    results = at_once([partial(undoing.undo, put_in, by=amira.user, at=NOW)] * EIGHT)

    assert results == [[]] * EIGHT
    assert HistoryEntry.objects.filter(action="availability.undo").count() == 1


def test_undone_and_spoken_of_anew_at_once_leaves_the_new_words(amira, at_once, put_in):
    _said, undone = at_once([saying(amira, Kind.ASK_ME), partial(undoing.undo, put_in, by=amira.user, at=NOW)])

    assert Availability.objects.get().kind == Kind.ASK_ME
    assert undone == [] or isinstance(undone, Refused)


def test_a_week_copied_many_times_at_once_is_copied_once(amira, at_once, put_in):
    week = Week.named("2026-W20")

    at_once([partial(copying.copy_week, amira, week, week.after, by=amira.user, at=NOW)] * EIGHT)

    assert Availability.objects.touching(week.after.span).count() == 1


def test_a_block_changed_as_it_is_booked_keeps_what_the_shift_needs(town, amira, at_once, put_in):
    order = town.order()
    change = partial(rewording.of_a_day, amira, DAY, [DAY], kind=Kind.NOT_AVAILABLE, by=amira.user, at=NOW)

    booking, changed = at_once([partial(bookings.book, order, amira, by=town.planner, at=NOW), change])

    if changed.stood:
        assert Availability.objects.get(kind=Kind.AVAILABLE).period == booking.period
    else:
        assert Availability.objects.get().kind == Kind.NOT_AVAILABLE


@pytest.mark.parametrize("deed", ["absence", "block"])
def test_she_who_is_booked_as_she_is_stopped_is_a_task_or_not_booked(town, amira, at_once, deed):
    stopping = {
        "absence": partial(absences.note, amira, DAY, kind=Absence.Kind.UNTIL_SAID, by=town.planner, at=NOW),
        "block": partial(
            standing.block, amira, town.workplace, asked_by=Block.AskedBy.WORKPLACE, reason="x", by=town.planner, at=NOW
        ),
    }
    booked, _stopped = at_once([partial(bookings.book, town.order(), amira, by=town.planner, at=NOW), stopping[deed]])

    assert isinstance(booked, Exception) != PlannerTask.objects.exists()
