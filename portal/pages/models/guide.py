"""Guides: how something is done, step by step."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from portal.pages import guide_versions
from portal.pages.blocks import AnswerBlock, BodyBlock, StepBlock
from portal.pages.guide_versions import AGAIN, EASY, FIRST, Version
from portal.pages.models.page import PortalPage
from portal.pages.visible import visible_to

STREAMS = ("body", "steps", "troubles", "again_steps", "easy")
MINUTES = (MinValueValidator(1), MaxValueValidator(60))


class GuideIndexPage(PortalPage):
    """Lists the guides, in the order that editors put them."""

    asks_if_it_helped = False
    parent_page_types = ["home.HomePage", "pages.SectionPage"]
    subpage_types = ["pages.GuidePage"]
    max_count_per_parent = 1
    page_description = _("Listar alla guider. De fem första visas på startsidan, den allra första för den som är ny.")

    class Meta:
        verbose_name = _("guidelista")
        verbose_name_plural = _("guidelistor")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        """With the guides."""
        guides = visible_to(request, GuidePage.objects.child_of(self)).order_by("path")
        return {**super().get_context(request, *args, **kwargs), "guides": guides}


class GuidePage(PortalPage):
    """How something is done. Either steps to follow, or a text that explains, or both."""

    minutes = models.PositiveSmallIntegerField(
        _("tid i minuter"),
        default=2,
        validators=MINUTES,
        help_text=_("Så lång tid tar det att göra eller läsa."),
    )
    body = StreamField(
        BodyBlock(max_num=20, required=False),
        blank=True,
        verbose_name=_("text före stegen"),
        help_text=_("Det läsaren behöver veta innan hon börjar. Kan vara tomt."),
    )
    steps = StreamField(
        [("step", StepBlock())],
        blank=True,
        max_num=12,
        verbose_name=_("steg"),
        help_text=_("Ett steg för varje sak att göra, i den ordning de görs."),
    )
    troubles = StreamField(
        [("answer", AnswerBlock())],
        blank=True,
        max_num=8,
        verbose_name=_("om det inte går"),
        help_text=_("Det som brukar krångla, och vad man gör då."),
    )
    again_steps = StreamField(
        [("step", StepBlock())],
        blank=True,
        max_num=12,
        verbose_name=_("steg nästa gång"),
        help_text=_("För den som har gjort det förut. Läsaren väljer själv. Lämna tomt om stegen är desamma."),
    )
    again_minutes = models.PositiveSmallIntegerField(
        _("tid nästa gång"),
        null=True,
        blank=True,
        validators=MINUTES,
        help_text=_("Minuter. Lämna tomt om det tar lika lång tid."),
    )
    easy = StreamField(
        BodyBlock(max_num=20, required=False),
        blank=True,
        verbose_name=_("lättläst text"),
        help_text=_("Hela guiden på lätt svenska: en sak i varje mening, korta ord. Läsaren väljer den själv."),
    )
    easy_minutes = models.PositiveSmallIntegerField(
        _("tid för den lättlästa texten"),
        null=True,
        blank=True,
        validators=MINUTES,
        help_text=_("Minuter. Lämna tomt om det tar lika lång tid."),
    )

    content_panels = [
        *PortalPage.content_panels,
        FieldPanel("minutes"),
        FieldPanel("body"),
        FieldPanel("steps"),
        FieldPanel("troubles"),
        MultiFieldPanel([FieldPanel("again_minutes"), FieldPanel("again_steps")], heading=_("Nästa gång")),
        MultiFieldPanel([FieldPanel("easy_minutes"), FieldPanel("easy")], heading=_("Lättläst")),
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
        if self.again_steps and not self.steps:
            raise ValidationError({"again_steps": _("Skriv först stegen för första gången.")})

    @property
    def effort(self) -> str:
        """What it takes the first time: 5 steg, 3 minuter."""
        return self.version(FIRST).effort

    @property
    def preview_modes(self) -> list[tuple[str, object]]:
        """Editors look at each version."""
        return [(FIRST, _("Första gången")), (AGAIN, _("Nästa gång")), (EASY, _("Lättläst"))]

    def version(self, name: str) -> Version:
        """The version with the name; the first if it is not written."""
        if name == EASY and self.easy:
            return Version(EASY, self.easy_minutes or self.minutes, body=self.easy)
        usual = {"body": self.body, "troubles": self.troubles}
        if name == AGAIN and self.again_steps:
            return Version(AGAIN, self.again_minutes or self.minutes, steps=self.again_steps, **usual)
        return Version(FIRST, self.minutes, steps=self.steps, **usual)

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        """With the version that the address, or the editor who looks at it beforehand, asks for."""
        name = getattr(request, "preview_mode", None)
        version = self.version(guide_versions.asked(request.GET) if name is None else name)
        return {**super().get_context(request, *args, **kwargs), "version": version}
