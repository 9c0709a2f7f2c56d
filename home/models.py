"""The public start page."""

from datetime import datetime
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from home.blocks import ShortcutBlock
from portal.pages import doors, heads, navigation
from portal.pages.models import FAQPage, GuidePage, NewsPage, PortalPage, SystemShortcut
from portal.pages.structured import Thing
from portal.pages.visible import visible_to

GUIDES = 5
NEWS = 3


class HomePage(PortalPage):
    """What a visitor came for, first. Guides, news and answers come from their own pages."""

    notice_heading = models.CharField(
        _("rubrik"), max_length=80, blank=True, help_text=_("Till exempel Stängt på midsommarafton.")
    )
    notice_text = models.CharField(
        _("text"), max_length=250, blank=True, help_text=_("Vad det betyder för läsaren, i en eller två meningar.")
    )
    shortcuts = StreamField(
        [("shortcut", ShortcutBlock())],
        blank=True,
        max_num=9,
        verbose_name=_("vad vill du göra?"),
        help_text=_("Det som flest kommer för står först."),
    )

    content_panels = [
        *PortalPage.content_panels,
        MultiFieldPanel(
            [FieldPanel("notice_heading"), FieldPanel("notice_text")],
            heading=_("Ruta överst"),
            help_text=_("Till exempel om en röd dag. Lämna tomt om det inte är något särskilt."),
        ),
        FieldPanel("shortcuts"),
    ]
    asks_if_it_helped = False
    parent_page_types = ["wagtailcore.Page"]
    page_description = _("Portalens första sida.")

    class Meta:
        verbose_name = _("startsida")
        verbose_name_plural = _("startsidor")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """The page at the address. Wagtail asks two questions for each level of the tree; this is two in all."""
        found = doors.at(self, path_components)
        if found is None or not found.live or not issubclass(found.specific_class or Page, PortalPage):
            return super().route(request, path_components)
        return doors.opened(request, found.specific_class.objects.select_related("locale", "contact"), found.pk)

    def things(self, request: HttpRequest, above: list[Page], now: datetime) -> list[Thing]:
        """With the one who answers for the portal."""
        address = heads.whole(self.get_url(request) or "/")
        office = [heads.office(self.contact, address, now)] if self.contact else []
        return [*super().things(request, above, now), *office]

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        """With the first guides, the latest news, the ways to other systems and the answers that editors picked."""
        below = {page.cached_content_type.model: page for page in navigation.sections(request)}
        faq = visible_to(request, FAQPage.objects.descendant_of(self)).order_by("path").first()
        context = super().get_context(request, *args, **kwargs)
        news = visible_to(request, NewsPage.objects.descendant_of(self)).for_reader(request, now=context["now"])
        return {
            **context,
            "guide_index": below.get("guideindexpage"),
            "guides": list(visible_to(request, GuidePage.objects.descendant_of(self)).order_by("path")[:GUIDES]),
            "news_index": below.get("newsindexpage"),
            "news": news[:NEWS],
            "systems": SystemShortcut.objects.listed(),
            "faq": faq,
            "answers": faq.picks() if faq else [],
        }
