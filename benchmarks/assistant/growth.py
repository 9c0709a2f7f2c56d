"""How seconds and memory grow with the municipality, measured and drawn."""

from math import log
from pathlib import Path

from benchmarks.assistant.chart import Line, Panel, drawn
from benchmarks.assistant.report import OURS
from benchmarks.assistant.running import Measured, given

PEOPLE = (300, 600, 1_200, 2_500, 5_000, 10_000)
EACH = 6
"""Orders in the month for each of them, as in the largest of `sizes`."""
NAMES = {OURS: "booking assistant", "walk": "ranked walk"}


def growth(file: Path) -> str:
    """Draws it, and answers the last line: by what power of the size the time grows, from the first to the last."""
    seen = {name: list[Measured]() for name in NAMES}
    for people in PEOPLE:
        with given("make", str(people), str(EACH * people), "0") as problem:
            for name, measured in seen.items():
                one = problem.to(name)
                if one is None:
                    raise SystemExit(1)
                measured.append(one)
                print(
                    f"  {people:>6} {NAMES[name]:<18} {one.cpu:8.2f} s CPU {one.seconds:8.2f} s {one.peak_mb:6.0f} MB"
                )
    file.write_text(picture(seen), encoding="utf-8")
    return f"assistant growth={_power([one.cpu for one in seen[OURS]]):.2f} {file.name}"


def picture(seen: dict[str, list[Measured]]) -> str:
    """As SVG."""
    seconds = [
        Line(NAMES[name], list(zip(PEOPLE, (one.cpu for one in many), strict=True))) for name, many in seen.items()
    ]
    memory = [
        Line(NAMES[name], list(zip(PEOPLE, (one.peak_mb for one in many), strict=True))) for name, many in seen.items()
    ]
    return drawn([Panel("Seconds of one core", seconds), Panel("MB at most", memory)], "substitutes, six orders each")


def _power(values: list[float]) -> float:
    return log(values[-1] / values[0]) / log(PEOPLE[-1] / PEOPLE[0])
