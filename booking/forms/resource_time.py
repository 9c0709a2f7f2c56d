"""What is asked of resource time: whether it gives time in the time bank, and how long the shift in it is."""

from collections.abc import Collection
from datetime import timedelta

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking import time_bank
from booking.models import RESOURCES, Availability, Kind
from booking.period import Period
from people.models import RuleProfile
from portal.templatetags.times import hours_and_minutes

AS_AGREED, GIVES, GIVES_NOT = "", "ja", "nej"
CHOICES = [
    (AS_AGREED, gettext_lazy("Som i avtalet")),
    (GIVES, gettext_lazy("Arbetad tid läggs i tidbanken")),
    (GIVES_NOT, gettext_lazy("Arbetad tid läggs inte i tidbanken")),
]
HALF_HOUR, SHORTEST, LONGEST = 30, 60, 16 * 60  # minutes
WHOLE = [("", gettext_lazy("Hela tiden"))]
AGREED = {
    (True, True): gettext_lazy("I avtalet ger både resurspass och akut resurstid tid i tidbanken."),
    (True, False): gettext_lazy("I avtalet ger resurspass tid i tidbanken, men inte akut resurstid."),
    (False, True): gettext_lazy("I avtalet ger akut resurstid tid i tidbanken, men inte resurspass."),
    (False, False): gettext_lazy("I avtalet ger varken resurspass eller akut resurstid tid i tidbanken."),
}


def field(rules: RuleProfile) -> forms.ChoiceField:
    """The question, with what `rules` answer if nothing is chosen."""
    return forms.ChoiceField(
        label=gettext_lazy("Resurstid och tidbanken"),
        choices=CHOICES,
        required=False,
        help_text=AGREED[rules.resource_gives_time, rules.acute_gives_time],
        error_messages={"invalid_choice": gettext_lazy("Välj i listan.")},
    )


def gives_time(said: str, kind: Kind, rules: RuleProfile | None) -> bool:
    """Whether time of the kind gives time, by what was chosen; what is no resource time never does."""
    if rules is None or kind not in RESOURCES:
        return False
    return time_bank.gives_time(rules, kind) if said == AS_AGREED else said == GIVES


def as_said(row: Availability) -> str:
    """What was chosen of the row."""
    if not row.is_resource:
        return AS_AGREED
    return GIVES if row.gives_time else GIVES_NOT


def length_field(said: int | None = None) -> forms.TypedChoiceField:
    """How long the shift is; `said` is a length that stands already, and may be chosen again."""
    lengths = sorted({*range(SHORTEST, LONGEST + 1, HALF_HOUR)} | ({said} if said else set()))
    return forms.TypedChoiceField(
        label=gettext_lazy("Hur långt är passet?"),
        choices=[*WHOLE, *((str(minutes), hours_and_minutes(minutes)) for minutes in lengths)],
        coerce=int,
        empty_value=None,
        required=False,
        help_text=gettext_lazy("Gäller akut resurstid: passet får läggas när som helst i den, och är aldrig längre."),
        error_messages={"invalid_choice": gettext_lazy("Välj i listan.")},
    )


def shift_minutes(said: int | None, kind: Kind) -> int | None:
    """The length that was chosen; what may not be moved has none of its own."""
    return said if kind is Kind.ACUTE_RESOURCE else None


def too_long(said: int | None, periods: Collection[Period]) -> str:
    """What is wrong with the length, if the shift has no room in one of the times."""
    if said is None or all(timedelta(minutes=said) <= period.length for period in periods):
        return ""
    shortest = min(period.length for period in periods)
    facts = {"length": hours_and_minutes(said), "room": hours_and_minutes(shortest // timedelta(minutes=1))}
    return _("Passet kan inte vara %(length)s: tiden är bara %(room)s.") % facts
