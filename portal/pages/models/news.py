"""News."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db import models
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager, PageQuerySet
from wagtail.search import index

from booking.reasons import in_words
from people.models import Agreement, Area, Substitute
from portal.pages.blocks import BodyBlock
from portal.pages.models.page import PortalPage
from portal.pages.visible import visible_to

PER_PAGE = 10


class NewsIndexPage(PortalPage):
    """Lists the news, pinned first, then newest."""

    asks_if_it_helped = False
    parent_page_types = ["home.HomePage"]
    subpage_types = ["pages.NewsPage"]
    max_count_per_parent = 1
    page_description = _("Listar alla nyheter. De tre översta visas på startsidan.")

    class Meta:
        verbose_name = _("nyhetslista")
        verbose_name_plural = _("nyhetslistor")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        """With a page of news; `?omrade=` says whose, and `?sida=` which."""
        context = super().get_context(request, *args, **kwargs)
        here = visible_to(request, NewsPage.objects.child_of(self))
        areas = list(Area.objects.filter(pk__in=here.values("areas")).order_by("name"))
        chosen = [area for area in areas if slugify(area.name) == request.GET.get("omrade")]
        news = here.about(chosen).newest() if chosen else here.for_reader(request, now=context["now"])
        listed = Paginator(news.prefetch_related("areas"), PER_PAGE).get_page(request.GET.get("sida"))
        return {**context, "news": listed, "areas": areas, "chosen": chosen}


class NewsQuerySet(PageQuerySet):
    """Questions to the news."""

    def newest(self) -> "NewsQuerySet":
        """Pinned first, then newest."""
        return self.order_by("-pinned", "-date", "-pk")

    def about(self, areas: Sequence[Area] | models.QuerySet[Area]) -> "NewsQuerySet":
        """Those of one of the areas, and those of all."""
        return self.filter(_about(areas))

    def for_reader(self, request: HttpRequest, *, now: datetime) -> "NewsQuerySet":
        """The newest; to a substitute what is about her areas, or all, before what is others'. No query more."""
        me = getattr(request.user, "substitute", None)
        if me is None:
            return self.newest()
        hers = ExpressionWrapper(_about(areas_of(me, now=now)), output_field=BooleanField())
        return self.annotate(hers=hers).order_by("-hers", "-pinned", "-date", "-pk")


def areas_of(substitute: Substitute, *, now: datetime) -> models.QuerySet[Area]:
    """Where she works or is to work, as a question inside another."""
    held = Agreement.objects.filter(substitute=substitute).not_over(now=now)
    return Area.objects.filter(Q(pk__in=held.values("area")) | Q(workplaces__in=held.values("workplace")))


def _about(areas: Sequence[Area] | models.QuerySet[Area]) -> Q:
    told = NewsPage.areas.through.objects.filter(newspage=OuterRef("pk"))
    return Q(Exists(told.filter(area__in=areas))) | Q(~Exists(told))


class NewsPage(PortalPage):
    """Something that happened or will."""

    date = models.DateField(
        _("datum"),
        default=timezone.localdate,  # noqa: TID251 (what the empty form suggests)
        help_text=_("Visas vid nyheten. När den publiceras väljer du under Status."),
    )
    pinned = models.BooleanField(_("fäst överst"), default=False, help_text=_("Står överst tills du tar bort krysset."))
    areas = ParentalManyToManyField(
        Area,
        blank=True,
        related_name="+",
        verbose_name=_("områden"),
        help_text=_("Kryssa för dem som nyheten rör. Utan kryss gäller den alla."),
    )
    body = StreamField(
        BodyBlock(max_num=20), verbose_name=_("innehåll"), help_text=_("Säg det viktigaste i första stycket.")
    )

    objects = PageManager.from_queryset(NewsQuerySet)()

    content_panels = [
        *PortalPage.content_panels,
        FieldRowPanel([FieldPanel("date"), FieldPanel("pinned")]),
        FieldPanel("areas", widget=forms.CheckboxSelectMultiple),
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

    @property
    def whose(self) -> str:
        """Hemtjänst och LSS; empty when it is about all. A query, unless the areas have been read."""
        names = sorted(area.name for area in self.areas.all())
        return in_words(names) if names else ""
