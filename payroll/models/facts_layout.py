"""How a file from the payroll system is to be read: which column holds what, and how it writes numbers and days."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified

COLUMN = "column_"
"""What the name of each field begins with that says where in the file something stands."""


def _column(label: Any, *, needed: bool = False, help_text: Any = "") -> "models.CharField[str, str]":  # noqa: ANN401 (text to be translated)
    """A heading of the file, or the number of the column, the first being 1; empty is not in the file."""
    return models.CharField(label, max_length=60, blank=not needed, help_text=help_text)


class FactsLayout(Identified):
    """One kind of file, as this municipality's payroll system writes it."""

    class Kind(models.TextChoices):
        PAY = "pay", _("lön per månad")
        EMPLOYMENT = "employment", _("anställningar")

    class PersonBy(models.TextChoices):
        EMPLOYEE_NUMBER = "employee_number", _("anställningsnummer")
        PERSONNUMMER = "personnummer", _("personnummer med tolv siffror")

    class DecimalSign(models.TextChoices):
        COMMA = ",", _("komma: 12 345,50")
        POINT = ".", _("punkt: 12345.50")

    class Days(models.TextChoices):
        ISO = "%Y-%m-%d", "2026-05-31"
        PLAIN = "%Y%m%d", "20260531"
        SHORT = "%y%m%d", "260531"
        POINTS = "%d.%m.%Y", "31.05.2026"
        SLASHES = "%d/%m/%Y", "31/05/2026"

    class Encoding(models.TextChoices):
        UTF8 = "utf-8", "UTF-8"
        LATIN = "cp1252", _("Windows-1252 eller Latin-1")
        UTF16 = "utf-16", "UTF-16"

    class Delimiter(models.TextChoices):
        SEMICOLON = ";", _("semikolon")
        COMMA = ",", _("komma")
        TAB = "tab", _("tabb")
        BAR = "|", _("lodstreck")

    class Twice(models.TextChoices):
        REFUSE = "refuse", _("stoppa raderna")
        ADD = "add", _("lägg ihop beloppen")

    name = models.CharField(_("namn"), max_length=60, unique=True)
    kind = models.CharField(_("vad filen innehåller"), max_length=10, choices=Kind, default=Kind.PAY)
    person_by = models.CharField(
        _("personen känns igen på"), max_length=15, choices=PersonBy, default=PersonBy.EMPLOYEE_NUMBER
    )
    has_headings = models.BooleanField(_("första raden är rubriker"), default=True)
    decimal_sign = models.CharField(_("decimaltecken"), max_length=1, choices=DecimalSign, default=DecimalSign.COMMA)
    days = models.CharField(_("dagar skrivs som"), max_length=8, choices=Days, default=Days.ISO)
    encoding = models.CharField(
        _("teckenkodning"), max_length=6, choices=Encoding, blank=True, help_text=_("Tomt: portalen känner efter.")
    )
    delimiter = models.CharField(
        _("skiljetecken"), max_length=3, choices=Delimiter, blank=True, help_text=_("Tomt: portalen känner efter.")
    )
    twice = models.CharField(
        _("två rader för samma person och månad"), max_length=6, choices=Twice, default=Twice.REFUSE
    )
    column_person = _column(
        _("personen"),
        needed=True,
        help_text=_("Här och nedanför: rubriken i filen, eller kolumnens nummer. Tomt: står inte i filen."),
    )
    column_month = _column(_("månad"))
    column_reference = _column(_("anställningens id"))
    column_gross = _column(_("lön före skatt"))
    column_hourly_pay = _column(_("timlön"))
    column_holiday_pay = _column(_("semesterersättning"))
    column_overtime_pay = _column(_("övertidsersättning"))
    column_additional_pay = _column(_("mertidsersättning"))
    column_ob_pay = _column(_("ob-tillägg"))
    column_on_call_pay = _column(_("jourersättning"))
    column_sick_pay = _column(_("sjuklön"))
    column_overtime_hours = _column(_("övertid, timmar"))
    column_additional_hours = _column(_("mertid, timmar"))
    column_absence_hours = _column(_("frånvaro, timmar"))
    column_form = _column(
        _("anställningsform"), help_text=_("Det här och följande finns bara i filer med anställningar.")
    )
    column_title = _column(_("befattning"))
    column_since = _column(_("anställd från"))
    column_until = _column(_("anställd till"))
    column_percent = _column(_("sysselsättningsgrad"))
    column_end_reason = _column(_("varför anställningen slutade"))

    class Meta:
        verbose_name = _("lönefil")
        verbose_name_plural = _("lönefiler")
        constraints = [
            models.CheckConstraint(
                name="a_layout_says_where_the_person_stands", condition=~Q(column_person="") & ~Q(name="")
            )
        ]

    def __str__(self) -> str:
        return self.name

    def column_of(self, key: str) -> str:
        """Where in the file it stands: a heading or a number; empty if it does not."""
        written: str = getattr(self, COLUMN + key)
        return written.strip()

    @classmethod
    def label_of(cls, key: str) -> str:
        """What it is called."""
        return str(cls._meta.get_field(COLUMN + key).verbose_name)  # type: ignore[union-attr]
