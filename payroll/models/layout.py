"""How the payroll system wants its file."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from payroll.paxml import LONGEST_COMPANY_NUMBER
from people.models.identified import Identified


class Layout(Identified):
    """A kind of file, its encoding, and what stands in it. Each run keeps what the layout was when it was made."""

    class Kind(models.TextChoices):
        PAXML = "paxml", _("PAXml 2.0")
        CSV = "csv", _("text med skiljetecken (CSV)")
        FIXED = "fixed", _("text med fast bredd")

    class Encoding(models.TextChoices):
        LATIN = "ISO-8859-1", "ISO-8859-1"
        UTF8 = "UTF-8", "UTF-8"

    class Separator(models.TextChoices):
        SEMICOLON = ";", _("semikolon")
        COMMA = ",", _("komma")
        TAB = "\t", _("tabb")
        BAR = "|", _("lodstreck")

    class LineEnd(models.TextChoices):
        CRLF = "\r\n", _("som i Windows (CRLF)")
        LF = "\n", _("som i Unix (LF)")

    class DecimalSign(models.TextChoices):
        COMMA = ",", _("komma")
        POINT = ".", _("punkt")

    name = models.CharField(_("namn"), max_length=60, unique=True)
    kind = models.CharField(_("slag"), max_length=10, choices=Kind)
    encoding = models.CharField(_("teckenkodning"), max_length=12, choices=Encoding, default=Encoding.LATIN)
    company = models.CharField(_("företagets id i lönesystemet"), max_length=20, blank=True)
    company_number = models.CharField(_("organisationsnummer"), max_length=LONGEST_COMPANY_NUMBER, blank=True)
    company_name = models.CharField(_("företagets namn"), max_length=80, blank=True)
    columns = models.JSONField(_("kolumner"), default=list, blank=True)
    separator = models.CharField(
        _("skiljetecken"), max_length=1, choices=Separator, default=Separator.SEMICOLON, blank=True
    )
    line_end = models.CharField(_("radslut"), max_length=2, choices=LineEnd, default=LineEnd.CRLF)
    decimal_sign = models.CharField(_("decimaltecken"), max_length=1, choices=DecimalSign, default=DecimalSign.COMMA)
    with_heading = models.BooleanField(_("rubriker på första raden"), default=False)
    always_quoted = models.BooleanField(_("citattecken om alla värden"), default=False)
    against_formulas = models.BooleanField(
        _("skydda mot formler"),
        default=False,
        help_text=_("Sätter ' före det som ett kalkylblad skulle räkna ut. Bara för filer som människor öppnar."),
    )

    class Meta:
        verbose_name = _("fil till lönesystemet")
        verbose_name_plural = _("filer till lönesystemet")

    def __str__(self) -> str:
        return self.name

    def kept(self) -> dict[str, Any]:
        """All that decides what its files look like, to be kept with a run."""
        names = [field.name for field in self._meta.concrete_fields if field.name not in {"id", "name"}]
        return {name: getattr(self, name) for name in names}
