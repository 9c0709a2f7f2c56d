"""What an area is expected to order, as it was counted at night; and who was asked for time on a day."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from people.models import Area, Occupation, Substitute
from people.models.identified import Identified


class Forecast(Identified):
    """The latest of an area. It is counted from what was known when a day began, at whatever hour that is done."""

    area = models.OneToOneField(Area, models.CASCADE, related_name="forecast", verbose_name=_("område"))
    day = models.DateField(_("räknad från"), help_text="What was placed before it is what was known.")
    counted_at = models.DateTimeField(_("räknad"))
    weighed_at = models.DateTimeField(_("jämförd med tiden"), help_text="When `short` of its days was counted.")
    accuracy = models.JSONField(default=dict, help_text="How it did lately: `backtest.Accuracy`; empty: not tried.")
    too_little = models.JSONField(default=list, help_text="Keys of occupations with too little history.")

    class Meta:
        verbose_name = _("prognos")
        verbose_name_plural = _("prognoser")

    def __str__(self) -> str:
        return f"{self.area} {self.day:%Y-%m-%d}"


class ForecastDayQuerySet(models.QuerySet["ForecastDay"]):
    """Questions to the days."""

    def of_areas(self) -> Self:
        """All occupations of each area together."""
        return self.filter(occupation=None)

    def short(self, first: date, last: date) -> Self:
        """Days of areas, from the first to the last, on which somebody is likely to lack or may lack."""
        return self.of_areas().filter(Q(short__gt=0) | Q(may_be_short__gt=0), day__range=(first, last))


class ForecastDay(Identified):
    """What a day is expected to have, of one occupation or of all together."""

    forecast = models.ForeignKey(Forecast, models.CASCADE, related_name="days")
    area = models.ForeignKey(Area, models.CASCADE, related_name="+", verbose_name=_("område"))
    occupation = models.ForeignKey(
        Occupation, models.CASCADE, null=True, blank=True, related_name="+", help_text="None: all of them."
    )
    day = models.DateField(_("dag"))
    expected = models.FloatField(_("väntas"), help_text="Orders in all, placed ones among them.")
    low = models.PositiveIntegerField(null=True, help_text="One day in ten has fewer; nothing: too little is tried.")
    high = models.PositiveIntegerField(null=True, help_text="One day in ten has more.")
    short = models.PositiveIntegerField(_("fattas"), default=0, help_text="Of a whole area: orders nobody is left for.")
    may_be_short = models.PositiveIntegerField(
        _("kan fattas"), default=0, help_text="The same if it is as many as high."
    )
    why = models.JSONField(default=dict, help_text="sort, usual, placed, to_come, lately: what it follows from.")

    objects = ForecastDayQuerySet.as_manager()

    class Meta:
        verbose_name = _("dag i prognosen")
        verbose_name_plural = _("dagar i prognosen")
        constraints = [
            models.UniqueConstraint(
                name="one_forecast_of_an_area_s_day", fields=["area", "day"], condition=Q(occupation=None)
            ),
            models.UniqueConstraint(
                name="one_forecast_of_an_occupation_s_day",
                fields=["area", "occupation", "day"],
                condition=Q(occupation__isnull=False),
            ),
            models.CheckConstraint(name="a_forecast_is_of_no_less_than_nothing", condition=Q(expected__gte=0)),
            models.CheckConstraint(name="what_a_day_ends_between_is_in_order", condition=Q(low__lte=F("high"))),
        ]
        indexes = [models.Index(fields=["area", "day"], name="forecast_of_area")]

    def __str__(self) -> str:
        return f"{self.area} {self.day:%Y-%m-%d}: {self.expected:.1f}"


class TimeAsked(Identified):
    """That somebody was asked, by a message to many, whether she has time on a day."""

    area = models.ForeignKey(Area, models.CASCADE, related_name="+", verbose_name=_("område"))
    day = models.DateField(_("dag"))
    substitute = models.ForeignKey(Substitute, models.CASCADE, related_name="+", verbose_name=_("vikarie"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("av"))
    asked_at = models.DateTimeField(_("tillfrågad"))
    command = models.UUIDField(help_text="The key of the form, which the message has too.")

    class Meta:
        verbose_name = _("fråga om tid")
        verbose_name_plural = _("frågor om tid")
        constraints = [
            models.UniqueConstraint(name="asked_for_time_once_by_a_form", fields=["command", "substitute"]),
        ]
        indexes = [models.Index(fields=["area", "day"], name="time_asked_of_area")]

    def __str__(self) -> str:
        return f"{self.substitute} {self.day:%Y-%m-%d}"
