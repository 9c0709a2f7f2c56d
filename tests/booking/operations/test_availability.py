"""A substitute's own words on her time."""

from datetime import date, time

from booking.models import Availability, Kind
from booking.operations import availability
from booking.period import Period, local_span
from people.models import HistoryEntry
from tests.cast import NOW
from tests.factories.people import WorkplaceFactory

DAY = date(2026, 5, 15)


def span(starts: int, ends: int) -> Period:
    return local_span(DAY, time(starts), time(ends))


def put_in(substitute, *periods, kind=Kind.AVAILABLE, **more):
    return availability.put_in(substitute, periods, kind=kind, by=substitute.user, at=NOW, **more)


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


def test_to_say_nothing_changes_nothing(town):
    substitute = town.substitute()

    assert put_in(substitute).said == []
    assert not HistoryEntry.objects.filter(action="availability.put_in").exists()


def test_what_a_planner_writes_down_is_not_her_own_word_and_does_not_become_it(town):
    substitute = town.substitute()
    put_in(substitute, span(6, 12))

    availability.put_in(substitute, [span(12, 18)], kind=Kind.AVAILABLE, by=town.planner, at=NOW)

    rows = Availability.objects.order_by("starts")
    assert [(row.period, row.by_herself) for row in rows] == [(span(6, 12), True), (span(12, 18), False)]


def test_time_for_some_workplaces_is_joined_with_time_for_the_same_ones_alone(town):
    substitute, there = town.substitute(), WorkplaceFactory(area=town.area)

    put_in(substitute, span(6, 10), workplaces=[there])
    put_in(substitute, span(10, 12), workplaces=[there])
    put_in(substitute, span(12, 14), workplaces=[there, town.workplace])
    put_in(substitute, span(14, 18))

    rows = Availability.objects.order_by("starts")
    assert [(row.period, row.limited, row.workplaces.count()) for row in rows] == [
        (span(6, 12), True, 1),
        (span(12, 14), True, 2),
        (span(14, 18), False, 0),
    ]


def test_what_is_cut_out_of_time_for_some_workplaces_leaves_both_ends_for_them(town):
    substitute = town.substitute()
    put_in(substitute, span(6, 18), workplaces=[town.workplace])

    availability.take_away(substitute, span(8, 10), by=substitute.user, at=NOW)

    assert [list(row.workplaces.all()) for row in Availability.objects.all()] == [[town.workplace]] * 2


def test_time_for_one_job_alone_stands_beside_what_holds_in_general_and_never_changes_it(town):
    substitute, job = town.substitute(), town.order("2026-05-15 07:00", "2026-05-15 16:00")
    put_in(substitute, span(6, 18), kind=Kind.ASK_ME)

    put_in(substitute, span(7, 16), order=job)
    put_in(substitute, span(12, 18), kind=Kind.NOT_AVAILABLE)

    in_general = Availability.objects.for_any_order().order_by("starts")
    assert [(row.kind, row.period) for row in in_general] == [
        (Kind.ASK_ME, span(6, 12)),
        (Kind.NOT_AVAILABLE, span(12, 18)),
    ]
    assert [row.period for row in Availability.objects.filter(order=job)] == [span(7, 16)]


def test_time_for_one_job_alone_is_taken_away_by_its_job(town):
    substitute, job = town.substitute(), town.order("2026-05-15 07:00", "2026-05-15 16:00")
    put_in(substitute, span(7, 16), order=job)

    availability.take_away(substitute, span(0, 24 - 1), by=substitute.user, at=NOW)
    assert Availability.objects.filter(order=job).exists()

    availability.take_away(substitute, job.period, by=substitute.user, at=NOW, order=job)
    assert not Availability.objects.exists()
