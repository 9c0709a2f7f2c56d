"""Fields for a day and a time as they are read off the wall, and the moment that they make."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from booking.period import STOCKHOLM, TimeTwice, local

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
