"""A month of worked time that is closed: what was approved in it has gone to payroll."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified


class PayPeriodQuerySet(models.QuerySet["PayPeriod"]):
    """Questions to the periods."""

    def holding(self, day: date) -> Self:
        """The one that has the day, if it is closed."""
        return self.filter(first_day__lte=day, last_day__gte=day)


class PayPeriod(Identified):
    """From the first day to the last, both included, nobody changes what was worked, but by a row that says why.

    A shift belongs to the period of the day on which it began as booked.
    """

    first_day = models.DateField(_("från och med"), unique=True)
    last_day = models.DateField(_("till och med"))
    closed_at = models.DateTimeField(_("stängd"))
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("stängd av")
    )

    objects = PayPeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("löneperiod")
        verbose_name_plural = _("löneperioder")
        constraints = [
            models.CheckConstraint(name="pay_period_is_not_backwards", condition=Q(last_day__gte=F("first_day")))
        ]

    def __str__(self) -> str:
        return f"{self.first_day:%Y-%m-%d}–{self.last_day:%Y-%m-%d}"
