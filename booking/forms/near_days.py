"""Days as they are chosen on a phone: the nearest by one tap, any other in the browser's own calendar."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.forms.boundfield import BoundWidget
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.forms.several import SeveralForm
from booking.templatetags.shifts import nearday
from booking.weeks import local_day
from people.forms.days import day_field
from portal.templatetags.times import dayname

OTHER = "annan"
NEAR, MORE = 7, 14
"""Days to tap on: for the shift, and for more of the same."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A day to tap on: its control, what stands on it, and what is read aloud."""

    control: BoundWidget
    top: str
    bottom: str
    words: str


class NearDaysForm(SeveralForm):
    """The day is one of the nearest, or another; and there may be more of them."""

    near = forms.CharField(label=gettext_lazy("Dag"), required=False, widget=forms.RadioSelect)
    day = day_field(label=gettext_lazy("Annan dag"), required=False)
    also = forms.MultipleChoiceField(
        label=gettext_lazy("Samma pass de här dagarna"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": gettext_lazy("En av dagarna har varit. Välj dagar som kommer.")},
    )

    field_order = ["workplace", "near", *SeveralForm.field_order]

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        **options: Any,  # noqa: ANN401 (those of the order's form)
    ) -> None:
        super().__init__(data, **options)
        self.today = local_day(self.now)
        fields: dict[str, Any] = self.fields
        fields["near"].widget.choices = [*self._days(NEAR), (OTHER, _("Annan dag"))]
        fields["also"].choices = self._days(MORE)
        self._choose(self.initial.get("day", self.today))

    def near_tiles(self) -> list[Tile]:
        """The nearest days."""
        return self._tiles("near")[:-1]

    def other_day(self) -> BoundWidget:
        """The way to any other."""
        return list(self["near"])[-1]

    def also_tiles(self) -> list[Tile]:
        """The days of two weeks, for more of the same."""
        return self._tiles("also")

    def clean_day(self) -> date:
        """The one that was tapped on, else the one that was written."""
        near = self.cleaned_data.get("near")
        if near and near != OTHER:
            self.cleaned_data["day"] = self._tapped(near)
        elif not self.cleaned_data["day"]:
            raise forms.ValidationError(_("Välj en dag."))
        return super().clean_day()

    def days(self) -> list[date]:
        """All that are chosen, each once, the first first."""
        also = {date.fromisoformat(day) for day in self.cleaned_data.get("also", ())}
        return sorted({*super().days(), *also})

    def has_far_days(self) -> bool:
        """Whether some of the others are further away, or something is wrong with them."""
        return super().has_more_days() or any(field.errors for field in self.more_days())

    def has_more_days(self) -> bool:
        """Whether more than one is chosen, or something is wrong with the others."""
        return self.has_far_days() or bool(self["also"].value() or self["also"].errors)

    def _days(self, number: int) -> list[tuple[str, str]]:
        ahead = (self.today + timedelta(days=n) for n in range(number))
        return [(day.isoformat(), nearday(day, self.today)) for day in ahead]

    def _tapped(self, near: str) -> date:
        """On a page that has been open since yesterday there stands a day that has been."""
        try:
            return date.fromisoformat(near)
        except ValueError:
            raise forms.ValidationError(_("Välj en dag.")) from None

    def _choose(self, day: date) -> None:
        is_near = self.today <= day < self.today + timedelta(days=NEAR)
        self.initial["near"], self.initial["day"] = (day.isoformat(), None) if is_near else (OTHER, day)

    def _tiles(self, name: str) -> list[Tile]:
        return list(self._each(name))

    def _each(self, name: str) -> Iterator[Tile]:
        for control in self[name]:
            value = control.data["value"]
            day = self.today if value == OTHER else date.fromisoformat(value)
            top = _("i dag") if day == self.today else dayname(day)
            yield Tile(control, top, str(day.day), str(control.choice_label))
