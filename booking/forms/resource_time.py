"""Whether resource time that is put in gives time in the time bank: as the agreement has it, or otherwise."""

from django import forms
from django.utils.translation import gettext_lazy

from booking import time_bank
from booking.models import RESOURCES, Availability, Kind
from people.models import RuleProfile

AS_AGREED, GIVES, GIVES_NOT = "", "ja", "nej"
CHOICES = [
    (AS_AGREED, gettext_lazy("Som i avtalet")),
    (GIVES, gettext_lazy("Arbetad tid läggs i tidbanken")),
    (GIVES_NOT, gettext_lazy("Arbetad tid läggs inte i tidbanken")),
]
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
