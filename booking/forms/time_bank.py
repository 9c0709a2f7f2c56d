"""What a planner writes in a time bank, and what the list of time banks can be narrowed to."""

import uuid
from typing import Any, ClassVar

from django import forms
from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking import time_bank
from booking.forms.narrowing import Narrowing, Rows
from booking.models import TimeBankEntry
from people import access
from people.forms.days import LIKELY, day_field
from people.forms.papers import NOT_IN_THE_LIST
from people.models import Agreement, Area, User

TAKEN, PAID, MORE, LESS = "uttag", "utbetalt", "plus", "minus"
DEEDS = [
    (TAKEN, gettext_lazy("Uttag som ledig tid")),
    (PAID, gettext_lazy("Utbetald tid")),
    (MORE, gettext_lazy("Rättelse, lägg till")),
    (LESS, gettext_lazy("Rättelse, dra av")),
]
MOST_HOURS = 500
ANY, PLUS, MINUS, BEYOND = "", "plus", "minus", "utanfor"


class EntryForm(forms.Form):
    """What is done, how much of it, which day it is about, and why."""

    deed = forms.ChoiceField(label=gettext_lazy("Vad gäller det?"), choices=DEEDS, error_messages=NOT_IN_THE_LIST)
    hours = forms.IntegerField(
        label=gettext_lazy("Timmar"),
        min_value=0,
        max_value=MOST_HOURS,
        error_messages={"required": gettext_lazy("Skriv antalet timmar, 0 om det bara är minuter.")},
    )
    minutes = forms.IntegerField(label=gettext_lazy("Minuter"), min_value=0, max_value=59, required=False)
    day = day_field(label=gettext_lazy("Dag"), validators=LIKELY)
    note = forms.CharField(
        label=gettext_lazy("Kommentar"),
        max_length=TimeBankEntry._meta.get_field("note").max_length,
        required=False,
        help_text=gettext_lazy("Krävs vid rättelse. Vikarien kan läsa den. Skriv inget om hälsa."),
    )
    command = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data: QueryDict | None = None, **initial: object) -> None:
        """A form that is not sent has a key of its own, by which twice is once."""
        super().__init__(data, initial={"command": uuid.uuid4()} | initial, auto_id="entry_%s")

    def clean(self) -> dict[str, Any]:
        """Some time, and why if something was wrong."""
        data: dict[str, Any] = super().clean() or {}
        if not self.errors.keys() & {"hours", "minutes"} and not self.time:
            self.add_error("hours", _("Skriv hur mycket tid det gäller."))
        if data.get("deed") in {MORE, LESS} and not data.get("note"):
            self.add_error("note", _("Skriv varför det rättas."))
        return data

    @property
    def time(self) -> int:
        """In minutes."""
        return (self.cleaned_data.get("hours") or 0) * time_bank.HOUR + (self.cleaned_data.get("minutes") or 0)


class TimeBankNarrowing(Narrowing):
    """Whose, in which area, and how much."""

    SEARCHED: ClassVar = ("user__first_name", "user__last_name", "employee_number")

    area = forms.ModelChoiceField(
        label=gettext_lazy("Område"), queryset=Area.objects.none(), required=False, empty_label=gettext_lazy("Alla")
    )
    balance = forms.ChoiceField(
        label=gettext_lazy("Saldo"),
        choices=[
            (ANY, gettext_lazy("Alla")),
            (PLUS, gettext_lazy("Plus")),
            (MINUS, gettext_lazy("Minus")),
            (BEYOND, gettext_lazy("Utanför gränserna")),
        ],
        required=False,
    )

    def __init__(self, data: QueryDict, *, user: User, now: Any) -> None:  # noqa: ANN401 (a datetime, as above)
        super().__init__(data, user=user, now=now)
        fields: dict[str, Any] = self.fields
        fields["q"].label = _("Sök namn eller nummer")
        fields["q"].widget.input_type = "search"
        fields["area"].queryset = access.scope(user, Area.objects.order_by("name"))

    def by_area(self, rows: Rows, area: Area) -> Rows:
        """Those with an agreement there."""
        there = Agreement.objects.filter(Q(area=area) | Q(workplace__area=area))
        return rows.filter(pk__in=there.values("substitute"))

    def by_balance(self, rows: Rows, said: str) -> Rows:
        """In her favour, owed, or beyond what is agreed."""
        if said == BEYOND:
            return rows.filter(Q(is_above=True) | Q(is_below=True))
        return rows.filter(minutes__gt=0) if said == PLUS else rows.filter(minutes__lt=0)

    def ordered(self, rows: Rows) -> Rows:
        """The fullest first."""
        return rows.order_by("-minutes", "user__last_name", "user__first_name", "pk")
