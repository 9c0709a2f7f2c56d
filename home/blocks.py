"""The pieces of the start page."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock

from portal.pages.links import LinkBlock, LinkValue

LOOKS = [
    ("help fraga", _("Fråga, gul")),
    ("cal-plus ledig", _("Kalender, blå")),
    ("briefcase gran", _("Väska, grön")),
    ("temp lingon", _("Termometer, röd")),
    ("doc ljung", _("Papper, lila")),
    ("key grus", _("Nyckel, grå")),
    ("clock gran", _("Klocka, grön")),
    ("sms fraga", _("Meddelande, gul")),
    ("mail ledig", _("Brev, blå")),
]
"""A drawing in static/icons.svg and the colour behind it."""


class ShortcutValue(LinkValue):
    """Knows its drawing and its colour."""

    @property
    def drawing(self) -> str:
        """The name in the sprite."""
        return str(self["looks"]).partition(" ")[0]

    @property
    def colour(self) -> str:
        """The colour behind it."""
        return str(self["looks"]).partition(" ")[2]


class ShortcutBlock(LinkBlock):
    """Something that a visitor wants to do."""

    looks = ChoiceBlock(choices=LOOKS, default="help fraga", label=_("Utseende"))
    title = CharBlock(max_length=40, label=_("Rubrik"), help_text=_("Börja med ett verb."))
    text = CharBlock(required=False, max_length=70, label=_("Text"), help_text=_("En kort mening om vad som händer."))

    class Meta:
        value_class = ShortcutValue
        icon = "pick"
        label = _("Genväg")
        label_format = "{title}"
