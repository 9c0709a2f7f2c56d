"""The last line, and the picture of growth."""

from dataclasses import replace
from xml.etree import ElementTree as ET

from benchmarks.assistant.chart import Line, Panel, drawn
from benchmarks.assistant.report import last_line
from benchmarks.assistant.running import Measured

OURS = Measured(970, 200, 999_500, 1_000_000, 1.55, 2.0, 150.4, ("overlap",), "a")
SVG = "{http://www.w3.org/2000/svg}"


def test_the_last_line_has_each_number_once():
    line = last_line("M", 1000, OURS, replace(OURS, filled=950))
    assert line == ("assistant size=M fill=97.00 gap_percent=0.050 seconds=1.6 peak_mb=150 breaches=1 walk_fill=95.00")


def test_without_a_bound_all_of_it_may_be_missing():
    assert "gap_percent=100.000" in last_line("M", 1000, replace(OURS, bound=None), OURS)


def test_what_is_broken_is_counted_by_kind():
    assert replace(OURS, breaches=("overlap", "pair", "overlap")).broken == "2 overlap, 1 pair"
    assert replace(OURS, breaches=()).broken == "none"


def test_larger_numbers_are_drawn_further_right_and_up():
    picture = ET.fromstring(drawn([Panel("Sekunder & minne", [Line("ours", [(300, 0.5), (10_000, 40)])])], "people"))
    (line,) = picture.iter(f"{SVG}polyline")
    first, last = (tuple(map(float, point.split(","))) for point in line.attrib["points"].split())
    assert first[0] < last[0]
    assert first[1] > last[1]


def test_the_picture_says_in_words_what_it_shows():
    picture = ET.fromstring(drawn([Panel("Seconds", [Line("walk", [(1, 2), (10, 30)])])], "people"))
    assert picture.find(f"{SVG}title").text == "Seconds: walk 2 to 30"
