"""Lines on two logarithmic scales, as an SVG that is read on light and on dark pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 420, 320, 58, 44, 30, 48
STYLE = """
svg{color:#1b1f24;background:#fff;font:13px system-ui,sans-serif}
text{fill:currentColor}.grid{stroke:currentColor;opacity:.2}
.line{fill:none;stroke-width:2.5}.l0{stroke:#0b5fa5}.l1{stroke:#b3530a;stroke-dasharray:7 4}
.d0{fill:#0b5fa5}.d1{fill:#b3530a}
@media(prefers-color-scheme:dark){svg{color:#e8ecf0;background:#14181d}
.l0{stroke:#79b8f2}.l1{stroke:#f0a868}.d0{fill:#79b8f2}.d1{fill:#f0a868}}
"""


@dataclass(frozen=True, slots=True)
class Line:
    """A name, and points; all numbers above nothing."""

    name: str
    points: Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Panel:
    """One picture of some lines, of which at most two."""

    title: str
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Scale:
    """Powers of ten, from one to another, over so many pixels from the first."""

    low: int
    high: int
    first: float
    length: float

    def __call__(self, value: float) -> float:
        return self.first + self.length * (log10(value) - self.low) / (self.high - self.low)

    @classmethod
    def over(cls, values: Sequence[float], first: float, length: float) -> "Scale":
        """As far as the values go."""
        low = floor(log10(min(values)))
        return cls(low, max(ceil(log10(max(values))), low + 1), first, length)

    @property
    def tens(self) -> list[float]:
        return [10.0**power for power in range(self.low, self.high + 1)]


def drawn(panels: Sequence[Panel], below: str) -> str:
    """Side by side; `below` is what the horizontal scale counts."""
    inner = "\n".join(
        f'<g transform="translate({number * WIDTH} 0)">\n' + "\n".join(_panel(panel, below)) + "\n</g>"
        for number, panel in enumerate(panels)
    )
    size = f'width="{WIDTH * len(panels)}" height="{HEIGHT}" viewBox="0 0 {WIDTH * len(panels)} {HEIGHT}"'
    words = escape("; ".join(f"{panel.title}: {_told(panel)}" for panel in panels))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size}>\n<title>{words}</title>\n'
        f"<style>{STYLE}</style>\n{inner}\n</svg>\n"
    )


def _told(panel: Panel) -> str:
    return ", ".join(f"{line.name} {line.points[0][1]:.3g} to {line.points[-1][1]:.3g}" for line in panel.lines)


def _panel(panel: Panel, below: str) -> Iterator[str]:
    across = Scale.over([x for line in panel.lines for x, _y in line.points], LEFT, WIDTH - LEFT - RIGHT)
    bottom = HEIGHT - BOTTOM
    up = Scale.over([y for line in panel.lines for _x, y in line.points], bottom, TOP - bottom)
    yield f'<text x="{LEFT}" y="20" font-weight="600">{escape(panel.title)}</text>'
    for ten in across.tens:
        x = across(ten)
        yield f'<path class="grid" d="M{x:.1f} {TOP}V{bottom}"/>'
        yield f'<text x="{x:.1f}" y="{bottom + 18}" text-anchor="middle">{ten:,.0f}</text>'
    for ten in up.tens:
        y = up(ten)
        yield f'<path class="grid" d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{ten:g}</text>'
    yield f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle">{escape(below)}</text>'
    for number, line in enumerate(panel.lines):
        yield from _line(number, line, across, up)


def _line(number: int, line: Line, across: Scale, up: Scale) -> Iterator[str]:
    places = [(across(x), up(y)) for x, y in line.points]
    yield f'<polyline class="line l{number}" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in places)}"/>'
    for x, y in places:
        yield f'<circle class="d{number}" cx="{x:.1f}" cy="{y:.1f}" r="3.5"/>'
    x = LEFT + 160 * number
    yield f'<path class="line l{number}" d="M{x} 34h26"/><text x="{x + 32}" y="38">{escape(line.name)}</text>'
