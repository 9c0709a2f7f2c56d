"""Pages about workplaces. What is known of the place is in its own row, and is told from there alone."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from booking import codes
from booking.weeks import local_day
from people import access
from people.models import Workplace
from people.views.answers import secret
from portal.pages.blocks import BodyBlock, FactBlock
from portal.pages.editor_form import PortalPageForm
from portal.pages.models.page import PortalPage
from portal.pages.visible import visible_to

STREAMS = ("practical", "body")


class WorkplaceIndexPage(PortalPage):
    """Lists the workplaces, area by area."""

    asks_if_it_helped = False
    parent_page_types = ["home.HomePage", "pages.SectionPage"]
    subpage_types = ["pages.WorkplacePage"]
    max_count_per_parent = 1
    page_description = _("Listar arbetsplatserna, område för område.")

    class Meta:
        verbose_name = _("lista över arbetsplatser")
        verbose_name_plural = _("listor över arbetsplatser")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        """With the pages, by area and then by title; those that have lost their workplace last."""
        pages = visible_to(request, WorkplacePage.objects.child_of(self)).select_related("workplace__area")
        by_area = F("workplace__area__name").asc(nulls_last=True)
        listed = pages.defer("workplace__way_in").order_by(by_area, "title")
        return {**super().get_context(request, *args, **kwargs), "workplaces": listed}


class WorkplaceForm(PortalPageForm):
    """Whoever edits pages chooses among all workplaces."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if chosen := self.fields.get("workplace"):
            chosen.queryset = access.scope(self.for_user, Workplace.objects.order_by("name"), "view", "describe")


class WorkplacePage(PortalPage):
    """A workplace as somebody who comes there for the first time wants to read of it."""

    workplace = models.ForeignKey(
        Workplace,
        models.SET_NULL,
        null=True,
        related_name="pages",
        verbose_name=_("arbetsplats"),
        help_text=_("Adress, telefon, klädsel och hur man hittar hämtas från arbetsplatsen själv."),
    )
    practical = StreamField(
        [("fact", FactBlock(icon="list-ul", label=_("Bra att veta")))],
        blank=True,
        max_num=12,
        verbose_name=_("praktiskt"),
        help_text=_("Till exempel parkering, mat eller var man byter om. Aldrig koder eller nycklar."),
    )
    body = StreamField(
        BodyBlock(max_num=20, required=False),
        blank=True,
        verbose_name=_("innehåll"),
        help_text=_("Hur det är att jobba här. Alla kan läsa det, så skriv aldrig koder eller var nycklar finns."),
    )

    content_panels = [
        *PortalPage.content_panels,
        FieldPanel("workplace"),
        FieldPanel("practical"),
        FieldPanel("body"),
    ]
    search_fields = [
        *PortalPage.search_fields,
        *(index.SearchField(name) for name in STREAMS),
        *(index.AutocompleteField(name) for name in STREAMS),
    ]
    base_form_class = WorkplaceForm
    parent_page_types = ["pages.WorkplaceIndexPage"]
    subpage_types: list[str] = []
    page_description = _("En arbetsplats: hitta dit, klädsel och bra att veta. Koder visas bara för den som är bokad.")

    class Meta:
        verbose_name = _("arbetsplatssida")
        verbose_name_plural = _("arbetsplatssidor")

    def clean(self) -> None:
        """One page of each workplace, in each language."""
        super().clean()
        others = WorkplacePage.objects.filter(workplace=self.workplace, locale=self.locale_id).exclude(pk=self.pk)
        if self.workplace_id and others.exists():
            raise ValidationError({"workplace": _("Arbetsplatsen har redan en sida.")})

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        """With the codes and keys, for the one who is booked there and when it is time; never where editors look."""
        context = super().get_context(request, *args, **kwargs)
        place = None if getattr(request, "is_preview", False) else self.workplace
        told = {} if place is None else codes.at(place, request.user, now=context["now"])
        return {**context, **told, "today": local_day(context["now"])}

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """A page with codes on it is kept by nobody."""
        answer: HttpResponse = super().serve(request, *args, **kwargs)
        if (getattr(answer, "context_data", None) or {}).get("codes"):
            patch_cache_control(answer, private=True, no_store=True)
            return secret(answer)
        return answer
