"""What a planner says on an order's page."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from booking.models import EndReason, Order, Origin
from portal.templatetags.times import clock

MARGIN = timedelta(minutes=15)  # between the last answer and the start, for whoever gets the shift to get there
LONGEST = timedelta(hours=2)  # that anybody is asked to wait for, unless the planner chooses otherwise
TIMES = [timedelta(minutes=minutes) for minutes in (15, 30, 60, 120, 240, 480, 1440)]


class BookForm(forms.Form):
    """Whom to book, by what way, and why an obstacle is passed."""

    substitute = forms.UUIDField()
    origin = forms.ChoiceField(choices=[(Origin.PLANNER, ""), (Origin.INTEREST, "")], required=False)
    reason = forms.CharField(max_length=200, required=False)

    def clean_origin(self) -> Origin:
        """The planner's own doing, unless she takes up an interest."""
        return Origin(self.cleaned_data["origin"] or Origin.PLANNER)


class AskForm(forms.Form):
    """Whom to ask (all who fit if nobody is named), and for how long the answer is waited for."""

    substitute = forms.UUIDField(required=False)
    minutes = forms.TypedChoiceField(label=_("Svarstid"), coerce=int, widget=forms.Select(attrs={"class": "select"}))

    def __init__(self, *args: Any, order: Order, now: datetime, **kwargs: Any) -> None:  # noqa: ANN401 (Django's)
        super().__init__(*args, **kwargs)
        self.order, self.now = order, now
        sensible = sensible_time(order, now=now)
        offered = sorted({sensible, *(time for time in TIMES if now + time <= order.starts - MARGIN)})
        waiting: Any = self.fields["minutes"]
        waiting.choices = [(in_minutes(time), self.in_words(time)) for time in offered]
        waiting.initial = in_minutes(sensible)

    def in_words(self, time: timedelta) -> str:
        """30 min, till 07.15"""
        hours, minutes = divmod(in_minutes(time), 60)
        length = ngettext("%(n)d timme", "%(n)d timmar", hours) % {"n": hours} if hours and not minutes else ""
        length = length or _("%(n)d min") % {"n": in_minutes(time)}
        return _("%(length)s, till %(clock)s") % {"length": length, "clock": clock(self.now + time)}

    def answer_by(self) -> datetime:
        """When the answer must be in."""
        return min(self.now + timedelta(minutes=self.cleaned_data["minutes"]), self.order.starts)


class CancelForm(forms.Form):
    """Why the order goes, and which booking was on the page."""

    note = forms.CharField(label=_("Varför tas beställningen bort?"), max_length=200)
    seen_booking = forms.UUIDField(required=False, widget=forms.HiddenInput)


class EndForm(forms.Form):
    """Why a booking ends."""

    booking = forms.UUIDField(widget=forms.HiddenInput)
    reason = forms.ChoiceField(
        label=_("Orsak"),
        choices=[choice for choice in EndReason.choices if choice[0] != EndReason.ORDER_CANCELLED],
    )
    note = forms.CharField(label=_("Kommentar"), max_length=200, required=False)


def sensible_time(order: Order, *, now: datetime) -> timedelta:
    """Half the time that is left, at most two hours."""
    left = max(order.starts - now, timedelta(minutes=2))
    return timedelta(minutes=in_minutes(min(left / 2, LONGEST)))


def in_minutes(time: timedelta) -> int:
    """Whole minutes."""
    return int(time.total_seconds() // 60)
