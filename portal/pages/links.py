"""Where a button or a shortcut leads: to a page, or to a place in the portal."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ChoiceBlock, PageChooserBlock, StructBlock, StructValue
from wagtail.models import Page

from portal.pages.addresses import Addresses, shown

WHOLE_ADDRESS = URLValidator(schemes=["https"], message=_("Skriv hela adressen. Den ska börja med https://."))
"""Of what lies outside the portal."""

PLACES = [
    ("/konto/login/", _("Logga in")),
    ("/konto/password/reset/", _("Glömt lösenordet")),
    ("/konto/password/change/", _("Byt lösenord")),
    ("/min-sida/", _("Min sida")),
    ("/kalender/", _("Kalender")),
    ("/lediga-jobb/", _("Lediga jobb")),
    ("/forfragningar/", _("Förfrågningar")),
    ("/bokningar/", _("Bokningar")),
    ("/meddelanden/", _("Inkorg")),
    ("/profil/", _("Profil")),
    ("/intyg/", _("Intyg")),
    ("/sok/", _("Sök")),
]


class LinkedPageBlock(PageChooserBlock):
    """A page to lead to. On a page that is shown it knows its address, and a draft is no page at all."""

    def bulk_to_python(self, values: Sequence[int | None]) -> list[Page | None]:
        """The pages in the same order. Wagtail asks a query for each stream."""
        known = shown()
        return [known.page(key) for key in values] if known else super().bulk_to_python(values)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """What is stored is what Wagtail's own stores, so migrations need not know the difference."""
        _path, args, kwargs = super().deconstruct()
        return "wagtail.blocks.PageChooserBlock", args, kwargs


class LinkValue(StructValue):
    """Knows its address."""

    @property
    def url(self) -> str:
        """The address; empty if there is none, or if the page is not published."""
        page = self.get("page")
        if page is not None:
            return (shown() or Addresses()).url(page)
        return str(self.get("place") or "")


class LinkBlock(StructBlock):
    """A page or a place. Exactly one, or none where the link may be left out."""

    page = LinkedPageBlock(required=False, label=_("Sida"))
    place = ChoiceBlock(choices=PLACES, required=False, label=_("Plats i portalen"))

    def clean(self, value: StructValue) -> StructValue:
        """Exactly one target."""
        cleaned = super().clean(value)
        chosen = [name for name in ("page", "place") if cleaned.get(name)]
        if len(chosen) > 1 or (self.needs_target(cleaned) and not chosen):
            raise ValidationError(_("Välj antingen en sida eller en plats i portalen."))
        return cleaned

    def needs_target(self, cleaned: StructValue) -> bool:
        """Whether a link must lead somewhere."""
        return True

    class Meta:
        value_class = LinkValue
        icon = "link"
        label = _("Länk")
