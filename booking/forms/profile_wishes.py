"""What she would like: hours, workplaces, and how far."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people import access
from people.models import Locality, Substitute
from people.operations.wishes import Wishes

MOST_HOURS = 48  # a week, on average, by arbetstidslagen
FARTHEST = 300  # kilometres
A_NUMBER = gettext_lazy("Skriv ett tal, till exempel 20.")


def whole_number(most: int, too_much: str | Promise, **options: Any) -> forms.IntegerField:  # noqa: ANN401 (Django's options)
    """A field for a number from 1, that may be left empty."""
    messages: dict[str, Any] = {"invalid": A_NUMBER, "min_value": A_NUMBER, "max_value": too_much}
    widget = forms.NumberInput(attrs={"inputmode": "numeric", "class": "input--s"})
    return forms.IntegerField(
        min_value=1, max_value=most, required=False, error_messages=messages, widget=widget, **options
    )


class WishesForm(forms.Form):
    """None of it must be filled in."""

    weekly_hours = whole_number(
        MOST_HOURS,
        gettext_lazy("Skriv högst 48 timmar. Mer får ingen jobba i snitt."),
        label=gettext_lazy("Hur många timmar i veckan vill du jobba?"),
        help_text=gettext_lazy("Den som är längst från sin önskan frågas först."),
    )
    workplaces = forms.MultipleChoiceField(
        label=gettext_lazy("Var vill du helst jobba?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy("Du kan sortera och filtrera Lediga jobb efter dem."),
        error_messages={"invalid_choice": gettext_lazy("Välj bland dina arbetsplatser.")},
    )
    locality = forms.ModelChoiceField(
        Locality.objects.none(),
        label=gettext_lazy("Var bor du närmast?"),
        required=False,
        empty_label=gettext_lazy("Vill inte säga"),
        help_text=gettext_lazy("Då kan Lediga jobb visa hur långt det är. Ingen frågar efter din adress."),
        error_messages={"invalid_choice": gettext_lazy("Välj en ort i listan.")},
    )
    farthest_km = whole_number(
        FARTHEST,
        gettext_lazy("Skriv högst 300 kilometer."),
        label=gettext_lazy("Hur långt kan du åka till jobbet?"),
        help_text=gettext_lazy("Kilometer, fågelvägen. Lediga jobb kan gömma det som ligger längre bort."),
    )

    def __init__(self, *args: Any, me: Substitute, now: datetime, **kwargs: Any) -> None:  # noqa: ANN401 (Django's)
        """`me` decides the places."""
        super().__init__(*args, **kwargs)
        reached = me.agreements.not_over(now=now).workplaces().order_by("name", "pk")
        self._places = {str(place.pk): place for place in reached}
        self.fields["workplaces"].choices = [(key, place.name) for key, place in self._places.items()]  # type: ignore[attr-defined]
        villages = access.scope(me.user, Locality.objects.order_by("name"))
        self.fields["locality"].queryset = villages  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A distance is counted from somewhere."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("farthest_km") and "locality" in data and not data["locality"]:
            self.add_error(
                "locality", _("Välj var du bor närmast, så kan avståndet räknas. Eller ta bort kilometerna.")
            )
        return data

    @property
    def wishes(self) -> Wishes:
        """As they were written."""
        return Wishes(
            weekly_hours=self.cleaned_data["weekly_hours"],
            workplaces=tuple(self._places[key] for key in self.cleaned_data["workplaces"]),
            locality=self.cleaned_data["locality"],
            farthest_km=self.cleaned_data["farthest_km"],
        )


def initial(wishes: Wishes) -> dict[str, object]:
    """What the form says of what she has wished for."""
    return {
        "weekly_hours": wishes.weekly_hours,
        "workplaces": [str(place.pk) for place in wishes.workplaces],
        "locality": wishes.locality,
        "farthest_km": wishes.farthest_km,
    }
