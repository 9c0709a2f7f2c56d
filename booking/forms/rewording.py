"""A substitute says something else of time that she has put in."""

from datetime import date, datetime
from typing import Any

from django import forms

from booking.forms import resource_time
from booking.forms.availability import AvailabilityForm, in_words, weeks_to_choose
from booking.forms.presets import OFTEN, ONCE, as_chosen
from booking.models import Availability, AvailabilityPattern
from booking.period import Period, readings
from booking.weeks import Week, local_day
from people.models import Substitute


class RewordingForm(AvailabilityForm):
    """The form filled with what a day of a block says; how often is another matter."""

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 (Django's signature)
        block: Availability,
        piece: Period,
        me: Substitute,
        now: datetime,
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        """`piece` is the part of the block that is said otherwise."""
        self.piece = piece
        super().__init__(*args, initial=self.filled(block), me=me, now=now, **kwargs)
        week, weeks = Week.of(local_day(piece.starts)), weeks_to_choose(local_day(now))
        farther = [] if str(week) in dict(weeks) else [(str(week), in_words(week))]
        self.fields["vecka"].choices = [*weeks, *farther]  # type: ignore[attr-defined]
        self.narrow()

    def filled(self, block: Availability) -> dict[str, object]:
        """As the block says it."""
        day = local_day(self.piece.starts)
        when = {"vecka": str(Week.of(day)), "dag": [str(day.isoweekday())]}
        where = {"platser": [str(place.pk) for place in block.workplaces.all()]}
        return (
            when
            | where
            | as_chosen(*readings(self.piece))
            | {"slag": block.kind, "langd": block.shift_minutes, "tidbank": resource_time.as_said(block)}
        )

    def narrow(self) -> None:
        """It is there once."""
        del self.fields["ofta"], self.fields["sista"]


class OnwardForm(RewordingForm):
    """The form filled with a week that recurs, from the day on."""

    def __init__(self, *args: Any, pattern: AvailabilityPattern, **kwargs: Any) -> None:  # noqa: ANN401 (Django's)
        """`pattern` is the block's own."""
        self.pattern = pattern
        super().__init__(*args, **kwargs)

    def filled(self, block: Availability) -> dict[str, object]:
        """As the pattern says it."""
        weekly = self.pattern.weekly
        days = sorted(str(number + 1) for number in weekly.weekdays)
        recurs = {"dag": days, "ofta": str(weekly.every), "sista": weekly.last}
        return super().filled(block) | as_chosen(weekly.starts, weekly.ends) | recurs

    def narrow(self) -> None:
        """It recurs, from the day that was chosen."""
        self.fields["vecka"].widget = forms.HiddenInput()
        self.fields["ofta"].choices = [(one.value, one.title) for one in OFTEN if one.value != ONCE]  # type: ignore[attr-defined]
        self.fields["ofta"].required = True

    @property
    def first_day(self) -> date:
        """The day that was chosen."""
        return local_day(self.piece.starts)
