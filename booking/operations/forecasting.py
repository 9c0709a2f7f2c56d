"""An area's forecast is counted at night, or when a planner asks; and weighed every hour against who has time."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date, datetime, timedelta

from django.db import transaction

from booking.forecast import backtest, interval, model, outlook, reading
from booking.forecast.backtest import Tried
from booking.forecast.history import History
from booking.forecast.model import Day, Foreseen, Key
from booking.models import Forecast, ForecastDay
from booking.weeks import local_day
from people.history import record
from people.models import Area, User

LATELY = 4
"""Weeks of which the same weekday is kept beside the forecast, so that it can be seen what it follows from."""


def keep_up(area: Area, *, at: datetime) -> None:
    """Count the area if it has nothing of today, else weigh it anew. Twice does no harm; stopped, it goes on later."""
    if Forecast.objects.filter(area=area, day=local_day(at)).exists():
        weigh(area, at=at)
    else:
        count(area, at=at)


def count(area: Area, *, at: datetime, by: User | None = None) -> Forecast:
    """Learn, foresee and keep it; what stood there before goes in the same transaction.

    It is counted from what was known as the day began, so that twice is once, at whatever hour.
    """
    on = local_day(at)
    kinds, calendar = reading.histories(area.pk, on=on), reading.calendar(on=on)
    foreseen = model.foresee(kinds, calendar, on=on)
    tried = backtest.backtest({key: kinds[key] for key in foreseen}, calendar, on=on)
    how = backtest.accuracy(tried.get(None, []))
    facts = {
        "day": on,
        "counted_at": at,
        "weighed_at": at,
        "accuracy": asdict(how) if how else {},
        "too_little": sorted(str(key) for key in kinds.keys() - foreseen.keys()),
    }
    with transaction.atomic():
        Area.objects.select_for_update(no_key=True).get(pk=area.pk)
        forecast, _is_new = Forecast.objects.update_or_create(area=area, defaults=facts)
        forecast.days.all().delete()
        ForecastDay.objects.bulk_create(_days(forecast, foreseen, kinds, tried), batch_size=500)
        _weigh(forecast, at=at)
        if by:
            record(forecast, "forecast.count", by=by, at=at, area_id=area.pk)
    return forecast


def weigh(area: Area, *, at: datetime) -> None:
    """Count anew on which days somebody will be lacking, of what was foreseen last."""
    with transaction.atomic():
        Area.objects.select_for_update(no_key=True).get(pk=area.pk)
        if forecast := Forecast.objects.filter(area=area).first():
            _weigh(forecast, at=at)


def _weigh(forecast: Forecast, *, at: datetime) -> None:
    first, last = outlook.coming(forecast.day)
    seen = outlook.outlook([forecast.area_id], first, last)
    whole = [row for (_area, _day, trade), row in seen.rows.items() if trade is None]
    for row in whole:
        line = seen.days[forecast.area_id, row.day].whole
        row.short, row.may_be_short = line.short, line.may_be_short
    ForecastDay.objects.bulk_update(whole, ["short", "may_be_short"])
    Forecast.objects.filter(pk=forecast.pk).update(weighed_at=at)


def _days(
    forecast: Forecast,
    foreseen: Mapping[Key, Foreseen],
    kinds: Mapping[Key, History],
    tried: Mapping[Key | None, list[Tried]],
) -> Iterable[ForecastDay]:
    for key, each in foreseen.items():
        yield from _rows(forecast, key, each.days, kinds[key], tried.get(key, []))
    if foreseen:
        whole = History.together(kinds[key] for key in foreseen)
        yield from _rows(forecast, None, model.together(foreseen), whole, tried.get(None, []))


def _rows(
    forecast: Forecast, trade: Key | None, days: Iterable[Day], history: History, tried: Iterable[Tried]
) -> Iterable[ForecastDay]:
    margins = interval.margins(tried)
    for day in days:
        ahead = (day.day - forecast.day).days // 7
        low, high = margins.around(day, ahead=ahead) or (None, None)
        yield ForecastDay(
            forecast=forecast,
            area_id=forecast.area_id,
            occupation_id=trade,
            day=day.day,
            expected=day.expected,
            low=low,
            high=high,
            why=_why(day, history, forecast.day, ahead),
        )


def _why(day: Day, history: History, on: date, ahead: int) -> dict[str, object]:
    """What a reader can follow it by."""
    latest = day.day - timedelta(weeks=ahead + 1)
    lately = [history.number(latest - timedelta(weeks=weeks)) for weeks in range(LATELY)]
    return {
        "sort": day.sort.value,
        "placed": day.placed,
        "usual": round(day.usual, 2),
        "to_come": round(day.to_come, 2),
        "lately": lately[::-1],
        "on": on.isoformat(),
    }
