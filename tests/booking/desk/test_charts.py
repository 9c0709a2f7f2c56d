"""Figures as drawings and in words."""

import re

import pytest

from booking.statistics.figures import Share
from booking.statistics.starts import Slot, Turn
from booking.templatetags.charts import fill_chart, number, percent, stack
from booking.views.desk.follow_up import words
from booking.views.desk.follow_up.tables import Line


def test_where_most_lack_somebody_is_said_of_each_turn_once():
    slots = [Slot(4, Turn.EVENING), Slot(5, Turn.EVENING), Slot(6, Turn.EVENING), Slot(6, Turn.NIGHT)]

    assert words.where_most(slots) == "Flest saknas på fredag, lördag och söndag kväll och söndag natt."
    assert words.where_most([]) == ""


def points(*shares):
    return [Line(str(week), share) for week, share in enumerate(shares, start=9)]


def test_the_drawing_is_named_and_described_and_holds_no_style():
    svg = fill_chart(points(Share(9, 10), Share(0, 0), Share(19, 20)), 95)

    assert '<title id="chart-title">' in svg
    assert "Från 90,0\N{NO-BREAK SPACE}% vecka 9 till 95,0\N{NO-BREAK SPACE}% vecka 11." in svg
    assert svg.count("<polyline") == 2  # a week without shifts is a gap
    assert svg.count("<circle") == 2
    assert "style=" not in svg


def test_a_drawing_of_nothing_is_nothing():
    assert fill_chart(points(Share(0, 0)), 95) == ""


@pytest.mark.parametrize(("lowest", "axis"), [(93, 90), (81, 75), (62, 50), (35, 20), (0, 0)])
def test_the_axis_reaches_below_the_lowest(lowest, axis):
    svg = fill_chart(points(Share(lowest, 100), Share(100, 100)), 95)

    assert re.search(r'text-anchor="end">(\d+)</text>', svg)[1] == str(axis)


def test_many_weeks_are_named_now_and_then():
    svg = fill_chart(points(*[Share(1, 1)] * 53), 95)

    assert svg.count('text-anchor="middle">') == 18 + 1  # every third, and the lowest by its figure


def test_parts_stand_beside_each_other_as_wide_as_they_are():
    svg = stack([3, 0, 1])

    assert 'class="k1" x="0.0" width="746.0"' in svg
    assert 'class="k3" x="750.0" width="246.0"' in svg
    assert "k2" not in svg
    assert stack([0, 0]).count("<rect") == 0


def test_numbers_are_written_as_in_swedish():
    assert number(1704) == "1\N{NO-BREAK SPACE}704"
    assert percent(93.8) == "93,8\N{NO-BREAK SPACE}%"
    assert percent(None) == "–"
