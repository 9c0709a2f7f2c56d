"""What payroll has said of a substitute: what she was paid in a month, and her employment there.

Rows are written by payroll/importing alone. What a sum was before it was put right stands in the history.
"""

from datetime import date
from typing import Any, Self

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from payroll.models.facts_import import FactsImport
from people.models import Substitute
from people.models.identified import Identified


def _sum(label: Any, *, optional: bool = True) -> "models.DecimalField[Any, Any]":  # noqa: ANN401 (text to be translated)
    """Kronor, or hours: two decimals, never below zero. None is that payroll did not say."""
    return models.DecimalField(
        label, max_digits=9, decimal_places=2, null=optional, blank=optional, validators=[MinValueValidator(0)]
    )


class MonthlyPay(Identified):
    """What she was paid for a month, in kronor before tax, by one employment (or all, if the file does not say)."""

    substitute = models.ForeignKey(Substitute, models.PROTECT, related_name="monthly_pay", verbose_name=_("vikarie"))
    month = models.DateField(_("månad"), help_text="Its first day.")
    reference = models.CharField(_("anställningens id i lönesystemet"), max_length=60, blank=True)
    gross = _sum(_("lön före skatt"), optional=False)
    hourly_pay = _sum(_("timlön"))
    holiday_pay = _sum(_("semesterersättning"))
    overtime_pay = _sum(_("övertidsersättning"))
    additional_pay = _sum(_("mertidsersättning"))
    ob_pay = _sum(_("ob-tillägg"))
    on_call_pay = _sum(_("jourersättning"))
    sick_pay = _sum(_("sjuklön"))
    overtime_hours = _sum(_("övertid, timmar"))
    additional_hours = _sum(_("mertid, timmar"))
    absence_hours = _sum(_("frånvaro, timmar"))
    source = models.ForeignKey(FactsImport, models.PROTECT, related_name="+", verbose_name=_("inläst ur"))
    read_at = models.DateTimeField(_("inläst"))

    class Meta:
        verbose_name = _("lön för en månad")
        verbose_name_plural = _("löner per månad")
        constraints = [
            models.UniqueConstraint(
                name="one_pay_of_a_month_and_employment", fields=["substitute", "month", "reference"]
            ),
            models.CheckConstraint(name="a_month_is_its_first_day", condition=Q(month__day=1)),
            models.CheckConstraint(name="nobody_is_paid_less_than_nothing", condition=Q(gross__gte=0)),
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"


class EmploymentFactsQuerySet(models.QuerySet["EmploymentFacts"]):
    """Questions to the employments."""

    def begun_by(self, day: date) -> Self:
        """Those that had begun: first those that went on that day, each kind with the latest first."""
        goes_on = Q(until=None) | Q(until__gte=day)
        return self.filter(since__lte=day).alias(over=~goes_on).order_by("over", "-since", "pk")


class EmploymentFacts(Identified):
    """An employment of hers, by the payroll system's own id of it."""

    substitute = models.ForeignKey(Substitute, models.PROTECT, related_name="employments", verbose_name=_("vikarie"))
    reference = models.CharField(_("anställningens id i lönesystemet"), max_length=60)
    form = models.CharField(_("anställningsform"), max_length=100)
    title = models.CharField(_("befattning"), max_length=100, blank=True)
    since = models.DateField(_("anställd från"))
    until = models.DateField(_("anställd till"), null=True, blank=True)
    hourly_pay = _sum(_("timlön"))
    percent = _sum(_("sysselsättningsgrad"))
    end_reason = models.CharField(_("varför anställningen slutade"), max_length=100, blank=True)
    source = models.ForeignKey(FactsImport, models.PROTECT, related_name="+", verbose_name=_("inläst ur"))
    read_at = models.DateTimeField(_("inläst"))

    objects = EmploymentFactsQuerySet.as_manager()

    class Meta:
        verbose_name = _("anställning enligt lönesystemet")
        verbose_name_plural = _("anställningar enligt lönesystemet")
        constraints = [
            models.UniqueConstraint(name="one_employment_of_a_reference", fields=["substitute", "reference"]),
            models.CheckConstraint(
                name="an_employment_is_not_backwards", condition=Q(until=None) | Q(until__gte=F("since"))
            ),
            models.CheckConstraint(name="an_employment_is_known_by_something", condition=~Q(reference="")),
        ]

    def __str__(self) -> str:
        return f"{self.form} {self.since}"
