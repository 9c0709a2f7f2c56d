"""Something else instead of what she has said."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from booking.models import Availability, AvailabilityPattern, Kind
from booking.operations import availability, patterns, rewording
from booking.period import Period, Weekly, local_span
from people.models import HistoryEntry
from tests.cast import NOW
from tests.factories.booking import BookingFactory
from tests.factories.people import WorkplaceFactory

DAY = date(2026, 5, 15)
FRIDAYS = Weekly(frozenset({4}), time(7), time(16), DAY)
NEXT = replace(FRIDAYS, first=date(2026, 5, 22))


def span(starts: int, ends: int, day: date = DAY) -> Period:
    return local_span(day, time(starts), time(ends))


@pytest.fixture
def amira(town):
    return town.substitute()


@pytest.fixture
def shift(town, amira):
    """Friday 08–14."""
    return BookingFactory(order=town.order("2026-05-15 08:00", "2026-05-15 14:00"), substitute=amira)


@pytest.fixture
def said(amira):
    def rows():
        found = Availability.objects.filter(substitute=amira).order_by("starts")
        return [(row.kind, row.period) for row in found]

    return rows


@pytest.fixture
def fridays(amira):
    """Available 07–16 each Friday."""
    return patterns.lay_out(amira, FRIDAYS, kind=Kind.AVAILABLE, by=amira.user, at=NOW).pattern


def of_a_day(amira, instead_of, *periods, kind=Kind.AVAILABLE, **more):
    return rewording.of_a_day(amira, instead_of, periods, kind=kind, by=amira.user, at=NOW, **more)


def onward(pattern, weekly, kind=Kind.AVAILABLE, **more):
    return rewording.from_a_day_on(pattern, weekly, kind=kind, by=pattern.substitute.user, at=NOW, **more)


@pytest.mark.parametrize("kind", [Kind.AVAILABLE, Kind.ASK_ME, Kind.NOT_AVAILABLE])
@pytest.mark.parametrize("hours", [(7, 16), (9, 12), (15, 18), (17, 20)])
def test_the_block_is_gone_and_the_new_one_stands_whatever_of_it_they_share(amira, said, kind, hours):
    availability.put_in(amira, [span(7, 16)], kind=Kind.AVAILABLE, by=amira.user, at=NOW)

    of_a_day(amira, span(7, 16), span(*hours), kind=kind)

    assert said() == [(kind, span(*hours))]


def test_it_is_moved_to_another_day(amira, said):
    availability.put_in(amira, [span(7, 16)], kind=Kind.AVAILABLE, by=amira.user, at=NOW)

    of_a_day(amira, span(7, 16), span(7, 16, date(2026, 5, 16)))

    assert said() == [(Kind.AVAILABLE, span(7, 16, date(2026, 5, 16)))]


def test_what_a_shift_needs_stands_and_is_named_once(amira, shift, said):
    availability.put_in(amira, [span(7, 16)], kind=Kind.AVAILABLE, by=amira.user, at=NOW)

    outcome = of_a_day(amira, span(7, 16), span(10, 18), kind=Kind.ASK_ME)

    assert outcome.stood == [shift]
    assert said() == [(Kind.AVAILABLE, span(8, 14)), (Kind.ASK_ME, span(14, 18))]


def test_a_shift_that_the_new_words_carry_is_not_in_the_way(amira, shift, said):
    availability.put_in(amira, [span(7, 16)], kind=Kind.AVAILABLE, by=amira.user, at=NOW)

    assert of_a_day(amira, span(7, 16), span(8, 14)).stood == []
    assert said() == [(Kind.AVAILABLE, span(8, 14))]


def test_narrowed_to_another_workplace_it_goes_around_the_shift(amira, shift, said, town):
    availability.put_in(amira, [span(7, 16)], kind=Kind.AVAILABLE, by=amira.user, at=NOW)

    outcome = of_a_day(amira, span(7, 16), span(7, 16), workplaces=[WorkplaceFactory(area=town.area)])

    assert outcome.stood == [shift]
    assert (Kind.AVAILABLE, span(8, 14)) in said()


def test_one_of_a_week_that_recurs_is_said_otherwise_alone(amira, fridays, said):
    of_a_day(amira, span(7, 16), span(12, 20))

    assert said()[:2] == [(Kind.AVAILABLE, span(12, 20)), (Kind.AVAILABLE, span(7, 16, NEXT.first))]


def test_from_a_day_on_the_week_recurs_in_another_way(fridays, said):
    onward(fridays, replace(NEXT, weekdays=frozenset({5}), starts=time(15), ends=time(21)), Kind.ASK_ME)

    assert said()[:2] == [(Kind.AVAILABLE, span(7, 16)), (Kind.ASK_ME, span(15, 21, date(2026, 5, 23)))]
    assert len({kind for kind, _period in said()[1:]}) == 1


def test_what_it_says_already_changes_nothing(fridays):
    onward(fridays, NEXT)

    assert AvailabilityPattern.objects.get().ended_at is None
    assert HistoryEntry.objects.filter(action__startswith="availabilitypattern").count() == 1


def test_a_shift_that_the_new_week_does_not_reach_is_named(amira, fridays, shift, said):
    outcome = onward(fridays, replace(FRIDAYS, starts=time(9)))

    assert outcome.stood == [shift]
    assert said()[0] == (Kind.AVAILABLE, span(8, 14))
    assert said()[1] == (Kind.AVAILABLE, span(14, 16))


def test_a_shift_that_the_new_week_reaches_is_not(amira, fridays, shift):
    assert onward(fridays, replace(FRIDAYS, starts=time(8))).stood == []


def test_a_shift_under_weaker_words_is_named_once(amira, fridays, shift, said):
    assert onward(fridays, replace(FRIDAYS, starts=time(6)), Kind.ASK_ME).stood == [shift]
    assert said()[:3] == [(Kind.ASK_ME, span(6, 8)), (Kind.AVAILABLE, span(8, 14)), (Kind.ASK_ME, span(14, 16))]


def test_a_night_that_carries_the_shift_is_seen_from_the_evening_before(town, amira, fridays):
    BookingFactory(order=town.order("2026-05-15 08:00", "2026-05-15 14:00"), substitute=amira)
    nights = replace(FRIDAYS, weekdays=frozenset({3, 4}), starts=time(14), ends=time(14), first=date(2026, 5, 14))

    assert onward(fridays, nights).stood == []


def test_what_was_just_said_is_known_again(amira, town):
    told = {"kind": Kind.AVAILABLE, "by": amira.user}
    availability.put_in(amira, [span(7, 16)], at=NOW, **told)

    assert rewording.said_already(amira, [span(8, 12)], **told)
    assert not rewording.said_already(amira, [span(8, 18)], **told)
    assert not rewording.said_already(amira, [span(8, 12)], workplaces=[town.workplace], **told)
    assert not rewording.said_already(amira, [span(8, 12), span(8, 12, DAY + timedelta(days=1))], **told)
