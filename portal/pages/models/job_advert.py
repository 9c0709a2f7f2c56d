"""Employments that the municipality advertises itself. Shifts have nothing to do with them: they are in Lediga jobb."""

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager, PageQuerySet
from wagtail.search import index

from booking.weeks import local_day
from portal.pages import heads, structured
from portal.pages.blocks import BodyBlock
from portal.pages.links import WHOLE_ADDRESS
from portal.pages.models.contact import PersonBlock
from portal.pages.models.page import PortalPage
from portal.pages.structured import Thing
from portal.pages.visible import visible_to

GONE = 410


class Employment(models.TextChoices):
    """For how long somebody is employed, as the law calls it."""

    PERMANENT = "permanent", _("Tillsvidareanställning")
    STAND_IN = "stand_in", _("Vikariat")
    FIXED_TERM = "fixed_term", _("Särskild visstidsanställning")
    SEASONAL = "seasonal", _("Säsongsanställning")


class JobAdvertIndexPage(PortalPage):
    """Lists what can be applied for today."""

    asks_if_it_helped = False
    parent_page_types = ["home.HomePage", "pages.SectionPage"]
    subpage_types = ["pages.JobAdvertPage"]
    max_count_per_parent = 1
    page_description = _("Listar tjänster att söka. En tjänst försvinner dagen efter sista ansökningsdagen.")

    class Meta:
        verbose_name = _("tjänstelista")
        verbose_name_plural = _("tjänstelistor")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        """With the adverts that are open today, the one to hurry with first."""
        context = super().get_context(request, *args, **kwargs)
        adverts = visible_to(request, JobAdvertPage.objects.child_of(self)).open(on=local_day(context["now"]))
        return {**context, "adverts": adverts.order_by("apply_by", "title")}


class JobAdvertQuerySet(PageQuerySet):
    """Questions to the adverts. A day is Stockholm's."""

    def open(self, *, on: date) -> "JobAdvertQuerySet":
        """Those that can be applied for that day, the last one included."""
        return self.filter(apply_by__gte=on)

    def over(self, *, on: date) -> "JobAdvertQuerySet":
        """Those whose last day has passed."""
        return self.filter(apply_by__lt=on)


class JobAdvertPage(PortalPage):
    """An employment to apply for. The day after `apply_by` it is gone, without anybody's doing."""

    apply_by = models.DateField(_("sista ansökningsdag"), help_text=_("Dagen efter försvinner annonsen av sig själv."))
    workplace = models.CharField(
        _("arbetsplats eller område"), max_length=80, help_text=_("Till exempel Solgården eller Hemtjänst.")
    )
    address = models.CharField(
        _("adress"), max_length=160, blank=True, help_text=_("Där man arbetar. Lämna tomt om det är flera ställen.")
    )
    extent = models.CharField(_("omfattning"), max_length=60, help_text=_("Till exempel heltid, eller 75 procent."))
    employment = models.CharField(
        _("anställningsform"), max_length=20, choices=Employment, default=Employment.PERMANENT
    )
    starts = models.CharField(
        _("börjar"), max_length=60, blank=True, help_text=_("Till exempel 1 juni, eller när vi har kommit överens.")
    )
    body = StreamField(
        BodyBlock(max_num=20),
        verbose_name=_("om jobbet"),
        help_text=_("Vad man gör, och vad man behöver kunna."),
    )
    how_to_apply = models.CharField(
        _("så söker man"), max_length=250, blank=True, help_text=_("En eller två meningar. Vad ska vara med?")
    )
    apply_link = models.CharField(
        _("länk till ansökan"),
        max_length=300,
        blank=True,
        validators=[WHOLE_ADDRESS],
        help_text=_("Med https:// först."),
    )
    apply_email = models.EmailField(
        _("e-post för ansökan"), blank=True, help_text=_("Om man söker med e-post i stället.")
    )
    people = StreamField(
        [("person", PersonBlock())],
        blank=True,
        max_num=3,
        verbose_name=_("frågor om jobbet"),
        help_text=_("Den som kan berätta mer, till exempel chefen."),
    )

    objects = PageManager.from_queryset(JobAdvertQuerySet)()

    content_panels = [
        *PortalPage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("workplace"), FieldPanel("address")]),
                FieldRowPanel([FieldPanel("extent"), FieldPanel("employment")]),
                FieldRowPanel([FieldPanel("starts"), FieldPanel("apply_by")]),
            ],
            heading=_("I korthet"),
        ),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("how_to_apply"), FieldPanel("apply_link"), FieldPanel("apply_email")], heading=_("Ansökan")
        ),
        FieldPanel("people"),
    ]
    search_fields = [
        *PortalPage.search_fields,
        *(index.SearchField(name) for name in ("workplace", "body")),
        *(index.AutocompleteField(name) for name in ("workplace", "body")),
        index.FilterField("apply_by"),
    ]
    parent_page_types = ["pages.JobAdvertIndexPage"]
    subpage_types: list[str] = []
    page_description = _("En tjänst att söka, med sista ansökningsdag.")

    class Meta:
        verbose_name = _("tjänst")
        verbose_name_plural = _("tjänster")

    def clean(self) -> None:
        """Nobody applies without an address to apply to."""
        super().clean()
        if not self.apply_link and not self.apply_email:
            raise ValidationError({"apply_link": gettext("Fyll i en länk eller en e-postadress för ansökan.")})

    def is_open(self, *, on: date) -> bool:
        """Whether it can be applied for that day."""
        return on <= self.apply_by

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """The advert, or that the time is out: it was here, and will not come back."""
        answer = super().serve(request, *args, **kwargs)
        if not self._is_open_now():
            answer.status_code = GONE
        return answer

    def get_template(self, request: HttpRequest, *args: object, **kwargs: object) -> str:
        """The advert's, or the few words that are left of it."""
        return "pages/job_advert_page.html" if self._is_open_now() else "pages/job_advert_over.html"

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """None when it is over."""
        return super().get_sitemap_urls(request) if self._is_open_now() else []

    def _is_open_now(self) -> bool:
        return self.is_open(on=timezone.localdate())  # noqa: TID251 (Wagtail calls a page where others call a view)

    def things(self, request: HttpRequest, above: list[Page], now: datetime) -> list[Thing]:
        """With the employment, while it can be applied for."""
        told = super().things(request, above, now)
        if not self.is_open(on=local_day(now)):
            return told
        advert = structured.Job(
            title=self.title,
            text=self.description,
            posted=local_day(self.first_published_at or now),
            last_day=self.apply_by,
            employer=settings.MUNICIPALITY,
            place=self.address or self.workplace,
            address=heads.whole(self.get_url(request) or "/"),
            kinds=["OTHER" if self.employment == Employment.PERMANENT else "TEMPORARY"],
        )
        return [*told, structured.job(advert)]
