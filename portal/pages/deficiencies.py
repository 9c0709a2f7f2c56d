"""What does not work for everybody, and why."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, DateBlock, StructBlock, StructValue, TextBlock
from wagtail.blocks.struct_block import StructBlockValidationError


class Reason(models.TextChoices):
    """The three that the law knows."""

    NOT_YET = "not_yet", _("Uppfyller inte kraven än")
    TOO_MUCH = "too_much", _("Oskäligt betungande att åtgärda (12 §)")
    OUTSIDE = "outside", _("Omfattas inte av lagen")


class DeficiencyBlock(StructBlock):
    """One thing that somebody cannot use."""

    what = CharBlock(max_length=120, label=_("Vad som inte fungerar"), help_text=_("Säg det så att läsaren förstår."))
    who = CharBlock(
        required=False,
        max_length=160,
        label=_("För vem"),
        help_text=_("Till exempel: för dig som använder skärmläsare."),
    )
    criterion = CharBlock(
        required=False,
        max_length=60,
        label=_("Krav"),
        help_text=_("Till exempel WCAG 1.3.1. Lämna tomt om du är osäker."),
    )
    reason = ChoiceBlock(
        choices=Reason.choices,
        default=Reason.NOT_YET.value,
        label=_("Skäl"),
        help_text=_("De tre skäl som lagen känner."),
    )
    why = TextBlock(
        required=False, max_length=300, rows=2, label=_("Varför"), help_text=_("Krävs när bristen inte ska åtgärdas.")
    )
    mended_by = DateBlock(required=False, label=_("Åtgärdad senast"), help_text=_("Krävs när bristen ska åtgärdas."))

    def clean(self, value: StructValue) -> StructValue:
        """What is to be mended has a day; what is not has a why."""
        cleaned = super().clean(value)
        if cleaned["reason"] == Reason.NOT_YET:
            if not cleaned["mended_by"]:
                _refuse("mended_by", gettext("Skriv när det ska vara åtgärdat."))
        elif not cleaned["why"]:
            _refuse("why", gettext("Skriv varför det inte åtgärdas."))
        return cleaned

    class Meta:
        icon = "warning"
        label = _("Brist")
        label_format = "{what}"


def _refuse(name: str, why: str) -> None:
    raise StructBlockValidationError(block_errors={name: ValidationError(why)})
