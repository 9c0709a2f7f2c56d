"""The introduction course: a list that everybody reads, and ticks off if she is signed in."""

import uuid
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Count
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import CharBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.search import index

from people import access
from people.models import User
from portal.pages.blocks import BodyBlock, ButtonBlock, TextBlock
from portal.pages.finished_panel import FinishedPanel
from portal.pages.models.page import PortalPage

STREAMS = ("body", "items")


class WayOnBlock(ButtonBlock):
    """Where to read more. Without a word there is no link."""

    label = CharBlock(
        required=False, max_length=50, label=_("Länkens text"), help_text=_("Till exempel Så loggar du in.")
    )

    class Meta:
        template = "pages/blocks/way_on.html"
        label = _("Läs mer")


class CourseItemBlock(StructBlock):
    """One thing to know or to have done before the first shift."""

    heading = CharBlock(max_length=80, label=_("Rubrik"), help_text=_("En sak att göra. Börja med ett verb."))
    text = TextBlock(label=_("Text"), help_text=_("Två eller tre korta meningar."))
    picture = ImageBlock(required=False, label=_("Bild"))
    link = WayOnBlock(required=False)

    class Meta:
        icon = "tick"
        label = _("Punkt")
        label_format = "{heading}"


class CourseTickQuerySet(models.QuerySet["CourseTick"]):
    """Questions to the ticks."""

    def of(self, course: "CoursePage") -> Self:
        """Those of a course, in whatever language it was read: the items keep their keys when they are translated."""
        return self.filter(page__translation_key=course.translation_key)


class CourseTick(models.Model):
    """That a person has done one thing of a course. It goes when she takes it back, or is erased."""

    page = models.ForeignKey("pages.CoursePage", models.CASCADE, related_name="ticks", verbose_name=_("kurs"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="course_ticks", verbose_name=_("person")
    )
    item = models.UUIDField(_("punkt"))
    ticked_at = models.DateTimeField(_("klar"))

    objects = CourseTickQuerySet.as_manager()

    class Meta:
        verbose_name = _("avklarad punkt")
        verbose_name_plural = _("avklarade punkter")
        constraints = [models.UniqueConstraint(name="an_item_is_ticked_once", fields=["page", "user", "item"])]


class CoursePage(PortalPage):
    """What a new substitute should know, one thing at a time."""

    body = StreamField(
        BodyBlock(max_num=10, required=False),
        blank=True,
        verbose_name=_("text före listan"),
        help_text=_("Vem kursen är för, och hur lång tid den tar."),
    )
    items = StreamField(
        [("item", CourseItemBlock())],
        min_num=1,
        max_num=30,
        verbose_name=_("punkter"),
        help_text=_("Den som är inloggad bockar av. Flytta gärna punkter: bocken följer med."),
    )

    content_panels = [
        *PortalPage.content_panels,
        FieldPanel("body"),
        FieldPanel("items"),
        FinishedPanel(heading=_("Så många är klara")),
    ]
    search_fields = [
        *PortalPage.search_fields,
        *(index.SearchField(name) for name in STREAMS),
        *(index.AutocompleteField(name) for name in STREAMS),
    ]
    parent_page_types = ["home.HomePage", "pages.SectionPage"]
    subpage_types: list[str] = []
    page_description = _("En lista att bocka av, till exempel introduktionen för den som är ny.")

    class Meta:
        verbose_name = _("kurs med checklista")
        verbose_name_plural = _("kurser med checklista")

    @property
    def keys(self) -> set[uuid.UUID]:
        """What its items are known by; one that has never been saved has no key yet."""
        return {uuid.UUID(item.id) for item in self.items if item.id}

    def finished(self) -> int:
        """How many people have ticked every item that is there now."""
        keys = self.keys
        ticked = CourseTick.objects.of(self).filter(item__in=keys, user__is_active=True)
        done = ticked.values("user").annotate(items=Count("item", distinct=True)).filter(items=len(keys))
        return done.count() if keys else 0

    def done_by(self, user: User) -> set[uuid.UUID]:
        """What she has ticked of what is there now."""
        ticks = access.scope(user, CourseTick.objects.of(self).filter(user=user))
        return set(ticks.values_list("item", flat=True)) & self.keys

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        """With what the one who reads has done, if she is signed in; never where editors look beforehand."""
        has_boxes = request.user.is_authenticated and not getattr(request, "is_preview", False)
        done = self.done_by(request.user) if isinstance(request.user, User) and has_boxes else set()
        context = super().get_context(request, *args, **kwargs)
        return {**context, "has_boxes": has_boxes, "done": {str(key) for key in done}}
