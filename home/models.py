"""The public start page."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from home.blocks import ShortcutBlock
from portal.pages import navigation
from portal.pages.models import FAQPage, GuidePage, NewsPage, PortalPage
from portal.pages.visible import visible

GUIDES = 5
NEWS = 3


class HomePage(PortalPage):
    """What a visitor came for, first. Guides, news and answers come from their own pages."""

    notice_heading = models.CharField(_("rubrik"), max_length=80, blank=True)
    notice_text = models.CharField(_("text"), max_length=250, blank=True)
    shortcuts = StreamField([("shortcut", ShortcutBlock())], blank=True, max_num=9, verbose_name=_("vad vill du göra?"))

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
        found = self._at(path_components) if path_components else self
        if found is None or not found.live or not issubclass(found.specific_class or Page, PortalPage):
            return super().route(request, path_components)
        whole = found.specific_class.objects.select_related("locale", "contact")
        return RouteResult(whole.get(pk=found.pk))

    def _at(self, path_components: list[str]) -> Page | None:
        url_path = f"{self.url_path}{'/'.join(path_components)}/"
        below = Page.objects.descendant_of(self).live()
        return below.filter(slug=path_components[-1], url_path=url_path).first()

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        """With the first guides, the latest news and the answers that editors picked."""
        below = {page.cached_content_type.model: page for page in navigation.sections(request)}
        faq = visible(FAQPage.objects.child_of(self)).first()
        return {
            **super().get_context(request, *args, **kwargs),
            "guide_index": below.get("guideindexpage"),
            "guides": list(visible(GuidePage.objects.descendant_of(self)).order_by("path")[:GUIDES]),
            "news_index": below.get("newsindexpage"),
            "news": visible(NewsPage.objects.descendant_of(self)).newest()[:NEWS],
            "faq": faq,
            "answers": faq.picks() if faq else [],
        }
