"""What is known of people, what for, by what right and for how long."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, StructBlock, StructValue

from people.data_map import Ground


class PurposeValue(StructValue):
    """Knows its ground in words."""

    @property
    def ground_in_words(self) -> str:
        """Avtal med dig"""
        return str(dict(Ground.choices).get(self["ground"], ""))


class PurposeBlock(StructBlock):
    """One thing that the portal uses what it knows for."""

    purpose = CharBlock(max_length=100, label=_("Till för"), help_text=_("Till exempel: boka dig på pass."))
    what = CharBlock(max_length=200, label=_("Uppgifter"), help_text=_("Till exempel: namn, telefon, avtal."))
    ground = ChoiceBlock(
        choices=Ground.choices,
        default=Ground.CONTRACT.value,
        label=_("Rättslig grund"),
        help_text=_("Enligt artikel 6 i dataskyddsförordningen."),
    )

    class Meta:
        value_class = PurposeValue
        icon = "key"
        label = _("Ändamål")
        label_format = "{purpose}"


class PlanBlock(StructBlock):
    """What the municipality's own plan says is kept."""

    what = CharBlock(max_length=100, label=_("Vad"), help_text=_("Till exempel: pass och arbetad tid."))
    how_long = CharBlock(max_length=60, label=_("Hur länge"), help_text=_("Till exempel: 10 år."))

    class Meta:
        icon = "history"
        label = _("Rad i planen")
        label_format = "{what} {how_long}"
