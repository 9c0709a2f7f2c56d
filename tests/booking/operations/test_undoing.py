"""A change of her own time, taken back while it is fresh."""

from datetime import date, time, timedelta
from functools import partial

import pytest

from booking import tasks
from booking.models import Availability, AvailabilityChange, AvailabilityPattern, Kind
from booking.operations import availability, patterns, rewording, undoing
from booking.operations.refusals import Refused
from booking.period import Period, Weekly, local_span
from people.models import HistoryEntry
from tests.cast import NOW, at
from tests.factories.booking import AvailabilityFactory, BookingFactory
from tests.factories.people import WorkplaceFactory

DAY = date(2026, 5, 15)
FRIDAYS = Weekly(frozenset({4}), time(7), time(16), DAY)
SOON = NOW + timedelta(seconds=8)


def span(starts: int, ends: int) -> Period:
    return local_span(DAY, time(starts), time(ends))


@pytest.fixture
def amira(town):
    return town.substitute()


@pytest.fixture
def hers(amira):
    """`hers()`: all that she says, to be compared."""

    def said():
        rows = Availability.objects.filter(substitute=amira).order_by("starts").prefetch_related("workplaces")
        return [(row.kind, row.period, row.pattern_id, row.order_id, set(row.workplaces.all())) for row in rows]

    return said


@pytest.fixture
def says(amira):
    """`says(kind, 7, 16)`: what she puts in; answers with the change that is remembered."""

    def put_in(kind, *hours, now=NOW, **more):
        act = partial(availability.put_in, amira, [span(*hours)], kind=kind, by=amira.user, at=now, **more)
        return undoing.remembered(amira, act, at=now)[1]

    return put_in


@pytest.fixture
def undone(amira):
    def undo(change, now=SOON):
        return undoing.undo(change, by=amira.user, at=now)

    return undo


def test_what_was_put_in_is_gone_again_and_the_history_says_so(amira, says, undone, hers):
    change = says(Kind.AVAILABLE, 7, 16)

    assert undone(change) == []
    assert hers() == []
    assert HistoryEntry.objects.filter(action="availability.undo").count() == 1


def test_what_gave_way_and_what_was_joined_is_as_it_was(says, undone, hers, town):
    place = WorkplaceFactory(area=town.area)
    says(Kind.AVAILABLE, 6, 10)
    says(Kind.ASK_ME, 12, 20, workplaces=[place])
    before = hers()

    undone(says(Kind.AVAILABLE, 10, 14))

    assert hers() == before


def test_the_same_words_again_are_no_change(says):
    says(Kind.AVAILABLE, 7, 16)

    assert says(Kind.AVAILABLE, 7, 16) is None


def test_undone_twice_is_undone_once(says, undone, hers):
    change = says(Kind.AVAILABLE, 7, 16)
    undone(change)
    says(Kind.ASK_ME, 7, 16)

    assert undone(change) == []
    assert len(hers()) == 1


@pytest.mark.parametrize(("seconds", "late"), [(30, False), (31, True)])
def test_it_is_undone_for_as_long_as_a_slow_network_takes(says, undone, hers, seconds, late):
    change = says(Kind.AVAILABLE, 7, 16)
    if late:
        with pytest.raises(Refused, match="Det går inte att ångra längre"):
            undone(change, NOW + timedelta(seconds=seconds))
    else:
        undone(change, NOW + timedelta(seconds=seconds))

    assert bool(hers()) is late


@pytest.mark.parametrize("hours", [(7, 16), (9, 10), (15, 18)])
def test_time_spoken_of_anew_stands_and_that_is_said(says, undone, hers, hours):
    change = says(Kind.AVAILABLE, 7, 16)
    says(Kind.ASK_ME, *hours)
    said = hers()

    with pytest.raises(Refused, match="har ändrats igen"):
        undone(change)
    assert hers() == said


def test_what_would_come_back_upon_new_words_does_not(amira, says, undone, hers):
    says(Kind.AVAILABLE, 7, 16)
    act = partial(availability.take_away, amira, span(7, 16), by=amira.user, at=NOW)
    change = undoing.remembered(amira, act, at=NOW)[1]
    says(Kind.NOT_AVAILABLE, 12, 20)

    with pytest.raises(Refused):
        undone(change)
    assert [kind for kind, *_ in hers()] == [Kind.NOT_AVAILABLE]


