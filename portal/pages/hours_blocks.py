"""When a contact answers, as editors write it: a row for the days with the same hours, and the dates that differ."""

from datetime import time
from typing import NoReturn

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, DateBlock, StructBlock, StructValue, TimeBlock
from wagtail.blocks.struct_block import StructBlockValidationError

from portal.pages.opening_hours import MIDNIGHT, Interval

WEEKDAYS = [
    ("0", _("måndag")),
    ("1", _("tisdag")),
    ("2", _("onsdag")),
    ("3", _("torsdag")),
    ("4", _("fredag")),
    ("5", _("lördag")),
    ("6", _("söndag")),
]


class HoursValue(StructValue):
    """A row, or a date with hours of its own."""

    @property
    def weekdays(self) -> range:
        """The days it speaks of, Monday as 0."""
        return range(int(self["first_day"]), int(self["last_day"]) + 1)

    @property
    def intervals(self) -> list[Interval]:
        """Two if they close for lunch, none if it is closed."""
        opens, closes = self["opens"], self["closes"]
        if opens is None or closes is None:
            return []
        lunch_from, lunch_until = self.get("lunch_from"), self.get("lunch_until")
        if lunch_from is None or lunch_until is None:
            return [Interval(opens, closes)]
        return [Interval(opens, lunch_from), Interval(lunch_until, closes)]


class HoursBlock(StructBlock):
    """Days in a row that have the same hours, with an hour for lunch if they close for it."""

    first_day = ChoiceBlock(choices=WEEKDAYS, default="0", label=_("Från"))
    last_day = ChoiceBlock(choices=WEEKDAYS, default="4", label=_("Till och med"))
    opens = TimeBlock(label=_("Öppnar"))
    closes = TimeBlock(label=_("Stänger"), help_text=_("00.00 betyder midnatt."))
    lunch_from = TimeBlock(required=False, label=_("Lunchstängt från"))
    lunch_until = TimeBlock(required=False, label=_("Lunchstängt till"))

    def clean(self, value: StructValue) -> StructValue:
        """Days and times in order, lunch inside them."""
        cleaned = super().clean(value)
        if not cleaned.weekdays:
            refuse("last_day", gettext("Välj en dag senare i veckan."))
        if not in_order(cleaned["opens"], cleaned["closes"]):
            refuse("closes", gettext("Stänger måste vara senare än öppnar."))
        lunch = cleaned["lunch_from"], cleaned["lunch_until"]
        if lunch.count(None) == 1:
            refuse("lunch_until", gettext("Fyll i både från och till, eller ingen av dem."))
        if None not in lunch and not (cleaned["opens"] < lunch[0] < lunch[1] and in_order(lunch[1], cleaned["closes"])):
            refuse("lunch_from", gettext("Lunchen måste ligga inom öppettiden."))
        return cleaned

    class Meta:
        value_class = HoursValue
        icon = "time"
        label = _("Dagar")
        label_format = "{first_day}–{last_day} {opens}–{closes}"


class OtherHoursBlock(StructBlock):
    """A date with hours of its own. Without times it is closed."""

    date = DateBlock(label=_("Datum"))
    reason = CharBlock(required=False, max_length=40, label=_("Varför"), help_text=_("Till exempel midsommarafton."))
    reason_en = CharBlock(
        required=False, max_length=40, label=_("Varför, på engelska"), help_text=_("Visas på de engelska sidorna.")
    )
    opens = TimeBlock(required=False, label=_("Öppnar"), help_text=_("Lämna tiderna tomma om det är stängt."))
    closes = TimeBlock(required=False, label=_("Stänger"))

    def clean(self, value: StructValue) -> StructValue:
        """Both times or none, and in order."""
        cleaned = super().clean(value)
        if (cleaned["opens"] is None) != (cleaned["closes"] is None):
            refuse("closes", gettext("Fyll i både öppnar och stänger, eller ingen av dem."))
        if cleaned["opens"] is not None and not in_order(cleaned["opens"], cleaned["closes"]):
            refuse("closes", gettext("Stänger måste vara senare än öppnar."))
        return cleaned

    class Meta:
        value_class = HoursValue
        icon = "date"
        label = _("Datum")
        label_format = "{date} {opens}–{closes}"


def in_order(opens: time, closes: time) -> bool:
    """Whether it closes after it opens; 00.00 ends the day."""
    return closes > opens or closes == MIDNIGHT


def refuse(name: str, why: str) -> NoReturn:
    """Say it beside the field."""
    raise StructBlockValidationError(block_errors={name: ValidationError(why)})
