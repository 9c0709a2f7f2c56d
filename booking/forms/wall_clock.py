"""Fields for a day and a time as they are read off the wall, and the moment that they make."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from booking.period import STOCKHOLM, NoSuchTime, Period, TimeTwice, local
from booking.weeks import local_day

FIRST, SECOND = "0", "1"
ONE_OF_TWO = [
    (FIRST, gettext_lazy("Första gången, innan klockan ställs tillbaka")),
    (SECOND, gettext_lazy("Andra gången, när klockan har ställts tillbaka")),
]


def clock_field(**options: Any) -> forms.TimeField:  # noqa: ANN401 (Django's options)
    """The browser's own clock; who writes by hand may use a point."""
    return forms.TimeField(
        **options,
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        error_messages={
            "required": gettext_lazy("Skriv ett klockslag."),
            "invalid": gettext_lazy("Skriv klockslaget som 07.00."),
        },
    )


def which_field(**options: Any) -> forms.ChoiceField:  # noqa: ANN401 (Django's options)
    """Shown only for a time that the clock passes twice."""
    return forms.ChoiceField(
        **options,
        choices=ONE_OF_TWO,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": gettext_lazy("Välj första eller andra gången.")},
    )


def moment(day: date, at: time, *, which: str, on_twice: Callable[[], None]) -> datetime | None:
    """The moment when the clock shows `at` on `day`; raises `NoSuchTime` if it never does.

    If it does so twice `which` decides, and `on_twice` is told, so that the question can be shown.
    """
    try:
        return local(day, at)
    except TimeTwice:
        on_twice()
        return datetime.combine(day, at, STOCKHOLM).replace(fold=int(which)) if which else None


def within(at: time, span: Period) -> list[datetime]:
    """When the clock shows `at` inside the span, its own start and end among them; in order, in UTC."""
    found: list[datetime] = []
    for day in _days(span):
        try:
            found.append(local(day, at))
        except NoSuchTime:
            continue
        except TimeTwice:
            found += [datetime.combine(day, at.replace(fold=fold), STOCKHOLM) for fold in (0, 1)]
    return [moment for each in found if span.starts <= (moment := each.astimezone(UTC)) <= span.ends]


def never_on(at: time, span: Period) -> date | None:
    """The day of the span on which the clock jumps over `at`, if there is one."""
    for day in _days(span):
        try:
            local(day, at)
        except NoSuchTime:
            return day
        except TimeTwice:
            continue
    return None


def _days(span: Period) -> Iterator[date]:
    day = local_day(span.starts)
    while day <= local_day(span.ends):
        yield day
        day += timedelta(days=1)
