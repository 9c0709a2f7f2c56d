"""Questions and answers."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing
from wagtail.search import index

from portal.pages import structured
from portal.pages.blocks import AnswerGroupBlock
from portal.pages.models.page import PortalPage
from portal.pages.structured import Thing

ON_START = 4
"""How many answers the start page has room for."""


class FAQPage(PortalPage):
    """Answers in groups, each with an address of its own."""

    groups = StreamField(
        [("group", AnswerGroupBlock())],
        max_num=12,
        verbose_name=_("grupper"),
        help_text=_("En grupp för varje ämne. Det som flest frågar om står först."),
    )

    content_panels = [*PortalPage.content_panels, FieldPanel("groups")]
    search_fields = [*PortalPage.search_fields, index.SearchField("groups"), index.AutocompleteField("groups")]
    parent_page_types = ["home.HomePage", "pages.SectionPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    page_description = _("Frågor och svar i grupper. Varje svar får en egen adress.")

    class Meta:
        verbose_name = _("frågor och svar")
        verbose_name_plural = _("frågor och svar")

    def things(self, request: HttpRequest, above: list[Page], now: datetime) -> list[Thing]:
        """With the questions and answers."""
        answers = [answer for group in self.groups for answer in group.value["answers"]]
        pairs = [(answer["question"], get_text_for_indexing(answer["answer"].source)) for answer in answers]
        return [*super().things(request, above, now), *([structured.answers(pairs)] if pairs else [])]

    def picks(self) -> list[Any]:
        """The answers that editors chose for the start page."""
        answers = [answer for group in self.groups for answer in group.value["answers"]]
        return [answer for answer in answers if answer["on_start"]][:ON_START]
