"""Blocks that tell the policies: of one area, or of all with what is otherwise in some."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BooleanBlock, ChoiceBlock, StructValue

from portal.pages.in_force import answering_yes, areas
from portal.pages.in_force.blocks import Context, SpeakingBlock
from portal.pages.in_force.policy import themes
from portal.pages.in_force.policy.telling import told

IN_STEPS = themes.Theme(_("Det här händer när du svarar Ja"), answering_yes.sentences, in_order=True)


class AreaChoiceBlock(ChoiceBlock):
    """An area by its key. Wagtail's own would read all areas for each block that is shown."""

    def normalize_choice(self, value: object) -> str:
        """The key as it is kept."""
        return str(value or "")


class AreaBlock(SpeakingBlock):
    """Speaks from the policies."""

    area = AreaChoiceBlock(
        choices=areas.choices,
        required=False,
        search_index=False,
        label=_("Område"),
        help_text=_("Lämna tomt för alla områden. Då står det också vad som skiljer dem åt."),
    )
    with_heading = BooleanBlock(
        required=False, default=True, label=_("Visa rubriken"), help_text=_("Ta bort krysset om sidan redan har en.")
    )

    def tell(
        self, chosen: Sequence[themes.Theme], value: StructValue, context: Mapping[str, Any] | None
    ) -> Context | None:
        """Theme by theme, in sentences."""
        found = areas.in_force(context, value["area"])
        if found is None:
            return None
        parts = [(theme, told(theme, found.terms, found.workplaces)) for theme in chosen]
        parts = [(theme, words) for theme, words in parts if words.anything]
        headings = value["with_heading"] or len(chosen) > 1
        return {"parts": parts, "headings": headings, "area": found.area} if parts else None


class PolicyBlock(AreaBlock):
    """The policy in whole sentences."""

    part = ChoiceBlock(
        choices=themes.choices,
        default="direct",
        label=_("Del"),
        help_text=_("Vilken del av regelverket som visas."),
    )

    def said(self, value: StructValue, context: Mapping[str, Any] | None) -> Context | None:
        """One theme, or all."""
        return self.tell(themes.chosen(value["part"]), value, context)

    class Meta:
        template = "pages/blocks/policy.html"
        icon = "list-ul"
        label = _("Regelverket i ord")
        label_format = "{part} {area}"


class AnsweringYesBlock(AreaBlock):
    """What happens when I answer Ja."""

    def said(self, value: StructValue, context: Mapping[str, Any] | None) -> Context | None:
        """A step after the other."""
        return self.tell([IN_STEPS], value, context)

    class Meta:
        template = "pages/blocks/policy.html"
        icon = "help"
        label = _("Det här händer när jag svarar Ja")
