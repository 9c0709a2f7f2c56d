"""What came in, and the numbers that want nothing more."""

from collections.abc import Iterable
from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified


class InboundQuerySet(models.QuerySet["InboundMessage"]):
    """Questions to what came in."""

    def waiting(self) -> Self:
        """Those that a person must read and nobody has, the oldest first."""
        return self.filter(needs_reader=True, settled_at=None).order_by("received_at", "pk")

    def read_since(self, moment: datetime) -> Self:
        """Those that a person had to read and somebody has since then, the latest first."""
        return self.filter(needs_reader=True, settled_at__gte=moment).order_by("-settled_at", "pk")

    def from_number(self, number: str, *, since: datetime) -> Self:
        """What the number sent after `since`."""
        return self.filter(sender=number, received_at__gt=since)


class InboundMessage(Identified):
    """What came in, stored before it is understood."""

    gateway = models.CharField(max_length=20)
    provider_id = models.CharField(max_length=80)
    sender = models.CharField(_("från"), max_length=16)
    body = models.TextField(_("text"))
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Who wrote it in the portal, signed in; nobody if it came by SMS.",
    )
    in_answer_to = models.ForeignKey(
        "messaging.Message", models.SET_NULL, null=True, blank=True, related_name="answers", verbose_name=_("svar på")
    )
    received_at = models.DateTimeField(_("kom in"))
    handled_at = models.DateTimeField(_("tolkat"), null=True, blank=True)
    outcome = models.CharField(_("blev"), max_length=200, blank=True)
    needs_reader = models.BooleanField(_("ska läsas"), default=False, help_text="A person must read it.")
    settled_at = models.DateTimeField(_("läst"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("läst av")
    )

    objects = InboundQuerySet.as_manager()

    class Meta:
        verbose_name = _("inkommet sms")
        verbose_name_plural = _("inkomna sms")
        constraints = [
            models.UniqueConstraint(name="one_inbound_per_provider_id", fields=["gateway", "provider_id"]),
            models.CheckConstraint(
                name="an_inbound_is_settled_when_it_says_when", condition=Q(settled_by=None) | ~Q(settled_at=None)
            ),
        ]
        indexes = [
            models.Index(fields=["sender", "-received_at"], name="inbound_from_sender"),
            models.Index(
                fields=["received_at"], name="inbound_waiting", condition=Q(needs_reader=True, settled_at=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gateway} {self.provider_id}"


class SilencedQuerySet(models.QuerySet["Silenced"]):
    """Questions to the numbers that have said STOP."""

    def among(self, numbers: Iterable[str]) -> set[str]:
        """Those of the numbers that have said it."""
        return set(self.filter(number__in=set(numbers)).values_list("number", flat=True))


class Silenced(Identified):
    """A number that has said STOP, until it says START. It is the number that is silent, whoever has it."""

    number = models.CharField(_("nummer"), max_length=16, unique=True)
    since = models.DateTimeField(_("sedan"))

    objects = SilencedQuerySet.as_manager()

    class Meta:
        verbose_name = _("nummer som stoppat sms")
        verbose_name_plural = _("nummer som stoppat sms")

    def __str__(self) -> str:
        return self.number
