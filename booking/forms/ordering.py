"""An ordering manager's order form: whom the workplace would like to have, and until when she has the first word."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking import offering
from booking.forms.near_days import NearDaysForm
from booking.forms.order import USUAL_BREAK
from booking.forms.wall_clock import clock_field
from booking.models import Booking, OrderGroup, OrderTemplate, Policy
from booking.period import NoSuchTime, TimeTwice, local
from booking.weeks import local_day
from people.forms.days import day_field
from people.models import Favourite, Substitute, Workplace
from portal.templatetags.times import clock
from portal.templatetags.times import day as in_words

SAID = ("competences", "reference", "text", "note", "usual_name")
FOLDED = (*SAID, "break_minutes", "contact", "advertise")
"""What need not be said for somebody to come."""


class ManagerOrderForm(NearDaysForm):
    """Few things first; whoever is wished for may have it to herself until a time, else everybody sees it at once."""

    usual_name = forms.CharField(
        label=gettext_lazy("Spara som vanligt pass"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("Ge det ett namn, så står det överst nästa gång."),
    )
    wished_clock = clock_field(label=gettext_lazy("Bara den önskade till klockan"), required=False)
    wished_day = day_field(label=gettext_lazy("Vilken dag"), required=False)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        **options: Any,  # noqa: ANN401 (those of the order's form)
    ) -> None:
        super().__init__(data, **options)
        fields: dict[str, Any] = self.fields
        fields["wished"].queryset = known_at(self.places)
        fields["competences"].choices = list(fields["competences"].choices)  # asked for once, however often shown
        fields["wished_day"].initial = local_day(self.now)
        fields["seats"].required = True
        self._of_few_taps(fields["reason"])
        self._until: datetime | None = None

    @property
    def place(self) -> Workplace | None:
        """Her workplace, if she has but one."""
        return self.places[0] if len(self.places) == 1 else None

    @property
    def several_places(self) -> bool:
        """Whether she must say where."""
        return len(self.places) > 1

    def has_a_wish(self) -> bool:
        """Whether somebody is wished for, or something is wrong with the wish."""
        return bool(self["wished"].value()) or any(
            self[name].errors for name in ("wished", "wished_clock", "wished_day")
        )

    def has_more_to_say(self) -> bool:
        """Whether something that need not be said is said, or wrong."""
        said = any(self[name].value() for name in SAID)
        other_break = str(self["break_minutes"].value()) != str(USUAL_BREAK)
        return said or other_break or not self["advertise"].value() or any(self[name].errors for name in FOLDED)

    def wished_until(self) -> datetime | None:
        """The time that was chosen."""
        return self._until

    def clean(self) -> dict[str, Any]:
        """She must be known where she is wished for, and the time be one that she can answer in."""
        data = super().clean()
        wished, workplace = data.get("wished"), data.get("workplace")
        if workplace and data.get("usual_name") and self._is_taken(workplace, data["usual_name"]):
            self.add_error("usual_name", _("Det finns redan ett vanligt pass med det namnet. Välj ett annat."))
        if wished and workplace and not known_at([workplace]).filter(pk=wished.pk).exists():
            self.add_error("wished", _("Den önskade har inte jobbat på arbetsplatsen."))
        elif wished and workplace and self.spans and data.get("wished_clock"):
            self._until = self._moment_of(data.get("wished_day") or local_day(self.now), data["wished_clock"])
            if self._until and (fault := self._why_not_until(self._until, workplace)):
                self._tell("wished_clock", fault)
        return data

    def _is_taken(self, workplace: Workplace, name: str) -> bool:
        """Whether another usual shift has the name; one that the same form has made, sent once before, is its own."""
        sent_before = OrderGroup.objects.filter(command=self.cleaned_data["command"])
        return OrderTemplate.objects.filter(workplace=workplace, name=name).exists() and not sent_before.exists()

    def _of_few_taps(self, reason: Any) -> None:  # noqa: ANN401 (a field as Django makes it)
        reason.empty_label, reason.widget = None, forms.RadioSelect()
        reason.widget.choices = reason.choices
        reason.error_messages |= dict.fromkeys(["required", "invalid_choice"], _("Välj en orsak."))

    def _moment_of(self, day: Any, at: Any) -> datetime | None:  # noqa: ANN401 (a date and a time, as cleaned)
        try:
            return local(day, at)
        except (NoSuchTime, TimeTwice):
            self._tell("wished_clock", _("Klockan ställs om den natten. Välj före 02.00 eller från 03.00."))
            return None

    def _why_not_until(self, until: datetime, workplace: Workplace) -> str:
        first = self.spans[0][0]
        if until <= self.now:
            return _("Tiden har redan varit.")
        if until > first:
            return _("Välj en tid före passets början.")
        opens = offering.asking_opens(self.now, first, Policy.objects.in_force(workplace))
        if until <= opens:
            facts = {"when": f"{in_words(opens)} {clock(opens)}"}
            return _("Sms går ut först %(when)s. Välj en senare tid.") % facts
        return ""


def known_at(places: Any) -> QuerySet[Substitute]:  # noqa: ANN401 (workplaces, as a query or a list)
    """Those who have worked at one of the workplaces, or are a favourite there, by name."""
    worked = Booking.objects.occupying().filter(order__workplace__in=places).values("substitute")
    favourites = Favourite.objects.filter(workplace__in=places).values("substitute")
    known = Substitute.objects.active().filter(Q(pk__in=worked) | Q(pk__in=favourites))
    return known.select_related("user").order_by("user__last_name", "user__first_name", "pk")
