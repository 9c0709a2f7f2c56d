"""What stands above every page for a while."""

from collections.abc import Iterable
from datetime import datetime
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page

from portal.pages.links import WHOLE_ADDRESS
from portal.pages.said import ON_ENGLISH_PAGES
from portal.pages.visible import visible


class BannerQuerySet(models.QuerySet["Banner"]):
    """Questions to the banners."""

    def not_over(self, *, at: datetime) -> Self:
        """Those that stand at a moment or later, the latest first, with whether the page of each is open to all."""
        held = self.filter(Q(shows_until=None) | Q(shows_until__gt=at))
        leads_all = Exists(visible(Page.objects.filter(pk=OuterRef("page"))))
        return held.select_related("page").annotate(leads_all=leads_all).order_by("-shows_from", "-pk")

    def shown(self, *, at: datetime) -> list["Banner"]:
        """What stands above the pages at a moment: one of each kind, the one that came last. One query."""
        return Banner.standing(self.not_over(at=at), at=at)


class Banner(models.Model):
    """A few words above every page, from one moment to another."""

    class Kind(models.TextChoices):
        """What it is about, the most pressing first."""

        MOVING = "moving", _("Portalen flyttar")
        CAMPAIGN = "campaign", _("Kampanj")

    kind = models.CharField(
        _("sort"),
        max_length=10,
        choices=Kind,
        default=Kind.CAMPAIGN,
        help_text=_(
            "Bara en av varje sort visas åt gången, den som började senast. En flytt visas överallt, en kampanj bara "
            "på sidorna: den som ska svara på en förfrågan ser den först."
        ),
    )
    heading = models.CharField(_("rubrik"), max_length=60, help_text=_("Det viktigaste, med några ord."))
    text = models.CharField(_("text"), max_length=160, blank=True, help_text=_("En eller två korta meningar."))
    link_text = models.CharField(_("länkens text"), max_length=40, blank=True, help_text=_("Börja med ett verb."))
    heading_en = models.CharField(_("rubrik på engelska"), max_length=60, blank=True, help_text=ON_ENGLISH_PAGES)
    text_en = models.CharField(_("text på engelska"), max_length=160, blank=True, help_text=ON_ENGLISH_PAGES)
    link_text_en = models.CharField(
        _("länkens text på engelska"), max_length=40, blank=True, help_text=ON_ENGLISH_PAGES
    )
    page = models.ForeignKey(
        Page, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("sida i portalen")
    )
    address = models.CharField(
        _("adress utanför portalen"),
        max_length=300,
        blank=True,
        validators=[WHOLE_ADDRESS],
        help_text=_("Med https:// först. När portalen flyttar: den nya adressen."),
    )
    shows_from = models.DateTimeField(_("visas från"))
    shows_until = models.DateTimeField(
        _("visas till"), null=True, blank=True, help_text=_("Lämna tomt om den ska stå kvar tills du tar bort den.")
    )

    objects = BannerQuerySet.as_manager()
    leads_all: bool  # of `not_over`
    leads = True
    """Whether its page is for whoever reads."""

    panels = [
        FieldPanel("kind"),
        FieldPanel("heading"),
        FieldPanel("text"),
        MultiFieldPanel([FieldPanel("link_text"), FieldPanel("page"), FieldPanel("address")], heading=_("Länk")),
        MultiFieldPanel(
            [FieldPanel(f"{name}_en") for name in ("heading", "text", "link_text")], heading=_("På engelska")
        ),
        FieldRowPanel([FieldPanel("shows_from"), FieldPanel("shows_until")]),
    ]

    class Meta:
        verbose_name = _("banderoll")
        verbose_name_plural = _("banderoller")
        constraints = [
            models.CheckConstraint(
                name="banner_ends_after_it_starts", condition=Q(shows_until=None) | Q(shows_until__gt=F("shows_from"))
            )
        ]

    def __str__(self) -> str:
        return str(self.heading)

    def clean(self) -> None:
        """One way on at most, with words on it; and in order."""
        super().clean()
        if self.page and self.address:
            raise ValidationError({"address": gettext("Välj antingen en sida eller en adress.")})
        if self.kind == self.Kind.MOVING and not self.address:
            raise ValidationError({"address": gettext("Fyll i den nya adressen.")})
        if (self.page or self.address) and not self.link_text:
            raise ValidationError({"link_text": gettext("Skriv vad som ska stå på länken.")})
        begins: datetime | None = getattr(self, "shows_from", None)  # a form that lacks it is refused for that
        if begins and self.shows_until and self.shows_until <= begins:
            raise ValidationError({"shows_until": gettext("Visas till måste vara senare än visas från.")})

    @classmethod
    def standing(cls, latest_first: Iterable["Banner"], *, at: datetime) -> list["Banner"]:
        """Of these, what stands at a moment: one of each kind, the one that came last."""
        found: dict[str, Banner] = {}
        for banner in latest_first:
            if banner.shows_from <= at and (banner.shows_until is None or banner.shows_until > at):
                found.setdefault(banner.kind, banner)
        return [found[kind] for kind in cls.Kind if kind in found]

    @property
    def is_pressing(self) -> bool:
        """Whether it stands above the pages where people work too: a campaign would push an enquiry down."""
        return self.kind == self.Kind.MOVING

    @property
    def url(self) -> str:
        """Where it leads; empty if nowhere, or to a page that is not published or not for whoever reads."""
        if self.page is not None:
            return str(self.page.get_url() or "") if self.page.live and self.leads else ""
        return str(self.address)
