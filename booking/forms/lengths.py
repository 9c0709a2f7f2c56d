"""A field for a length of time, written as it is read: 30 min, 3 tim, 2 tim 10 min, 2 dygn."""

import re
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from booking.policy_words import length

PART = re.compile(r"(\d{1,5})(?:[.,](\d{1,2}))?\s*([a-zåäö]+)\.?")
UNITS = {
    timedelta(days=1): ("d", "dag", "dagar", "dygn", "day", "days"),
    timedelta(hours=1): ("h", "t", "tim", "timme", "timmar", "hour", "hours"),
    timedelta(minutes=1): ("m", "min", "minut", "minuter", "minute", "minutes"),
}
BY_WORD = {word: unit for unit, words in UNITS.items() for word in words}


class LengthField(forms.Field):
    """Its value is a timedelta in whole minutes, or `None` when it is left empty."""

    def to_python(self, value: Any) -> Any:  # noqa: ANN401 (Django's signature)
        written = str(value or "").strip().lower()
        return read(written) if written else None

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 (Django's signature)
        return length(value) if isinstance(value, timedelta) else value


def read(written: str) -> timedelta:
    """The length that is written; a `ValidationError` tells how to write it."""
    parts = PART.findall(written)
    units = [BY_WORD.get(word) for _whole, _decimals, word in parts]
    if PART.sub("", written).strip(" ,+") or not parts or None in units or len(set(units)) < len(units):
        if re.fullmatch(r"0+", written):
            return timedelta()
        raise forms.ValidationError(_("Skriv tiden som 30 min, 3 tim eller 2 dygn."))
    amounts = [float(f"{whole}.{decimals or 0}") for whole, decimals, _word in parts]
    total = sum((unit * amount for unit, amount in zip(units, amounts, strict=True) if unit), timedelta())
    return timedelta(minutes=round(total / timedelta(minutes=1)))
