"""What the list of orders, and that of bookings, can be narrowed to."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.db.models import Exists, OuterRef, Q
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.forms.days_narrowing import DaysNarrowing
from booking.forms.narrowing import Rows
from booking.forms.places_narrowing import PlacesNarrowing
from booking.models import Advert, Enquiry, Interest, Order, OrderReason
from people.models import User

ADVERTISED, ASKED, WAITING, INTEREST = "annonserad", "fragad", "vantar", "intresse"
RESERVED, STOPPED, RETURNED = "reserverad", "stoppad", "returnerad"
HOW_FAR = [
    (ADVERTISED, gettext_lazy("Ligger i Lediga jobb")),
    (ASKED, gettext_lazy("Har frågat")),
    (WAITING, gettext_lazy("Väntar på svar")),
    (INTEREST, gettext_lazy("Intresse anmält")),
    (RESERVED, gettext_lazy("Väntar på den önskade")),
    (STOPPED, gettext_lazy("Stoppad")),
    (RETURNED, gettext_lazy("Returnerad")),
]
"""How far an open order has come."""
SORTS = {"": "starts", "-starts": "-starts", "workplace": "workplace__name", "status": "status"}


class ShiftsNarrowing(PlacesNarrowing, DaysNarrowing):
    """When, where and as what; and by a word."""

    def __init__(self, data: QueryDict, *, user: User, now: datetime) -> None:
        super().__init__(data, user=user, now=now)
        fields: dict[str, Any] = self.fields
        fields["q"].label = _("Sök")
        fields["q"].widget.input_type = "search"


class OrderNarrowing(ShiftsNarrowing):
    """Orders."""

    SEARCHED: ClassVar = ("workplace__name", "occupation__name", "reference", "contact", "text", "note")

    reason = forms.ModelChoiceField(
        label=gettext_lazy("Orsak"),
        queryset=OrderReason.objects.order_by("name"),
        required=False,
        empty_label=gettext_lazy("Alla"),
    )
    status = forms.MultipleChoiceField(
        label=gettext_lazy("Läge"), required=False, widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    sort = forms.ChoiceField(choices=[(value, "") for value in SORTS], required=False, widget=forms.HiddenInput)

    def __init__(self, data: QueryDict, *, user: User, now: datetime) -> None:
        super().__init__(data, user=user, now=now)
        fields: dict[str, Any] = self.fields
        fields["status"].choices = [*((value, capfirst(name)) for value, name in Order.Status.choices), *HOW_FAR]

    @property
    def states(self) -> int:
        """How many states are chosen."""
        return len(self.sent.getlist("status"))

    def by_status(self, rows: Rows, wanted: Sequence[str]) -> Rows:
        """In any of the states."""
        ways = _how_far(self.now)
        anyone = Q(status__in=[value for value in wanted if value in Order.Status.values])
        for value in wanted:
            if value in ways:
                anyone |= Q(status=Order.Status.OPEN) & ways[value]()
        return rows.filter(anyone)

    def ordered(self, rows: Rows) -> Rows:
        """The soonest first, unless she says otherwise."""
        sort = self.cleaned_data.get("sort", "") if self.is_valid() else ""
        return rows.order_by(SORTS[sort], "starts", "pk")


def _how_far(now: datetime) -> dict[str, Callable[[], Q]]:
    this_round = {"order": OuterRef("pk"), "round": OuterRef("round")}
    return {
        ADVERTISED: lambda: Q(Exists(Advert.objects.filter(order=OuterRef("pk"), closed_at=None))),
        ASKED: lambda: Q(Exists(Enquiry.objects.put().filter(**this_round))),
        WAITING: lambda: Q(Exists(Enquiry.objects.unanswered(now=now).filter(**this_round))),
        INTEREST: lambda: Q(Exists(Interest.objects.live().filter(**this_round))),
        RESERVED: lambda: Q(wished_until__gt=now),
        STOPPED: lambda: Q(stopped_at__isnull=False),
        RETURNED: lambda: Q(returned_at__isnull=False),
    }


STANDS = "bokad"
STANDING = [(STANDS, gettext_lazy("Bokad")), ("avbokad", gettext_lazy("Avbokad"))]


class BookingNarrowing(ShiftsNarrowing):
    """Bookings."""

    PLACE: ClassVar = "order__"
    SEARCHED: ClassVar = (
        "order__workplace__name", "order__occupation__name",
        "substitute__user__first_name", "substitute__user__last_name",
    )  # fmt: skip

    standing = forms.ChoiceField(
        label=gettext_lazy("Läge"), choices=[("", gettext_lazy("Alla")), *STANDING], required=False
    )

    def by_standing(self, rows: Rows, wanted: str) -> Rows:
        """Those that stand, or those that ended."""
        return rows.filter(ended_at__isnull=wanted == STANDS)
