"""A substitute's own words on her time."""

from datetime import date, time

from booking.models import Availability, Kind
from booking.operations import availability
from booking.period import Period, local_span
from tests.cast import NOW

DAY = date(2026, 5, 15)


def span(starts: int, ends: int) -> Period:
    return local_span(DAY, time(starts), time(ends))


def put_in(substitute, *periods, kind=Kind.AVAILABLE):
    return availability.put_in(substitute, periods, kind=kind, by=substitute.user, at=NOW)


def said(substitute) -> list[tuple[str, Period]]:
    blocks = Availability.objects.filter(substitute=substitute).order_by("starts")
    return [(block.kind, block.period) for block in blocks]


def test_blocks_that_meet_are_kept_as_one(town):
    substitute = town.substitute()

    put_in(substitute, span(6, 12))
    put_in(substitute, span(12, 18))

    assert said(substitute) == [(Kind.AVAILABLE, span(6, 18))]


def test_new_words_take_the_place_of_old_ones(town):
    substitute = town.substitute()
    put_in(substitute, span(6, 18))

    put_in(substitute, span(10, 12), kind=Kind.NOT_AVAILABLE)

    assert said(substitute) == [
        (Kind.AVAILABLE, span(6, 10)),
        (Kind.NOT_AVAILABLE, span(10, 12)),
        (Kind.AVAILABLE, span(12, 18)),
    ]


def test_the_same_words_twice_are_said_once(town):
    substitute = town.substitute()

    put_in(substitute, span(6, 18))
    put_in(substitute, span(6, 18))

    assert said(substitute) == [(Kind.AVAILABLE, span(6, 18))]


def test_time_taken_away_leaves_what_is_around_it(town):
    substitute = town.substitute()
    put_in(substitute, span(6, 18))

    availability.take_away(substitute, span(8, 10), by=substitute.user, at=NOW)

    assert said(substitute) == [(Kind.AVAILABLE, span(6, 8)), (Kind.AVAILABLE, span(10, 18))]


def test_one_persons_words_do_not_touch_anothers(town):
    one, other = town.substitute(), town.substitute()
    put_in(one, span(6, 18))

    put_in(other, span(8, 10), kind=Kind.NOT_AVAILABLE)

    assert said(one) == [(Kind.AVAILABLE, span(6, 18))]
