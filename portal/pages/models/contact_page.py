"""The page with everybody who answers."""

from datetime import datetime
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from portal.pages import cards, heads
from portal.pages.models.contact import Contact
from portal.pages.models.page import PortalPage
from portal.pages.structured import Thing


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

    @cached_property
    def contacts(self) -> list[Contact]:
        """Everybody, asked for once."""
        return list(Contact.objects.listed())

    def things(self, request: HttpRequest, above: list[Page], now: datetime) -> list[Thing]:
        """With each contact and its hours."""
        address = heads.whole(self.get_url(request) or "/")
        offices = [heads.office(contact, address, now) for contact in self.contacts]
        return [*super().things(request, above, now), *offices]

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        """With a card for each contact."""
        context = super().get_context(request, *args, **kwargs)
        return {**context, "cards": [cards.card(contact, at=context["now"]) for contact in self.contacts]}
