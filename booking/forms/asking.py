"""Whom a planner asks, how many at a time, and for how long she waits."""

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from booking.models import Order
from booking.offering import OfferTerms, asking_opens
from booking.templatetags.shifts import by
from booking.weeks import local_day

MARGIN = timedelta(minutes=15)  # between the last answer and the start, for whoever gets the shift to get there
LONGEST = timedelta(hours=2)  # that anybody is asked to wait for, unless the planner chooses otherwise
TIMES = [timedelta(minutes=minutes) for minutes in (15, 30, 60, 120, 240, 480, 1440)]
MOST = 99
ALL, CHOSEN = "all", "chosen"


class Keys(forms.Field):
    """Those ticked in the list, in its order."""

    widget = forms.MultipleHiddenInput

    def clean(self, value: Sequence[str] | None) -> list[uuid.UUID]:
        """The keys of rows; whether she may see them is the view's to ask."""
        key = forms.UUIDField()
        return [key.clean(each) for each in value or ()]


class AskForm(forms.Form):
    """Whom to ask (one, those ticked, or all who fit), and for how long the answer is waited for."""

    substitute = forms.UUIDField(required=False)
    whom = forms.ChoiceField(choices=[(ALL, ""), (CHOSEN, "")], required=False)
    chosen = Keys(required=False)
    minutes = forms.TypedChoiceField(label=_("Svarstid"), coerce=int, widget=forms.Select(attrs={"class": "select"}))

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 (Django's)
        order: Order,
        terms: OfferTerms,
        now: datetime,
        **kwargs: Any,  # noqa: ANN401 (Django's)
    ) -> None:
        """The time is counted from when she can read the question: in quiet hours that is when they end."""
        super().__init__(*args, **kwargs)
        self.order, self.now = order, now
        self.asked_at = asking_opens(now, order.starts, terms)
        sensible = sensible_time(order, now=self.asked_at)
        offered = sorted({sensible, *(time for time in TIMES if self.asked_at + time <= order.starts - MARGIN)})
        waiting: Any = self.fields["minutes"]
        waiting.choices = [(in_minutes(time), self.in_words(time)) for time in offered]
        waiting.initial = in_minutes(sensible)

    def in_words(self, time: timedelta) -> str:
        """30 min, till 07.15; in the evening till i morgon 08.00"""
        hours, minutes = divmod(in_minutes(time), 60)
        length = ngettext("%(n)d timme", "%(n)d timmar", hours) % {"n": hours} if hours and not minutes else ""
        length = length or _("%(n)d min") % {"n": in_minutes(time)}
        when = by(self.asked_at + time, local_day(self.now))
        return _("%(length)s, till %(when)s") % {"length": length, "when": when}

    def clean(self) -> dict[str, Any]:
        """Somebody is asked: nobody ticked is a slip."""
        data: dict[str, Any] = super().clean() or {}
        return somebody_is_chosen(data)

    def answer_by(self) -> datetime:
        """When the answer must be in."""
        return min(self.asked_at + timedelta(minutes=self.cleaned_data["minutes"]), self.order.starts)


class FirstChanceForm(AskForm):
    """Who is asked alone before anybody else, and until when."""

    substitute = forms.UUIDField()


class WavesForm(forms.Form):
    """All who fit, or those ticked, so many at a time."""

    whom = forms.ChoiceField(choices=[(ALL, ""), (CHOSEN, "")], required=False)
    chosen = Keys(required=False)
    size = forms.IntegerField(
        label=_("Åt gången"),
        min_value=1,
        max_value=MOST,
        widget=forms.NumberInput(attrs={"class": "input input--count", "inputmode": "numeric"}),
        error_messages={"required": _("Skriv hur många som frågas åt gången.")},
    )

    def __init__(self, *args: Any, terms: OfferTerms, **kwargs: Any) -> None:  # noqa: ANN401 (Django's)
        super().__init__(*args, **kwargs)
        self.fields["size"].initial = terms.wave_size

    def clean(self) -> dict[str, Any]:
        """Somebody is asked: nobody ticked is a slip."""
        data: dict[str, Any] = super().clean() or {}
        return somebody_is_chosen(data)


def somebody_is_chosen(data: dict[str, Any]) -> dict[str, Any]:
    """The data, with those ticked only if it is they who are to be asked."""
    if data.get("whom") != CHOSEN:
        return data | {"chosen": []}
    if not data.get("chosen"):
        raise ValidationError(_("Kryssa för dem som ska frågas."))
    return data


def sensible_time(order: Order, *, now: datetime) -> timedelta:
    """Half the time that is left, at most two hours."""
    left = max(order.starts - now, timedelta(minutes=2))
    return timedelta(minutes=in_minutes(min(left / 2, LONGEST)))


def in_minutes(time: timedelta) -> int:
    """Whole minutes."""
    return int(time.total_seconds() // 60)
