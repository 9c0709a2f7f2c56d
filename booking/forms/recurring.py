"""How often the same time comes back, and where it counts."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django import forms
from django.forms.boundfield import BoundField, BoundWidget
from django.utils.translation import gettext_lazy

from booking import time_bank
from booking.forms import resource_time
from booking.forms.presets import KINDS, OFTEN, ONCE, RESOURCES, Choice
from booking.models import Kind
from people.forms.days import LIKELY, day_field
from people.models import Substitute, Workplace


class RecurringFields(forms.Form):
    """Once, every week, every other week …, and until when."""

    ofta = forms.ChoiceField(
        label=gettext_lazy("Hur ofta?"),
        choices=[(choice.value, choice.title) for choice in OFTEN],
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Välj hur ofta.")},
    )
    sista = day_field(
        label=gettext_lazy("Sista dagen"),
        required=False,
        validators=LIKELY,
        help_text=gettext_lazy("Lämna tomt om det gäller tills vidare."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 (Django's signature)
        super().__init__(*args, **kwargs)
        self.fields["sista"].widget.attrs["class"] = "input"

    def often(self) -> Iterator[tuple[BoundWidget, Choice]]:
        """How often, each with its control."""
        known = {choice.value: choice for choice in OFTEN}
        return ((widget, known[widget.data["value"]]) for widget in self["ofta"])

    @property
    def recurs(self) -> bool:
        """Whether it asks how often."""
        return "ofta" in self.fields

    @property
    def every(self) -> int:
        """Of how many weeks it is there in one; 0 is once."""
        return int(self.cleaned_data.get("ofta") or ONCE)


class PlaceAndKindFields(forms.Form):
    """At which of her workplaces the time counts, and what it may be used for."""

    platser = forms.MultipleChoiceField(
        label=gettext_lazy("Var kan du jobba då?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy("Välj ingen om tiden gäller alla dina arbetsplatser."),
        error_messages={"invalid_choice": gettext_lazy("Välj bland dina arbetsplatser.")},
    )
    slag = forms.ChoiceField(
        label=gettext_lazy("Vad gäller för tiden?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Välj om du kan jobba.")},
    )

    def __init__(self, *args: Any, me: Substitute, now: datetime, **kwargs: Any) -> None:  # noqa: ANN401 (Django's)
        """`me` decides the places and the kinds."""
        super().__init__(*args, **kwargs)
        self._rules = time_bank.rules_of(me, now=now)
        self._kinds = [*KINDS, *(RESOURCES if self._rules else ())]
        if self._rules:
            self.fields["langd"] = resource_time.length_field(self.initial.get("langd"))
            self.fields["tidbank"] = resource_time.field(self._rules)
        reached = me.agreements.not_over(now=now).workplaces().order_by("name")
        self._places = {str(place.pk): place for place in reached}
        self.fields["platser"].choices = [(key, place.name) for key, place in self._places.items()]  # type: ignore[attr-defined]
        self.fields["slag"].choices = [(kind.value, kind.title) for kind in self._kinds]  # type: ignore[attr-defined]

    @property
    def kind(self) -> Kind:
        """What the time may be used for."""
        return Kind(self.cleaned_data["slag"])

    @property
    def gives_time(self) -> bool:
        """Whether it goes to the time bank when it is worked."""
        return resource_time.gives_time(self.cleaned_data.get("tidbank", ""), self.kind, self._rules)

    @property
    def shift_minutes(self) -> int | None:
        """Of acute resource time: how long the shift is that may lie anywhere within it."""
        return resource_time.shift_minutes(self.cleaned_data.get("langd"), self.kind)

    def resource_time(self) -> list[BoundField]:
        """What is asked of resource time, if she is paid by the month."""
        return [self["langd"], self["tidbank"]] if self._rules else []

    @property
    def words(self) -> dict[str, Any]:
        """All that is said of the time, as the operations take it."""
        return {
            "kind": self.kind,
            "workplaces": self.workplaces,
            "gives_time": self.gives_time,
            "shift_minutes": self.shift_minutes,
        }

    def kinds(self) -> Iterator[tuple[BoundWidget, Choice]]:
        """What may be said of the time, each with its control."""
        return zip(self["slag"], self._kinds, strict=True)

    @property
    def has_places(self) -> bool:
        """Whether there is anything to choose among."""
        return len(self._places) > 1

    @property
    def workplaces(self) -> list[Workplace]:
        """Those that were chosen; none is all of them."""
        return [self._places[key] for key in self.cleaned_data["platser"]]
