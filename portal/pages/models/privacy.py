"""How the portal uses what it knows of people: the parts that the data protection regulation asks for (articles 13–14).

How long things are kept is no field: it is drawn from what takes them away (`in_force.retention`).
"""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from portal.pages.blocks import SHORT_TEXT
from portal.pages.in_force import retention
from portal.pages.models.contact import TELEPHONE_NUMBER, WRITE_DIGITS
from portal.pages.models.page import PortalPage
from portal.pages.purposes import PlanBlock, PurposeBlock

COMPLAIN = "https://www.imy.se/"
WRITTEN = ("purposes", "receivers", "rights", "plan")


class PrivacyPage(PortalPage):
    """Who answers for it, what it is for, who sees it, how long it is kept, and what one may ask for."""

    controller = models.CharField(
        _("personuppgiftsansvarig"), max_length=120, help_text=_("Nämnden som svarar för uppgifterna.")
    )
    officer = models.CharField(_("dataskyddsombud"), max_length=120, help_text=_("Namn eller funktion."))
    officer_email = models.EmailField(_("ombudets e-post"), help_text=_("Dit frågor om uppgifterna skickas."))
    officer_phone = models.CharField(
        _("ombudets telefon"),
        max_length=20,
        blank=True,
        validators=[RegexValidator(TELEPHONE_NUMBER, WRITE_DIGITS)],
        help_text=_("Med siffror, till exempel 0980-319 270."),
    )
    purposes = StreamField(
        [("purpose", PurposeBlock())],
        max_num=15,
        verbose_name=_("vad uppgifterna är till för"),
        help_text=_("En rad för varje ändamål, med vilka uppgifter och vilken rättslig grund."),
    )
    receivers = RichTextField(
        _("vem som ser dem"),
        features=SHORT_TEXT,
        max_length=2000,
        help_text=_("Roller, och vilka andra som får uppgifter."),
    )
    outside = models.CharField(
        _("utanför EU"),
        max_length=200,
        help_text=_("Om uppgifter förs över till ett land utanför EU och EES."),
    )
    plan = StreamField(
        [("row", PlanBlock())],
        blank=True,
        max_num=20,
        verbose_name=_("kommunens plan"),
        help_text=_(
            "Det som portalen inte tar bort av sig själv: hur länge det sparas enligt dokumenthanteringsplanen."
        ),
    )
    rights = RichTextField(
        _("dina rättigheter"), features=SHORT_TEXT, max_length=2000, help_text=_("Vad man kan begära, och av vem.")
    )
    decides_alone = models.CharField(
        _("automatiska beslut"),
        max_length=250,
        help_text=_("Vad portalen bestämmer utan en människa, och hur man får det prövat."),
    )

    content_panels = [
        *PortalPage.content_panels,
        FieldPanel("controller"),
        MultiFieldPanel(
            [FieldPanel("officer"), FieldRowPanel([FieldPanel("officer_email"), FieldPanel("officer_phone")])],
            heading=_("Dataskyddsombud"),
        ),
        FieldPanel("purposes"),
        FieldPanel("receivers"),
        FieldPanel("outside"),
        FieldPanel("decides_alone"),
        HelpPanel(
            _("Tabellen över hur länge uppgifter sparas görs av portalens inställningar."), heading=_("Hur länge")
        ),
        FieldPanel("plan"),
        FieldPanel("rights"),
    ]
    search_fields = [
        *PortalPage.search_fields,
        *(index.SearchField(name) for name in WRITTEN),
        *(index.AutocompleteField(name) for name in WRITTEN),
    ]
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    page_description = _("Så använder portalen personuppgifter. Hur länge de sparas fylls i av sig självt.")

    class Meta:
        verbose_name = _("integritetssida")
        verbose_name_plural = _("integritetssidor")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        """With how long things are kept, as it is now."""
        context = super().get_context(request, *args, **kwargs)
        lines: dict[str, object] = {"by_itself": retention.BY_ITSELF, "when_erased": retention.WHEN_ERASED}
        lines |= {"decided": retention.decided()}
        return {**context, **lines, "swept_within": retention.swept_within(), "complain": COMPLAIN}
