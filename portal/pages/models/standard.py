"""A page of text."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from portal.pages.blocks import BodyBlock
from portal.pages.models.page import PortalPage


class StandardPage(PortalPage):
    """Text for what no other type of page is made for."""

    body = StreamField(BodyBlock(max_num=40), verbose_name=_("innehåll"), help_text=_("Dela upp texten med rubriker."))

    content_panels = [*PortalPage.content_panels, FieldPanel("body")]
    search_fields = [*PortalPage.search_fields, index.SearchField("body"), index.AutocompleteField("body")]
    parent_page_types = ["home.HomePage", "pages.SectionPage", "pages.StandardPage"]
    subpage_types = ["pages.StandardPage"]
    page_description = _("Text, till exempel om portalen eller om personuppgifter.")

    class Meta:
        verbose_name = _("textsida")
        verbose_name_plural = _("textsidor")
