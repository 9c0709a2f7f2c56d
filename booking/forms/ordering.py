"""An ordering manager's order form: whom the workplace would like to have, and until when she has the first word."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking import offering
from booking.forms.several import SeveralForm
from booking.forms.wall_clock import clock_field
from booking.models import Booking, Policy
from booking.period import NoSuchTime, TimeTwice, local
from booking.weeks import local_day
from people.forms.days import day_field
from people.models import Favourite, Substitute, Workplace
from portal.templatetags.times import clock
from portal.templatetags.times import day as in_words


class ManagerOrderForm(SeveralForm):
    """She may be kept the shift for; without a time everybody sees it at once."""

    wished_clock = clock_field(label=gettext_lazy("Bara den önskade till klockan"), required=False)
    wished_day = day_field(label=gettext_lazy("Vilken dag"), required=False)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        **options: Any,  # noqa: ANN401 (those of the order's form)
    ) -> None:
        super().__init__(data, **options)
        fields: dict[str, Any] = self.fields
        fields["wished"].queryset = known_at(fields["workplace"].queryset)
        fields["wished_day"].initial = local_day(self.now)
        fields["seats"].required = True
        self._until: datetime | None = None

    def wished_until(self) -> datetime | None:
        """The time that was chosen."""
        return self._until

    def clean(self) -> dict[str, Any]:
        """She must be known where she is wished for, and the time be one that she can answer in."""
        data = super().clean()
        wished, workplace = data.get("wished"), data.get("workplace")
        if wished and workplace and not known_at([workplace]).filter(pk=wished.pk).exists():
            self.add_error("wished", _("Den önskade har inte jobbat på arbetsplatsen."))
        elif wished and workplace and self.spans and data.get("wished_clock"):
            self._until = self._moment_of(data.get("wished_day") or local_day(self.now), data["wished_clock"])
            if self._until and (fault := self._why_not_until(self._until, workplace)):
                self._tell("wished_clock", fault)
        return data

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
