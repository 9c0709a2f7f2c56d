"""What left the house, to whom, and did it arrive; and what came in."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified
from people.models.user import User


class Channel(models.TextChoices):
    """How a message travels."""

    SMS = "sms", _("sms")
    EMAIL = "email", _("e-post")


class MessageQuerySet(models.QuerySet["Message"]):
    """Questions to the outbox."""

    def due(self, *, now: datetime) -> Self:
        """Those to hand over now, the oldest first."""
        return self.filter(status=Message.Status.PENDING, due_at__lte=now).order_by("due_at", "pk")

    def left(self) -> Self:
        """Those that a channel has taken."""
        return self.filter(status__in=[Message.Status.ACCEPTED, Message.Status.DELIVERED])

    def stuck(self, *, since: datetime) -> Self:
        """Those that were being handed over already at `since`, and of which nothing more is known."""
        return self.filter(status=Message.Status.SENDING, claimed_at__lt=since)

    def in_inbox(self, user: User, *, now: datetime) -> Self:
        """What the user has been told, the latest first: also by no channel at all, but never what was overtaken."""
        overtaken = Q(status=Message.Status.SUPPRESSED) & ~Q(address="")
        told = self.filter(recipient=user, discreet=False, due_at__lte=now)
        return told.exclude(overtaken).order_by("-posted_at", "-pk")

    def unread(self) -> Self:
        """Those that the recipient has not seen in her inbox."""
        return self.filter(read_at=None)


class Message(Identified):
    """One message to one person by one channel. The row is the truth; the queue is only a nudge."""

    class Status(models.TextChoices):
        PENDING = "pending", _("väntar")
        SENDING = "sending", _("skickas")
        ACCEPTED = "accepted", _("skickat")
        DELIVERED = "delivered", _("framme")
        FAILED = "failed", _("kom inte fram")
        SUPPRESSED = "suppressed", _("stoppat")

    key = models.CharField(
        max_length=120, unique=True, help_text="What it tells, to whom: the same thing goes out once."
    )
    kind = models.CharField(max_length=40, help_text="<thing>.<event>, as the app that posted it names them.")
    about = models.CharField(max_length=80, blank=True, db_index=True, help_text="<model>:<key> of what it is about.")
    facts = models.JSONField(default=dict, help_text="What its kind needs to see whether it is still true.")
    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="outbox_messages")
    channel = models.CharField(_("väg"), max_length=10, choices=Channel)
    address = models.CharField(_("till"), max_length=254, help_text="E.164 number or e-mail address.")
    subject = models.CharField(_("ämne"), max_length=120, blank=True)
    body = models.TextField(_("text"))
    answerable = models.BooleanField(_("kan besvaras"), default=False)
    discreet = models.BooleanField(default=False, help_text="Not in the inbox, and its text is gone once it has left.")
    posted_at = models.DateTimeField(_("skapat"))
    due_at = models.DateTimeField(_("skickas tidigast"))
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.PENDING)
    status_reason = models.CharField(_("varför"), max_length=200, blank=True)
    attempts = models.PositiveSmallIntegerField(_("försök"), default=0)
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(_("skickat"), null=True, blank=True)
    gateway = models.CharField(max_length=20, blank=True, help_text="Who took it on, if receipts can come.")
    provider_id = models.CharField(max_length=80, blank=True, db_index=True)
    read_at = models.DateTimeField(_("läst"), null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("meddelande")
        verbose_name_plural = _("meddelanden")
        indexes = [
            models.Index(fields=["due_at"], name="message_due", condition=Q(status="pending")),
            models.Index(fields=["recipient", "-posted_at"], name="message_of_recipient"),
        ]

    def __str__(self) -> str:
        return self.key


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


class InboundMessage(Identified):
    """What came in, stored before it is understood."""

    gateway = models.CharField(max_length=20)
    provider_id = models.CharField(max_length=80)
    sender = models.CharField(_("från"), max_length=16)
    body = models.TextField(_("text"))
    received_at = models.DateTimeField(_("kom in"))
    handled_at = models.DateTimeField(_("tolkat"), null=True, blank=True)
    outcome = models.CharField(_("blev"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("inkommet sms")
        verbose_name_plural = _("inkomna sms")
        constraints = [models.UniqueConstraint(name="one_inbound_per_provider_id", fields=["gateway", "provider_id"])]

    def __str__(self) -> str:
        return f"{self.gateway} {self.provider_id}"


class Heartbeat(models.Model):
    """When the queue last did its rounds; its absence is what the health check sees."""

    name = models.CharField(max_length=40, primary_key=True)
    beat_at = models.DateTimeField()

    class Meta:
        verbose_name = _("livstecken")
        verbose_name_plural = _("livstecken")

    def __str__(self) -> str:
        return self.name
