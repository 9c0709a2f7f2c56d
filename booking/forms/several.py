"""Several orders by one form: so many people, on each of the days, by the same clock times."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.forms.order import OrderForm
from booking.models import Order
from people.forms.days import day_field
from people.models import Substitute

MOST_SEATS = 10
OTHER_DAYS = [f"day_{number}" for number in range(2, 11)]
NOT_A_NUMBER: dict[str, Any] = {
    "required": gettext_lazy("Skriv hur många som behövs."),
    "invalid": gettext_lazy("Skriv bara siffror."),
    "min_value": gettext_lazy("Skriv 1 eller mer."),
    "max_value": gettext_lazy("Beställ högst 10 åt gången."),
}


class SeveralForm(OrderForm):
    """Each seat of each day is an order of its own; the first of each day is for whoever is wished for."""

    seats = forms.IntegerField(
        label=gettext_lazy("Hur många behövs?"),
        min_value=1,
        max_value=MOST_SEATS,
        required=False,
        initial=1,
        error_messages=NOT_A_NUMBER,
    )
    allow_direct = forms.BooleanField(
        label=gettext_lazy("Låt portalen tillsätta"),
        required=False,
        help_text=gettext_lazy(
            "Den som är ledig bokas direkt, eller tar passet i Lediga jobb, om regelverket tillåter. "
            "Annars går förfrågningar ut."
        ),
    )
    wished = forms.ModelChoiceField(
        Substitute.objects.none(),
        label=gettext_lazy("Önskad vikarie"),
        required=False,
        empty_label=gettext_lazy("Ingen särskild"),
        error_messages={"invalid_choice": gettext_lazy("Välj i listan.")},
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        **options: Any,  # noqa: ANN401 (those of the order's form)
    ) -> None:
        super().__init__(data, **options)
        for number, name in enumerate(OTHER_DAYS, start=2):
            self.fields[name] = day_field(label=_("Dag %(n)d") % {"n": number}, required=False)

    def more_days(self) -> list[BoundField]:
        """The fields of the other days."""
        return [self[name] for name in OTHER_DAYS]

    def has_more_days(self) -> bool:
        """Whether one of them is filled in."""
        return any(field.value() for field in self.more_days())

    def days(self) -> list[date]:
        """All that are chosen, each once, the first first."""
        others = (self.cleaned_data.get(name) for name in OTHER_DAYS)
        return sorted({self.cleaned_data["day"], *filter(None, others)})

    def orders(self) -> list[Order]:
        """The seats, not yet saved."""
        return list(self._seats())

    def clean_seats(self) -> int:
        """One, unless she says otherwise."""
        return self.cleaned_data["seats"] or 1

    def clean(self) -> dict[str, Any]:
        """The other days are to come too; each is told at its own field."""
        for name in OTHER_DAYS:
            day = self.cleaned_data.get(name)
            if day and (fault := self.fault_of(day)):
                self.add_error(name, fault)
        return super().clean()

    def wished_until(self) -> datetime | None:
        """Until when the one who is wished for has it to herself."""
        return None

    def _seats(self) -> Iterator[Order]:
        chosen = self.cleaned_data
        wish = {"wished": chosen["wished"], "wished_until": self.wished_until()}
        for starts, ends in self.spans:
            for seat in range(chosen["seats"]):
                offered = {"allow_direct": chosen["allow_direct"]} | ({} if seat else wish)
                yield Order(starts=starts, ends=ends, **self.filled(), **offered)
