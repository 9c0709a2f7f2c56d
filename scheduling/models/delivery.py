"""What the schedule is told of a booked shift: one row for each thing that is said, which never becomes another."""

from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from booking.models import Booking
from people.models.identified import Identified


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    """Questions to what is told."""

    def due(self, *, now: datetime) -> Self:
        """Those to hand over now, the earliest said first."""
        return self.filter(status=Delivery.Status.PENDING, due_at__lte=now).order_by("due_at", "noticed_at", "version")

    def stuck(self, *, since: datetime) -> Self:
        """Those that were being handed over already at `since`, and of which nothing more is known."""
        return self.filter(status=Delivery.Status.SENDING, claimed_at__lt=since)

    def newest(self) -> Self:
        """What was last said of each shift."""
        last = Delivery.objects.filter(booking=OuterRef("booking")).order_by("-version").values("version")[:1]
        return self.filter(version=Subquery(last))

    def with_shifts(self) -> Self:
        """With what every list shows, the latest first."""
        rows = self.select_related("booking__substitute__user", "booking__order__workplace")
        return rows.order_by("-noticed_at", "-version", "pk")


class Delivery(Identified):
    """One version of what is said of a booking. Its key goes with it: the same key has the same content for ever."""

    class Status(models.TextChoices):
        FILE = "file", _("hämtas i fil")
        PENDING = "pending", _("väntar")
        SENDING = "sending", _("skickas")
        ACCEPTED = "accepted", _("mottaget")
        FAILED = "failed", _("kom inte fram")
        OVERTAKEN = "overtaken", _("ersatt av en senare")

    booking = models.ForeignKey(Booking, models.PROTECT, related_name="schedule_deliveries", verbose_name=_("bokning"))
    version = models.PositiveIntegerField(_("version"), help_text="From 0, by one; the SEQUENCE of its event.")
    is_off = models.BooleanField(_("avbokat"), default=False)
    content: "models.JSONField[Any, Any]" = models.JSONField(help_text="What is said; empty once she is erased.")
    mark = models.CharField(max_length=64, help_text="Another as soon as there is something else to say.")
    noticed_at = models.DateTimeField(_("upptäckt"))
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.PENDING)
    status_reason = models.CharField(_("varför"), max_length=200, blank=True)
    attempts = models.PositiveSmallIntegerField(_("försök"), default=0)
    due_at = models.DateTimeField(_("skickas tidigast"))
    claimed_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(_("mottaget"), null=True, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("besked till schemat")
        verbose_name_plural = _("besked till schemat")
        constraints = [
            models.UniqueConstraint(name="one_delivery_per_version_of_a_booking", fields=["booking", "version"])
        ]
        indexes = [
            models.Index(fields=["due_at"], name="delivery_due", condition=models.Q(status="pending")),
            models.Index(fields=["noticed_at"], name="delivery_noticed"),
        ]

    def __str__(self) -> str:
        return f"{self.booking_id}/{self.version}"
