"""The page with everybody who answers."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from portal.pages import cards
from portal.pages.models.contact import Contact
from portal.pages.models.page import PortalPage


class ContactPage(PortalPage):
    """All contacts with their hours, and first of all what to do when ill."""

    alert_heading = models.CharField(
        _("rubrik"), max_length=80, blank=True, help_text=_("Till exempel Sjuk eller försenad?")
    )
    alert_text = models.CharField(
        _("text"), max_length=250, blank=True, help_text=_("Vad läsaren gör nu, i en eller två meningar.")
    )

    content_panels = [
        *PortalPage.content_panels,
        MultiFieldPanel(
            [FieldPanel("alert_heading"), FieldPanel("alert_text")],
            heading=_("Det viktigaste först"),
            help_text=_("Visas överst. Kontakterna själva ändrar du under Kontakter i menyn."),
        ),
    ]
    promote_panels = PortalPage.promote_panels[:1]
    search_fields = [*PortalPage.search_fields, index.SearchField("alert_heading"), index.SearchField("alert_text")]
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    page_description = _("Visar alla kontakter med öppettider.")

    class Meta:
        verbose_name = _("kontaktsida")
        verbose_name_plural = _("kontaktsidor")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        """With a card for each contact."""
        context = super().get_context(request, *args, **kwargs)
        return {**context, "cards": [cards.card(contact, at=context["now"]) for contact in Contact.objects.listed()]}
