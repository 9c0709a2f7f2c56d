"""The page with the paydays of the year."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.fields import StreamField
from wagtail.search import index

from booking.weeks import local_day
from portal.pages.blocks import BodyBlock
from portal.pages.models.page import PortalPage
from portal.pages.models.payday import Payday


class PaydayPage(PortalPage):
    """This year's paydays with the next one marked, and the next one also when it is in the new year."""

    body = StreamField(
        BodyBlock(max_num=20, required=False),
        blank=True,
        verbose_name=_("text efter tabellen"),
        help_text=_("Till exempel vad man gör om lönen inte stämmer."),
    )

    content_panels = [
        *PortalPage.content_panels,
        HelpPanel(_("Lönedagarna själva ändrar du under Lönedagar i menyn."), heading=_("Tabellen")),
        FieldPanel("body"),
    ]
    search_fields = [*PortalPage.search_fields, index.SearchField("body"), index.AutocompleteField("body")]
    parent_page_types = ["home.HomePage", "pages.StandardPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    page_description = _("Årets lönedagar, med den nästa utmärkt.")

    class Meta:
        verbose_name = _("lönekalender")
        verbose_name_plural = _("lönekalendrar")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        """With the year's paydays; those that have been are told apart, and so is the next."""
        context = super().get_context(request, *args, **kwargs)
        today = local_day(context["now"])
        paydays = list(Payday.objects.of_year(today.year))
        following = next((one for one in paydays if one.payday >= today), None)
        if following is None and (following := Payday.objects.coming(today=today).first()):
            paydays.append(following)
        return {**context, "today": today, "year": today.year, "paydays": paydays, "next_payday": following}
