"""What she put in the last time, so that a week like it takes few taps."""

from collections.abc import Collection
from datetime import datetime

from booking import agenda
from booking.forms.availability import AvailabilityForm, initial
from booking.forms.presets import as_chosen, readings
from booking.models import Availability, Kind
from booking.weeks import local_day
from people.models import Substitute

MOST_OF_A_PATTERN = 60  # rows: every day of two months says which weekdays it is


def chosen_last(me: Substitute) -> dict[str, object]:
    """Days, time and kind of it; nothing where the days differed, and never that she cannot."""
    hers = Availability.objects.for_any_order().filter(
        substitute=me, entered_by=me.user_id, kind__in=(Kind.AVAILABLE, Kind.ASK_ME)
    )
    latest = hers.order_by("-entered_at").values("entered_at")[:1]
    rows = list(hers.filter(entered_at=latest).order_by("starts")[:MOST_OF_A_PATTERN])
    pieces = [(piece, row.kind) for row in rows for piece in agenda.day_by_day(row.period)]
    chosen = [as_chosen(*readings(piece)) | {"slag": kind} for piece, kind in pieces]
    if not chosen or any(one != chosen[0] for one in chosen):
        return {}
    return chosen[0] | {"dag": sorted({str(local_day(piece.starts).isoweekday()) for piece, _kind in pieces})}


def offered(me: Substitute, *, now: datetime, week: str = "", days: Collection[str] = ()) -> AvailabilityForm:
    """The form before anybody has touched it: as she did the last time, of the week and the days that are asked for."""
    chosen = initial(local_day(now), week=week, days=days, last=chosen_last(me))
    return AvailabilityForm(initial=chosen, me=me, now=now)
