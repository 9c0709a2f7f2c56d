"""What every page of the portal has in common."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import SimpleTemplateResponse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from portal.pages import addresses, cards, keeping, navigation
from portal.pages.models.contact import Contact


class PortalPage(Page):
    """A page with an introduction and somebody who answers for it."""

    intro = models.CharField(
        _("ingress"), max_length=200, blank=True, help_text=_("En eller två korta meningar. Säg vad läsaren får veta.")
    )
    contact = models.ForeignKey(
        Contact,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ansvarig"),
        help_text=_("Den som svarar för innehållet. Visas som kontaktruta bredvid texten."),
    )

    asks_if_it_helped = True
    """Whether "Hjälpte informationen dig?" stands at its end; lists and the start page lead on instead."""

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("search_description"), FieldPanel("show_in_menus")],
            heading=_("Adress, sökning och meny"),
        ),
        FieldPanel("contact"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("intro"), index.AutocompleteField("intro")]

    class Meta:
        abstract = True

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """The page and its frame, in the page's own language whatever the browser prefers."""
        translation.activate(self.locale.language_code)
        request.LANGUAGE_CODE = self.locale.language_code
        with addresses.asked_once(request):
            answer = super().serve(request, *args, **kwargs)
            made = answer.render() if isinstance(answer, SimpleTemplateResponse) else answer
        return keeping.same_for_all(made)

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        """With the moment, and the card of the one who answers for the page."""
        now = timezone.now()  # noqa: TID251 (Wagtail calls a page where others call a view)
        context = super().get_context(request, *args, **kwargs)
        card = cards.card(self.contact, at=now) if self.contact else None
        return {**context, "now": now, "card": card, "above": navigation.crumbs(self, request)}

    @property
    def description(self) -> str:
        """For search engines, and under the title where pages are listed."""
        return self.search_description or self.intro
