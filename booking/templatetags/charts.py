"""Figures as drawings: SVG of classes alone, named and described, never without the table that says the same."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

from django import template
from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from booking.statistics.figures import Share

register = template.Library()

WIDE, HIGH, LEFT, RIGHT, TOP, BOTTOM = 980, 280, 44, 30, 18, 34
"""The drawing, and the room around its lines, in units of its own."""

NO_BREAK = "\N{NO-BREAK SPACE}"
STEPS = (5, 10, 20)
LINES = 5
MOST_NAMES = 26


class Point(Protocol):
    """A share with a name."""

    name: str
    share: Share


@register.filter
def number(value: float, decimals: int | None = None) -> str:
    """1 704, or 93,8."""
    places = int(isinstance(value, float)) if decimals is None else decimals
    return str(number_format(value, places, force_grouping=True))


@register.filter
def percent(value: float | None) -> str:
    """93,8 %, on one line"""
    if value is None:
        return "–"
    return (_("%(n)s %%") % {"n": number(value)}).replace(" ", NO_BREAK)


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a share stands in the drawing; the axis goes from `low` to 100 per cent."""

    low: int
    step: int
    number: int

    @classmethod
    def of(cls, shares: Iterable[float], number_of: int) -> "Scale":
        """Low enough for all of them and a figure below, in steps of which there are not too many."""
        lowest = min(shares)
        step = next((step for step in STEPS if 100 - step * LINES < lowest), STEPS[-1])
        low = int(lowest // step) * step
        return cls(max(0, low if lowest - low > step / 2 else low - step), step, number_of)

    def across(self, place: int) -> float:
        """From the left."""
        return LEFT + (WIDE - LEFT - RIGHT) * (place / (self.number - 1) if self.number > 1 else 0.5)

    def down(self, share: float) -> float:
        """From the top."""
        return TOP + (HIGH - TOP - BOTTOM) * (100 - share) / (100 - self.low)


@register.simple_tag
def fill_chart(points: Sequence[Point], goal: int) -> SafeString:
    """Shares as a line, with the goal as a dashed one. A point of nothing is a gap."""
    known = [(place, share) for place, point in enumerate(points) if (share := point.share.percent) is not None]
    if not known:
        return SafeString("")
    scale = Scale.of([goal, *(share for _place, share in known)], len(points))
    parts = [*_grid(scale), *_goal(scale, goal), *_lines(scale, known), *_names(scale, points), *_dots(scale, known)]
    return format_html(
        '<svg class="chart" viewBox="0 0 {} {}" role="img" aria-labelledby="chart-title chart-told">'
        '<title id="chart-title">{}</title><desc id="chart-told">{}</desc>{}</svg>',
        WIDE,
        HIGH,
        _("Tillsatta pass per vecka, procent"),
        _told(points, known, goal),
        format_html_join("", "{}", ((part,) for part in parts)),
    )


def _told(points: Sequence[Point], known: Sequence[tuple[int, float]], goal: int) -> str:
    lowest = min(known, key=lambda point: point[1])
    said = {
        "first": percent(known[0][1]), "first_week": points[known[0][0]].name,
        "last": percent(known[-1][1]), "last_week": points[known[-1][0]].name,
        "low": percent(lowest[1]), "low_week": points[lowest[0]].name, "goal": goal,
    }  # fmt: skip
    return (
        _(
            "Från %(first)s vecka %(first_week)s till %(last)s vecka %(last_week)s. Lägst vecka %(low_week)s: %(low)s. "
            "Målet är %(goal)s procent. Alla siffror finns i tabellen under diagrammet."
        )
        % said
    )


def _grid(scale: Scale) -> Iterator[SafeString]:
    for share in range(scale.low, 101, scale.step):
        down = scale.down(share)
        line = '<path class="c-grid" d="M{} {}H{}"/><text class="c-ax" x="{}" y="{}" text-anchor="end">{}</text>'
        yield format_html(line, LEFT, _at(down), WIDE - RIGHT, LEFT - 10, _at(down + 4), share)


def _goal(scale: Scale, goal: int) -> Iterator[SafeString]:
    down = scale.down(goal)
    words = _("Mål %(goal)s %%") % {"goal": goal}
    line = '<path class="c-goal" d="M{} {}H{}"/><text class="c-goalt" x="{}" y="{}">{}</text>'
    yield format_html(line, LEFT, _at(down), WIDE - RIGHT, LEFT + 6, _at(down - 7), words)


def _lines(scale: Scale, known: Sequence[tuple[int, float]]) -> Iterator[SafeString]:
    """A line for each stretch without a gap, and the ground below it."""
    for stretch in _unbroken(known):
        corners = [f"{_at(scale.across(place))},{_at(scale.down(share))}" for place, share in stretch]
        ground, first, last = _at(scale.down(scale.low)), corners[0].split(",")[0], corners[-1].split(",")[0]
        along = " ".join(corners)
        yield format_html('<polygon class="c-area" points="{},{} {} {},{}"/>', first, ground, along, last, ground)
        yield format_html('<polyline class="c-line" points="{}"/>', along)


def _unbroken(known: Sequence[tuple[int, float]]) -> Iterator[list[tuple[int, float]]]:
    stretch: list[tuple[int, float]] = []
    for point in known:
        if stretch and point[0] != stretch[-1][0] + 1:
            yield stretch
            stretch = []
        stretch.append(point)
    yield stretch


def _names(scale: Scale, points: Sequence[Point]) -> Iterator[SafeString]:
    every = -(-len(points) // MOST_NAMES)
    for place in range(0, len(points), every):
        name = points[place].name if place else _("v. %(week)s") % {"week": points[place].name}
        mark = '<text class="c-ax" x="{}" y="{}" text-anchor="middle">{}</text>'
        yield format_html(mark, _at(scale.across(place)), HIGH - 10, name)


def _dots(scale: Scale, known: Sequence[tuple[int, float]]) -> Iterator[SafeString]:
    """Each week; the lowest and the last are named by their figures."""
    lowest, last = min(known, key=lambda point: point[1]), known[-1]
    rises = len(known) > 1 and known[-2][1] < last[1]
    for point in known:
        across, down = scale.across(point[0]), scale.down(point[1])
        is_named = point in {lowest, last}
        yield format_html(
            '<circle class="c-dot" cx="{}" cy="{}" r="{}"/>', _at(across), _at(down), 5 if is_named else 3.5
        )
        if is_named:
            is_last = point == last
            words = '<text class="c-val" x="{}" y="{}" text-anchor="{}">{}</text>'
            beside = down - 14 if is_last and rises and down > TOP + 14 else down + 24  # clear of the line
            anchor = "end" if is_last else "middle"
            yield format_html(words, _at(across + 12 * is_last), _at(beside), anchor, percent(point[1]))


@register.simple_tag
def stack(numbers: Sequence[int]) -> SafeString:
    """Parts of a whole beside each other, in their order. A drawing only: the numbers stand below it."""
    whole = sum(numbers) or 1
    begins = accumulate((1000 * each / whole for each in numbers), initial=0.0)
    parts = [
        (place, start, 1000 * each / whole) for place, (start, each) in enumerate(zip(begins, numbers, strict=False), 1)
    ]
    bars = ((place, _at(start), _at(max(width - 4, 1))) for place, start, width in parts if width)
    return format_html(
        '<svg class="stackbar" viewBox="0 0 1000 40" preserveAspectRatio="none" aria-hidden="true">{}</svg>',
        format_html_join("", '<rect class="k{}" x="{}" width="{}" height="40"/>', bars),
    )


@register.simple_tag
def key(place: int) -> SafeString:
    """The colour of a part, beside its name."""
    square = '<rect class="k{}" width="16" height="16" rx="4"/>'
    return format_html(f'<svg class="key" viewBox="0 0 16 16" aria-hidden="true">{square}</svg>', place)


def _at(value: float) -> str:
    """With a point, whatever the language."""
    return f"{value:.1f}"
