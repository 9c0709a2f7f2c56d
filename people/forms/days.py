"""Fields for a day."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy

CHECK_THE_YEAR = gettext_lazy("Kontrollera året.")
LIKELY = [
    MinValueValidator(date(1920, 1, 1), message=CHECK_THE_YEAR),
    MaxValueValidator(date(2100, 1, 1), message=CHECK_THE_YEAR),
]
"""A year beyond these is a slip of the finger."""


def day_field(**options: Any) -> forms.DateField:  # noqa: ANN401 (Django's options)
    """The browser's own calendar."""
    return forms.DateField(
        **options,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={
            "required": gettext_lazy("Välj en dag."),
            "invalid": gettext_lazy("Skriv dagen som 2026-05-13."),
        },
    )
