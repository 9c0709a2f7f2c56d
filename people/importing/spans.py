"""From when to when somebody has papers of one kind; without an end they go on."""

from datetime import date, datetime

from people.days import begins, is_over

Spans = list[tuple[datetime, datetime | None]]


def covered(spans: Spans, first: date, last: date | None) -> bool:
    """Whether one of the spans holds all of the days already."""
    starts, ends = begins(first), is_over(last) if last else None
    return any(begun <= starts and (over is None or (ends is not None and ends <= over)) for begun, over in spans)


def clashes(spans: Spans, first: date, last: date | None) -> bool:
    """Whether one of the spans holds some of the days."""
    starts, ends = begins(first), is_over(last) if last else None
    return any((over is None or starts < over) and (ends is None or begun < ends) for begun, over in spans)
