"""Sections: pages about the same thing, gathered."""

from typing import Any

from django.db.models import CharField, F, Value
from django.db.models.functions import Coalesce, NullIf
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageQuerySet, get_page_models
from wagtail.search import index

from portal.pages.blocks import BodyBlock
from portal.pages.models.page import PortalPage
from portal.pages.visible import visible_to


class SectionPage(PortalPage):
    """A part of the portal: a few words about it, and the pages that lie in it."""

    body = StreamField(
        BodyBlock(max_num=20, required=False),
        blank=True,
        verbose_name=_("text före listan"),
        help_text=_("Behövs sällan. Ingressen och listan räcker oftast."),
    )

    content_panels = [*PortalPage.content_panels, FieldPanel("body")]
    search_fields = [*PortalPage.search_fields, index.SearchField("body"), index.AutocompleteField("body")]
    asks_if_it_helped = False
    parent_page_types = ["home.HomePage", "pages.SectionPage"]
    page_description = _("Samlar sidor om samma sak, i den ordning du lägger dem.")

    class Meta:
        verbose_name = _("avdelning")
        verbose_name_plural = _("avdelningar")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        """With the pages that lie in it, in the order that editors put them."""
        inside = described(visible_to(request, self.get_children())).order_by("path")
        return {**super().get_context(request, *args, **kwargs), "inside": inside}


def described(pages: PageQuerySet) -> PageQuerySet:
    """Pages of any type with their `description`: one query, not one for each type."""
    intros = [F(f"{model._meta.model_name}__intro") for model in get_page_models() if issubclass(model, PortalPage)]
    written = NullIf(F("search_description"), Value(""))
    return pages.annotate(description=Coalesce(written, *intros, Value(""), output_field=CharField()))
