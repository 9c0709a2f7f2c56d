"""A planner's order form: with how the orders are offered besides."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.forms.several import SeveralForm
from booking.models import Order, Policy
from booking.policy_words import length
from people import access
from people.models import Substitute

FIRST_WORD = [timedelta(minutes=minutes) for minutes in (15, 30, 60, 120, 240, 480, 1440)]


class DeskOrderForm(SeveralForm):
    """Whom it is for first, and for how long; and what becomes of a yes."""

    enquiry_mode = forms.ChoiceField(label=gettext_lazy("Svar på förfrågan"), required=False)
    wished_for = forms.ChoiceField(label=gettext_lazy("Bara för den önskade i"), required=False)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        **options: Any,  # noqa: ANN401 (those of the order's form)
    ) -> None:
        super().__init__(data, **options)
        fields: dict[str, Any] = self.fields
        fields["enquiry_mode"].choices = [("", _("Som i regelverket")), *Policy.Mode.choices]
        lengths = [(int(each.total_seconds() // 60), length(each)) for each in FIRST_WORD]
        fields["wished_for"].choices = [("", _("Ingen tid, alla ser passet")), *lengths]
        seen = access.scope(self.user, Substitute.objects.active().select_related("user"))
        fields["wished"].queryset = seen.order_by("user__last_name", "user__first_name", "pk")

    def orders(self) -> list[Order]:
        """The seats, each with what becomes of a yes."""
        seats = super().orders()
        for order in seats:
            order.enquiry_mode = self.cleaned_data["enquiry_mode"]
        return seats

    def wished_until(self) -> datetime | None:
        """As long from now as is chosen, at most until the first shift starts."""
        minutes = int(self.cleaned_data.get("wished_for") or 0)
        if not self.cleaned_data.get("wished") or not minutes:
            return None
        return min(self.now + timedelta(minutes=minutes), self.spans[0][0])
