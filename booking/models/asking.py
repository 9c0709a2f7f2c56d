"""That people are being asked of an order, some at a time, until somebody has it."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from booking.models.order import Order
from booking.models.policy import Policy
from people.models.identified import Identified


class AskingQuerySet(models.QuerySet["Asking"]):
    """Questions to the askings."""

    def running(self) -> Self:
        """Those that nobody and nothing has ended."""
        return self.filter(ended_at=None)

    def due(self, *, now: datetime) -> Self:
        """Those whose next wave is to go, or whose answers are to be decided on."""
        return self.running().filter(Q(next_wave_at__lte=now) | Q(decide_at__lte=now))


class Asking(Identified):
    """One drive of enquiries in waves for one round of an order."""

    order = models.ForeignKey(Order, models.CASCADE, related_name="askings", verbose_name=_("beställning"))
    round = models.PositiveSmallIntegerField(_("omgång"))
    mode = models.CharField(_("sätt"), max_length=10, choices=Policy.Mode)
    wave_size = models.PositiveSmallIntegerField(_("tillfrågade åt gången"))
    waves = models.PositiveSmallIntegerField(_("utskick"), default=0)
    chosen_only = models.BooleanField(default=False, help_text="Only those queued by name, and nobody besides.")
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("startad av")
    )
    started_at = models.DateTimeField(_("startad"))
    next_wave_at = models.DateTimeField(_("nästa utskick"), null=True, blank=True)
    decide_at = models.DateTimeField(_("avgörs"), null=True, blank=True)
    ended_at = models.DateTimeField(_("avslutad"), null=True, blank=True)
    exhausted_at = models.DateTimeField(_("alla tillfrågade"), null=True, blank=True)

    objects = AskingQuerySet.as_manager()

    class Meta:
        verbose_name = _("frågeomgång")
        verbose_name_plural = _("frågeomgångar")
        constraints = [
            models.UniqueConstraint(name="one_running_asking_per_order", fields=["order"], condition=Q(ended_at=None))
        ]
        indexes = [models.Index(fields=["next_wave_at"], name="asking_due", condition=Q(ended_at=None))]

    def __str__(self) -> str:
        return f"{self.order} omgång {self.round}"
