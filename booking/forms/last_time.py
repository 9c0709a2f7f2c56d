"""What she put in the last time, so that a week like it takes few taps."""

from collections.abc import Collection
from datetime import datetime, time

from booking import agenda
from booking.forms.availability import AvailabilityForm, initial
from booking.forms.presets import as_chosen
from booking.models import Availability, Kind
from booking.period import readings
from booking.weeks import local_day
from people.models import Substitute

MOST_OF_A_PATTERN = 60  # rows: every day of two months says which weekdays it is


def chosen_last(me: Substitute) -> dict[str, object]:
    """The time and the kind of most of it, and the days of those; never that she cannot."""
    hers = Availability.objects.for_any_order().filter(
        substitute=me, entered_by=me.user_id, kind__in=(Kind.AVAILABLE, Kind.ASK_ME)
    )
    latest = hers.order_by("-entered_at").values("entered_at")[:1]
    rows = hers.filter(entered_at=latest).order_by("starts")[:MOST_OF_A_PATTERN]
    days: dict[tuple[str, time, time], list[str]] = {}
    for row in rows:
        for piece in agenda.day_by_day(row.period):
            weekday = str(local_day(piece.starts).isoweekday())
            days.setdefault((row.kind, *readings(piece)), []).append(weekday)
    if not days:
        return {}
    kind, starts, ends = max(days, key=lambda words: len(days[words]))
    return {"slag": kind, "dag": sorted(set(days[kind, starts, ends]))} | as_chosen(starts, ends)


def offered(me: Substitute, *, now: datetime, week: str = "", days: Collection[str] = ()) -> AvailabilityForm:
    """The form before anybody has touched it: as she did the last time, of the week and the days that are asked for."""
    chosen = initial(local_day(now), week=week, days=days, last=chosen_last(me))
    return AvailabilityForm(initial=chosen, me=me, now=now)
