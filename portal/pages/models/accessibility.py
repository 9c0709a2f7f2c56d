"""The accessibility statement: all parts that the law asks for, each from a field.

Lag (2018:1937) om tillgänglighet till digital offentlig service, 13–17 §§, and Digg's MDFFS 2019:2.
"""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from portal.pages.deficiencies import DeficiencyBlock, Reason
from portal.pages.models.page import PortalPage

WRITTEN = ("service", "helped_by", "tested_how")
NOTIFY_DIGG = "https://www.digg.se/tdosanmalan"
THE_LAW = "https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling/lag-20181937-om-tillganglighet-till-digital_sfs-2018-1937/"


class AccessibilityStatementPage(PortalPage):
    """What works for everybody, what does not, and what to do then."""

    class Compliance(models.TextChoices):
        FULL = "full", _("helt förenlig")
        PARTLY = "partly", _("delvis förenlig")
        NOT = "not", _("inte förenlig")

    class Tested(models.TextChoices):
        OURSELVES = "ourselves", _("Vi har prövat själva.")
        OTHERS = "others", _("Någon utanför kommunen har prövat åt oss.")
        BOTH = "both", _("Vi har prövat själva, och någon utanför kommunen har prövat åt oss.")

    service = models.CharField(
        _("vad den gäller"), max_length=200, help_text=_("Tjänstens namn och adress, och vad som ingår.")
    )
    compliance = models.CharField(
        _("hur tillgänglig den är"),
        max_length=10,
        choices=Compliance,
        default=Compliance.PARTLY,
        help_text=_("Hur väl kraven i lagen är uppfyllda."),
    )
    deficiencies = StreamField(
        [("deficiency", DeficiencyBlock())],
        blank=True,
        max_num=30,
        verbose_name=_("det som inte fungerar"),
        help_text=_("En rad för varje brist, med skäl och när den ska vara åtgärdad."),
    )
    tested_by = models.CharField(
        _("vem som har prövat"),
        max_length=10,
        choices=Tested,
        default=Tested.OURSELVES,
        help_text=_("Ni själva, eller någon utanför."),
    )
    tested_how = models.TextField(
        _("hur ni har prövat"), max_length=600, help_text=_("Vilka verktyg och hjälpmedel ni har använt.")
    )
    assessed_on = models.DateField(
        _("senast bedömd"), help_text=_("Dagen då ni senast prövade portalen. Gör det minst en gång om året.")
    )
    launched_on = models.DateField(_("tjänsten publicerades"), help_text=_("Dagen då portalen först blev öppen."))
    answers_within = models.PositiveSmallIntegerField(
        _("svar inom, i vardagar"),
        default=2,
        validators=[MinValueValidator(1), MaxValueValidator(20)],
        help_text=_("Så snart svarar ni den som säger till om en brist."),
    )
    helped_by = models.TextField(
        _("hjälp på annat sätt"),
        max_length=600,
        help_text=_("Hur den som inte kan använda en sida får innehållet ändå, till exempel uppläst eller på papper."),
    )

    content_panels = [
        *PortalPage.content_panels,
        FieldPanel("service"),
        FieldPanel("compliance"),
        FieldPanel("deficiencies"),
        MultiFieldPanel([FieldPanel("tested_by"), FieldPanel("tested_how")], heading=_("Så har ni prövat")),
        FieldRowPanel([FieldPanel("assessed_on"), FieldPanel("launched_on")]),
        MultiFieldPanel(
            [FieldPanel("contact"), FieldPanel("answers_within"), FieldPanel("helped_by")],
            heading=_("Säg till, och få hjälp"),
        ),
    ]
    promote_panels = PortalPage.promote_panels[:1]
    search_fields = [
        *PortalPage.search_fields,
        *(index.SearchField(name) for name in (*WRITTEN, "deficiencies")),
        *(index.AutocompleteField(name) for name in WRITTEN),
    ]
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    page_description = _("Tillgänglighetsredogörelsen, med alla delar som lagen kräver.")

    class Meta:
        verbose_name = _("tillgänglighetsredogörelse")
        verbose_name_plural = _("tillgänglighetsredogörelser")

    def clean(self) -> None:
        """The parts agree with each other, and there is somebody to tell."""
        super().clean()
        faults = dict(self._faults())
        if faults:
            raise ValidationError(faults)

    def _faults(self) -> Iterator[tuple[str, Any]]:
        today = timezone.localdate()  # noqa: TID251 (a form asks when it is sent)
        for name in ("assessed_on", "launched_on"):
            if (day := getattr(self, name)) and day > today:
                yield name, _("Dagen har inte varit än.")
        if self.contact is None or not (self.contact.phone or self.contact.email):
            yield "contact", _("Välj någon som man kan ringa eller mejla.")
        unmet = list(self.of_reason(Reason.NOT_YET))
        if self.compliance == self.Compliance.FULL and unmet:
            yield "compliance", _("Det finns brister kvar. Då är portalen bara delvis förenlig.")
        if self.compliance != self.Compliance.FULL and not self.deficiencies:
            yield "deficiencies", _("Skriv minst en brist, eller välj att portalen är helt förenlig.")
        days = [value["mended_by"] for value in unmet if value["mended_by"]]
        assessed: Any = self.assessed_on  # none as yet in a form that is half filled in
        if assessed and any(day <= assessed for day in days):
            yield "deficiencies", _("En brist skulle ha varit åtgärdad före den senaste bedömningen. Ändra dagen.")

    def of_reason(self, reason: str) -> Iterator[Any]:
        """The deficiencies that are there for that reason."""
        return (row.value for row in self.deficiencies if row.value["reason"] == reason)

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        """With the deficiencies in groups, in the order of the law; groups without any are left out."""
        context = super().get_context(request, *args, **kwargs)
        groups = [(label, list(self.of_reason(code))) for code, label in Reason.choices]
        return {
            **context,
            "groups": [(label, rows) for label, rows in groups if rows],
            "law": THE_LAW,
            "notify": NOTIFY_DIGG,
        }
