"""When an assistant takes its turn, by Stockholm's clock, the days when it changes among them."""

from datetime import UTC, datetime, time, timedelta

import pytest

from booking.offering import turn, works
from tests.clock import at

TEN, HOUR, DAY = timedelta(minutes=10), timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("clock", "hours", "is_open"),
    [
        ("05:59", ("06:00", "23:00"), False),
        ("06:00", ("06:00", "23:00"), True),
        ("22:59", ("06:00", "23:00"), True),
        ("23:00", ("06:00", "23:00"), False),
        ("23:30", ("22:00", "05:00"), True),
        ("05:00", ("22:00", "05:00"), False),
        ("03:00", ("00:00", "00:00"), True),
    ],
)
def test_it_works_within_its_hours_also_past_midnight(clock, hours, is_open):
    starts, ends = map(time.fromisoformat, hours)

    for day in ("2026-05-12", "2027-03-28", "2027-10-31"):  # an ordinary day, and those when the clock changes
        assert works(at(f"{day} {clock}"), starts, ends) is is_open


@pytest.mark.parametrize(
    ("moment", "interval", "began"),
    [
        ("2026-05-12T03:59:59", TEN, "2026-05-12T03:50"),
        ("2026-05-12T04:00:00", TEN, "2026-05-12T04:00"),
        ("2026-05-12T13:00:00", DAY, "2026-05-11T22:00"),  # midnight in Stockholm
        ("2027-03-28T05:55:00", TEN, "2027-03-28T05:50"),
        ("2027-03-28T01:05:00", HOUR, "2027-03-28T01:00"),  # 03.05, and there was no two o'clock
        ("2027-10-31T00:35:00", HOUR, "2027-10-31T00:00"),  # 02.35 the first time
        ("2027-10-31T01:35:00", HOUR, "2027-10-31T01:00"),  # and the second
        ("2027-10-31T02:10:00", timedelta(minutes=40), "2027-10-31T01:40"),  # 03.10: since 02.40 the second time
    ],
)
def test_a_turn_begins_at_each_whole_interval_of_the_clock(moment, interval, began):
    assert turn(datetime.fromisoformat(moment).replace(tzinfo=UTC), interval) == datetime.fromisoformat(began).replace(
        tzinfo=UTC
    )


@pytest.mark.parametrize(("day", "turns"), [("2026-05-12", 144), ("2027-03-28", 138), ("2027-10-31", 150)])
def test_a_day_has_as_many_turns_as_its_hours(day, turns):
    midnight = at(f"{day} 00:00").astimezone(UTC)
    minutes = [midnight + timedelta(minutes=n) for n in range(turns * 10)]

    assert len({turn(moment, TEN) for moment in minutes}) == turns
