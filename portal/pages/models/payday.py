"""When the hours of a month are paid, and by when they must be handed in."""

from datetime import date, timedelta
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from booking.calendar_days import red_days
from booking.offering import is_red
from portal.templatetags.times import clock, day

SATURDAY = 5
NEEDED = ("month", "hand_in_by", "payday")
SOON_ENOUGH = timedelta(days=100)
"""How long after a month has begun its hours must have been paid: later than that is a slip of the pen."""


class PaydayQuerySet(models.QuerySet["Payday"]):
    """Questions to the paydays."""

    def of_year(self, year: int) -> Self:
        """Those of a year, in order."""
        return self.filter(payday__year=year).order_by("payday")

    def coming(self, *, today: date) -> Self:
        """Today's and later, the nearest first."""
        return self.filter(payday__gte=today).order_by("payday")


class Payday(models.Model):
    """One month of work, the last moment to hand in its hours, and the day when they are paid."""

    month = models.DateField(
        _("arbetsmånad"), unique=True, help_text=_("Månaden då passen jobbades. Välj vilken dag som helst i den.")
    )
    hand_in_by = models.DateTimeField(
        _("lämna in senast"),
        help_text=_("Dag och klockslag då passen senast ska vara klara och attesterade, till exempel 3 juni 12.00."),
    )
    payday = models.DateField(
        _("lönedag"), unique=True, help_text=_("Dagen då pengarna kommer. Inte en lördag eller en röd dag.")
    )
    note = models.CharField(
        _("anmärkning"), max_length=120, blank=True, help_text=_("Till exempel: tidigare än vanligt på grund av helg.")
    )

    objects = PaydayQuerySet.as_manager()

    panels = [
        FieldPanel("month"),
        FieldRowPanel([FieldPanel("hand_in_by"), FieldPanel("payday")]),
        FieldPanel("note"),
    ]

    class Meta:
        verbose_name = _("lönedag")
        verbose_name_plural = _("lönedagar")
        ordering = ["payday"]
        constraints = [
            models.CheckConstraint(
                name="a_month_is_paid_after_it_begins", condition=models.Q(payday__gt=models.F("month"))
            )
        ]

    def __str__(self) -> str:
        return f"{self.month_name} {self.month.year}"

    @property
    def month_name(self) -> str:
        """maj"""
        return date_format(self.month, "F")

    @property
    def hand_in_words(self) -> str:
        """onsdag 3 juni 12.00"""
        return f"{day(self.hand_in_by)} {clock(self.hand_in_by)}"

    def clean(self) -> None:
        """A month is its first day; what comes after it is told in order."""
        super().clean()
        if not all(getattr(self, name) for name in NEEDED):
            return  # each says itself that it is missing
        self.month = self.month.replace(day=1)
        handed_in = localtime(self.hand_in_by).date()
        if handed_in < self.month:
            raise ValidationError({"hand_in_by": _("Dagen ligger före arbetsmånaden.")})
        if self.payday <= handed_in:
            raise ValidationError({"payday": _("Lönedagen måste komma efter sista dagen att lämna in.")})
        if self.payday - self.month > SOON_ENOUGH:
            raise ValidationError({"payday": _("Lönedagen ligger mer än tre månader efter arbetsmånaden.")})
        if self.payday.weekday() == SATURDAY or is_red(self.payday, red_days(self.payday.year)):
            raise ValidationError({"payday": _("Banken betalar inte ut på en lördag eller en röd dag.")})