def test_other_time_may_have_changed(says, undone, hers):
    change = says(Kind.AVAILABLE, 7, 10)
    says(Kind.ASK_ME, 12, 14)

    undone(change)

    assert [period for _kind, period, *_ in hers()] == [span(12, 14)]


def test_what_a_shift_booked_since_needs_stands_and_the_shift_is_named(town, amira, says, undone, hers):
    change = says(Kind.AVAILABLE, 7, 16)
    shift = BookingFactory(order=town.order("2026-05-15 08:00", "2026-05-15 14:00"), substitute=amira)

    assert undone(change) == [shift]
    assert [period for _kind, period, *_ in hers()] == [span(8, 14)]


def test_a_shift_that_the_words_before_carry_as_well_is_not_in_the_way(town, amira, says, undone, hers):
    says(Kind.AVAILABLE, 7, 16)
    before = hers()
    change = says(Kind.AVAILABLE, 7, 20)
    BookingFactory(order=town.order("2026-05-15 08:00", "2026-05-15 14:00"), substitute=amira)

    assert undone(change) == []
    assert hers() == before


def test_a_pattern_laid_out_is_taken_up_and_remembered(amira, undone, hers):
    act = partial(patterns.lay_out, amira, FRIDAYS, kind=Kind.AVAILABLE, by=amira.user, at=NOW)

    undone(undoing.remembered(amira, act, at=NOW)[1])

    assert hers() == []
    assert AvailabilityPattern.objects.get().ended_at == SOON


def test_a_pattern_that_was_ended_goes_on(amira, undone, hers):
    pattern = patterns.lay_out(amira, FRIDAYS, kind=Kind.AVAILABLE, by=amira.user, at=NOW).pattern
    before = hers()
    act = partial(patterns.end, pattern, date(2026, 5, 28), by=amira.user, at=NOW)

    undone(undoing.remembered(amira, act, at=NOW)[1])

    assert hers() == before
    assert AvailabilityPattern.objects.running().get().last_day is None


def test_a_pattern_said_in_another_way_is_itself_again_even_where_both_say_the_same(amira, undone, hers):
    every_other = Weekly(frozenset({4}), time(7), time(16), DAY, every=2)
    pattern = patterns.lay_out(amira, FRIDAYS, kind=Kind.AVAILABLE, by=amira.user, at=NOW).pattern
    before = hers()
    act = partial(rewording.from_a_day_on, pattern, every_other, kind=Kind.AVAILABLE, by=amira.user, at=NOW)

    undone(undoing.remembered(amira, act, at=NOW)[1])

    assert hers() == before


def test_a_pattern_beyond_sight_is_undone_too(amira, undone):
    far = Weekly(frozenset({4}), time(7), time(16), date(2027, 5, 14))
    act = partial(patterns.lay_out, amira, far, kind=Kind.AVAILABLE, by=amira.user, at=NOW)

    undone(undoing.remembered(amira, act, at=NOW)[1])

    assert not AvailabilityPattern.objects.running().exists()


def test_a_pattern_ended_since_is_not_made_to_go_on(amira, undone):
    act = partial(patterns.lay_out, amira, FRIDAYS, kind=Kind.AVAILABLE, by=amira.user, at=NOW)
    outcome, change = undoing.remembered(amira, act, at=NOW)
    patterns.end(outcome.pattern, date(2027, 5, 28), by=amira.user, at=NOW)

    with pytest.raises(Refused):
        undone(change)


def test_time_for_one_job_alone_comes_back_for_that_job(town, amira, undone, hers):
    job = town.order("2026-05-15 07:00", "2026-05-15 16:00")
    AvailabilityFactory(substitute=amira, starts=job.starts, ends=job.ends, order=job)
    before = hers()
    act = partial(availability.take_away, amira, job.period, by=amira.user, at=NOW, order=job)

    undone(undoing.remembered(amira, act, at=NOW)[1])

    assert hers() == before


def test_what_can_be_undone_no_longer_is_swept_away_and_says_so(says, undone):
    change = says(Kind.AVAILABLE, 7, 16, now=at("2026-05-12 05:00"))

    undoing.forget(at=NOW)

    assert not AvailabilityChange.objects.exists()
    with pytest.raises(Refused, match="inte att ångra längre"):
        undone(change)


def test_the_queue_sweeps(says):
    says(Kind.AVAILABLE, 7, 16)

    tasks.tidy()

    assert not AvailabilityChange.objects.exists()
