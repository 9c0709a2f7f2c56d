"""Guides: how something is done, step by step."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from portal.pages.blocks import AnswerBlock, BodyBlock, StepBlock
from portal.pages.models.page import PortalPage
from portal.pages.visible import visible

STREAMS = ("body", "steps", "troubles")


class GuideIndexPage(PortalPage):
    """Lists the guides, in the order that editors put them."""

    asks_if_it_helped = False
    parent_page_types = ["home.HomePage"]
    subpage_types = ["pages.GuidePage"]
    max_count_per_parent = 1
    page_description = _("Listar alla guider. De fem första visas på startsidan, den allra första för den som är ny.")

    class Meta:
        verbose_name = _("guidelista")
        verbose_name_plural = _("guidelistor")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        """With the guides."""
        guides = visible(GuidePage.objects.child_of(self)).order_by("path")
        return {**super().get_context(request, *args, **kwargs), "guides": guides}


class GuidePage(PortalPage):
    """How something is done. Either steps to follow, or a text that explains, or both."""

    minutes = models.PositiveSmallIntegerField(
        _("tid i minuter"),
        default=2,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
        help_text=_("Så lång tid tar det att göra eller läsa."),
    )
    body = StreamField(BodyBlock(max_num=20, required=False), blank=True, verbose_name=_("text före stegen"))
    steps = StreamField([("step", StepBlock())], blank=True, max_num=12, verbose_name=_("steg"))
    troubles = StreamField(
        [("answer", AnswerBlock())],
        blank=True,
        max_num=8,
        verbose_name=_("om det inte går"),
        help_text=_("Det som brukar krångla, och vad man gör då."),
    )

    content_panels = [
        *PortalPage.content_panels,
        FieldPanel("minutes"),
        FieldPanel("body"),
        FieldPanel("steps"),
        FieldPanel("troubles"),
    ]
    search_fields = [
        *PortalPage.search_fields,
        *(index.SearchField(name) for name in STREAMS),
        *(index.AutocompleteField(name) for name in STREAMS),
    ]
    parent_page_types = ["pages.GuideIndexPage"]
    subpage_types: list[str] = []
    page_description = _("Steg för steg, med tid och vad man gör om det inte går.")

    class Meta:
        verbose_name = _("guide")
        verbose_name_plural = _("guider")

    def clean(self) -> None:
        """A guide without a word guides nobody."""
        super().clean()
        if not self.body and not self.steps:
            raise ValidationError({"steps": _("Lägg till minst ett steg eller en text.")})

    @property
    def effort(self) -> str:
        """5 steg, 3 minuter – or, for a guide to read: Läs på 2 minuter."""
        minutes = ngettext("%(count)d minut", "%(count)d minuter", self.minutes) % {"count": self.minutes}
        if not self.steps:
            return gettext("Läs på %(minutes)s") % {"minutes": minutes}
        steps = ngettext("%(count)d steg", "%(count)d steg", len(self.steps)) % {"count": len(self.steps)}
        return f"{steps}, {minutes}"
