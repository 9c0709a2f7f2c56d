"""What a gateway says of what left."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified


class Receipt(Identified):
    """What a gateway says of a message, stored before it is applied: it may come before we know the number."""

    class Status(models.TextChoices):
        ACCEPTED = "accepted", _("skickat")
        DELIVERED = "delivered", _("framme")
        FAILED = "failed", _("kom inte fram")

    gateway = models.CharField(max_length=20)
    provider_id = models.CharField(max_length=80)
    status = models.CharField(_("status"), max_length=10, choices=Status)
    received_at = models.DateTimeField(_("kom in"))
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("kvitto")
        verbose_name_plural = _("kvitton")
        constraints = [
            models.UniqueConstraint(name="one_receipt_per_status", fields=["gateway", "provider_id", "status"])
        ]

    def __str__(self) -> str:
        return f"{self.gateway} {self.provider_id} {self.status}"
