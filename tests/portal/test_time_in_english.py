"""Time as an English reader writes it."""

from datetime import date, time

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from booking.forms.presets import TIMES
from booking.holidays import red_days
from booking.period import Period
from booking.templatetags import shifts
from booking.views.substitute.days import days_with
from booking.views.substitute.foretelling import named
from messaging import looks
from tests.cast import NOW, at
from tests.factories.booking import AvailabilityFactory

NIGHT = Period(at("2026-05-13 21:30"), at("2026-05-14 00:00"))
DAY = Period(at("2026-05-13 07:00"), at("2026-05-13 15:30"))


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


@pytest.mark.parametrize(
    ("written", "period", "said"),
    [
        (shifts.exact, DAY, "07:00–15:30"),
        (shifts.exact, NIGHT, "21:30–24:00"),
        (shifts.short, DAY, "07–15:30"),
        (shifts.short, NIGHT, "21:30–24"),
        (shifts.shortest, DAY, "07–15"),
    ],
)
def test_a_span_is_as_short_as_in_swedish(written, period, said):
    assert written(period) == said


def test_midnight_ends_a_day_and_begins_one():
    assert shifts.from_to(time(), time()) == "00:00–24:00"
    with override("sv"):
        assert shifts.from_to(time(21), time()) == "21.00–24.00"


def test_the_common_times_are_written_anew_for_each_reader():
    assert [str(choice.hint) for choice in TIMES[:4]] == ["07:00–16:00", "15:00–21:30", "21:00–07:00", "00:00–24:00"]
    with override("sv"):
        assert str(TIMES[0].hint) == "07.00–16.00"


def test_days_and_months_are_capital_where_there_is_little_room():
    tile = render_to_string("components/daytile.html", {"day": date(2026, 5, 12)})

    assert "<span>Tue</span><b>12</b><span>May</span>" in tile
    with override("sv"):
        assert "<span>tis</span>" in render_to_string("components/daytile.html", {"day": date(2026, 5, 12)})


def test_a_red_day_has_its_name_in_each_language(db):
    (day,) = days_with([], [date(2026, 12, 25)], today=date(2026, 5, 12))

    assert day.red == "Christmas Day"
    assert red_days(2026)[date(2026, 12, 25)] == "Juldagen"


def test_a_message_says_when_it_came_and_its_span_with_a_dash():
    assert looks.when(NOW, now=NOW) == "Today 05:45"
    assert looks.without_our_addresses("Wednesday 13 May 07:00-16:00.") == "Wednesday 13 May 07:00–16:00."


@pytest.mark.parametrize(("days", "rest"), [(4, "1 more day"), (5, "2 more days")])
def test_of_many_days_the_rest_is_counted(town, days, rest):
    her = town.substitute()
    rows = [
        AvailabilityFactory(substitute=her, starts=at(f"2026-05-{day} 07:00"), ends=at(f"2026-05-{day} 12:00"))
        for day in range(13, 13 + days)
    ]

    assert named(rows).endswith(f"Friday 15 May and {rest}")
