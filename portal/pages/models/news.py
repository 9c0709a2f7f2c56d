"""News."""

from typing import Any

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager, PageQuerySet
from wagtail.search import index

from portal.pages.blocks import BodyBlock
from portal.pages.models.page import PortalPage
from portal.pages.visible import visible

PER_PAGE = 10


class NewsIndexPage(PortalPage):
    """Lists the news, pinned first, then newest."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["pages.NewsPage"]
    max_count_per_parent = 1
    page_description = _("Listar alla nyheter. De tre översta visas på startsidan.")

    class Meta:
        verbose_name = _("nyhetslista")
        verbose_name_plural = _("nyhetslistor")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        """With a page of news; `?sida=` says which."""
        news = visible(NewsPage.objects.child_of(self)).newest()
        listed = Paginator(news, PER_PAGE).get_page(request.GET.get("sida"))
        return {**super().get_context(request, *args, **kwargs), "news": listed}


class NewsQuerySet(PageQuerySet):
    """Questions to the news."""

    def newest(self) -> "NewsQuerySet":
        """Pinned first, then newest."""
        return self.order_by("-pinned", "-date", "-pk")


class NewsPage(PortalPage):
    """Something that happened or will."""

    date = models.DateField(
        _("datum"),
        default=timezone.localdate,  # noqa: TID251 (what the empty form suggests)
        help_text=_("Visas vid nyheten. När den publiceras väljer du under Status."),
    )
    pinned = models.BooleanField(_("fäst överst"), default=False, help_text=_("Står överst tills du tar bort krysset."))
    body = StreamField(
        BodyBlock(max_num=20), verbose_name=_("innehåll"), help_text=_("Säg det viktigaste i första stycket.")
    )

    objects = PageManager.from_queryset(NewsQuerySet)()

    content_panels = [
        *PortalPage.content_panels,
        FieldRowPanel([FieldPanel("date"), FieldPanel("pinned")]),
        FieldPanel("body"),
    ]
    search_fields = [
        *PortalPage.search_fields,
        index.SearchField("body"),
        index.AutocompleteField("body"),
        index.FilterField("date"),
    ]
    parent_page_types = ["pages.NewsIndexPage"]
    subpage_types: list[str] = []
    page_description = _("En nyhet med datum. Publicering kan schemaläggas.")

    class Meta:
        verbose_name = _("nyhet")
        verbose_name_plural = _("nyheter")
