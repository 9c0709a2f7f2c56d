"""What the report of those who are near a limit under LAS can be narrowed to."""

from datetime import datetime, timedelta
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from booking.eligibility.employment import limits
from booking.eligibility.nearing import Limit
from booking.forms.narrowing import Narrowing
from people import access
from people.models import Area, User

NEAR, STOPPED, PASSED = "nara", "slutade", "over"
LISTS = [(NEAR, _("Nära en gräns")), (STOPPED, _("Slutade bokas")), (PASSED, _("Över en gräns"))]
WITHIN = [(str(days), _("%(n)s dagar") % {"n": days}) for days in (30, 60, 90)]
QUIET = [(str(weeks), _("%(n)s veckor") % {"n": weeks}) for weeks in (4, 6, 8, 12)]
NAMES = {
    Limit.NEXT_ONE: _("Särskild visstid, företräde efter 9 månader"),
    Limit.FIXED_TERM: _("Särskild visstid, tillsvidare efter 12 månader"),
    Limit.STANDING_IN: _("Vikariat, tillsvidare efter 18 månader"),
    Limit.STANDING_IN_BY_LAW: _("Vikariat, tillsvidare efter två år"),
}
USUAL_WITHIN, USUAL_QUIET = "30", "4"
BEFORE, SHIFTS_BEFORE = timedelta(weeks=8), 4
"""She had been working: so many shifts at least, in so long before the time without."""


class LasNarrowing(Narrowing):
    """Which list, towards which limit, in which area, how near, and for how long nobody has booked her."""

    HIDDEN: ClassVar = ("lista", "within", "quiet")
    CARRIED: ClassVar = ("lista",)
    SEARCHED: ClassVar = ("user__first_name", "user__last_name", "employee_number")

    lista = forms.ChoiceField(label=_("Lista"), choices=LISTS, required=False)
    limit = forms.ChoiceField(label=_("Gräns"), required=False)
    area = forms.ModelChoiceField(
        label=_("Område"), queryset=Area.objects.none(), required=False, empty_label=_("Alla")
    )
    within = forms.ChoiceField(label=_("Högst kvar"), choices=WITHIN, required=False)
    quiet = forms.ChoiceField(label=_("Inte bokad på"), choices=QUIET, required=False)

    def __init__(self, data: QueryDict, *, user: User, now: datetime) -> None:
        super().__init__(data, user=user, now=now)
        fields: dict[str, Any] = self.fields
        fields["q"].label = _("Sök namn eller nummer")
        fields["q"].widget.input_type = "search"
        fields["area"].queryset = access.scope(user, Area.objects.order_by("name"))
        fields["limit"].choices = [("", _("Alla")), *((limit.name.lower(), NAMES[limit]) for limit in limits())]
        if self.chosen != STOPPED:
            del fields["quiet"]
        if self.chosen == PASSED:
            del fields["within"]

    @property
    def chosen(self) -> str:
        """The list; the first where the address names none that there is."""
        asked = self.sent.get("lista", NEAR)
        return asked if asked in dict(LISTS) else NEAR

    @property
    def most_left(self) -> int:
        """Days left at most."""
        return int(self.cleaned_data.get("within") or USUAL_WITHIN)

    @property
    def unbooked(self) -> timedelta:
        """How long nobody has booked her."""
        return timedelta(weeks=int(self.cleaned_data.get("quiet") or USUAL_QUIET))

    def is_wanted(self, limit: Limit) -> bool:
        """Whether the list is to tell of the limit."""
        return self.cleaned_data.get("limit") in {"", limit.name.lower()}
