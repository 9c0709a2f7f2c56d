"""What every page of the portal has in common."""

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import SimpleTemplateResponse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from portal.pages import addresses, audiences, cards, doors, heads, keeping, languages, navigation
from portal.pages.editor_form import PortalPageForm
from portal.pages.models.contact import Contact
from portal.pages.models.preview_sizes import PREVIEW_SIZES
from portal.pages.structured import Thing

CARE_PANEL = MultiFieldPanel([FieldPanel("keeper"), FieldPanel("review_by")], heading=_("Genomläsning"))


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
    settings_panels = [audiences.panel, CARE_PANEL, *Page.settings_panels]
    private_page_options: list[str] = []  # who reads is said by audiences, and there alone
    base_form_class = PortalPageForm
    preview_sizes = PREVIEW_SIZES
    search_fields = [*Page.search_fields, index.SearchField("intro"), index.AutocompleteField("intro")]

    class Meta:
        abstract = True

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """The page in its own language, in a frame in that of the address, whatever the browser prefers."""
        if kwargs.pop("sign_in_first", False):
            return doors.sign_in_first(request)
        spoken = languages.of_address(request.path_info)
        if spoken != self.locale.language_code and (translated := self.in_other_language(request)):
            return HttpResponseRedirect(translated)
        translation.activate(spoken)
        request.LANGUAGE_CODE = spoken
        with addresses.asked_once(request):
            with translation.override(self.locale.language_code):
                answer = super().serve(request, *args, **kwargs)
            made = answer.render() if isinstance(answer, SimpleTemplateResponse) else answer
        return keeping.same_for_all(made)

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Wagtail's own; not asked for when the door has seen that there are none."""
        if getattr(self, "is_without_restriction", False):
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    def in_other_language(self, request: HttpRequest) -> str:
        """The address of the same page in the other language; empty if there is none that she may read."""
        path = getattr(self, "path_in_other_language", None)
        return str(Page(url_path=path).get_url(request)) if path else ""

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        """With the moment, and the card of the one who answers for the page."""
        now = timezone.now()  # noqa: TID251 (Wagtail calls a page where others call a view)
        context = super().get_context(request, *args, **kwargs)
        card = cards.card(self.contact, at=now) if self.contact else None
        own = self.locale.language_code
        with translation.override(own):
            above = navigation.crumbs(self, request)
        translated = self.in_other_language(request)
        return {
            **context,
            "now": now,
            "card": card,
            "above": above,
            "head": heads.of(self, request, translated=translated, things=self.things(request, above, now)),
            "foreign": own if own != languages.of_address(request.path_info) else "",
        }

    def things(self, request: HttpRequest, above: list[Page], now: datetime) -> list[Thing]:
        """What search engines are told of it; a type of page adds its own to these."""
        return [heads.way_to(self, above, request)] if above else []

    @property
    def description(self) -> str:
        """For search engines, and under the title where pages are listed."""
        return self.search_description or self.intro
