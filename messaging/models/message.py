"""What left the house, to whom, and did it arrive."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from messaging.models.inbound import InboundMessage
from people.models.identified import Identified
from people.models.user import User


class Channel(models.TextChoices):
    """How a message travels."""

    SMS = "sms", _("sms")
    EMAIL = "email", _("e-post")
    PUSH = "push", _("avisering")


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
        """What the user has been told, once each and the latest first: also by no channel at all.

        What was overtaken is not there, unless a copy of it had left by then.
        """
        overtaken = Q(status=Message.Status.SUPPRESSED, silenced=False) & ~Q(address="")
        by_another_way = Message.objects.left().filter(copy_of=OuterRef("pk"))
        told = self.filter(recipient=user, discreet=False, due_at__lte=now, copy_of=None)
        return told.exclude(overtaken & ~Exists(by_another_way)).order_by("-posted_at", "-pk")

    def replies_to(self, number: str, *, since: datetime) -> Self:
        """What the portal has answered the number by itself after `since`."""
        return self.filter(in_reply_to__sender=number, posted_at__gt=since)

    def last_to(self, number: str, *, before: datetime) -> "Message | None":
        """The SMS that somebody who writes from the number saw last."""
        sent = self.left().filter(channel=Channel.SMS, address=number, sent_at__lte=before)
        return sent.order_by("-sent_at", "-posted_at").first()

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
    address = models.CharField(
        _("till"), max_length=254, help_text="E.164 number, e-mail address, or the key of a push subscription."
    )
    subject = models.CharField(_("ämne"), max_length=120, blank=True)
    body = models.TextField(_("text"))
    answerable = models.BooleanField(_("kan besvaras"), default=False)
    discreet = models.BooleanField(default=False, help_text="Not in the inbox, and its text is gone once it has left.")
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("skrivet av"),
        help_text="Who wrote it by hand; nobody if the portal did.",
    )
    in_reply_to = models.ForeignKey(
        InboundMessage, models.SET_NULL, null=True, blank=True, related_name="replies", verbose_name=_("svar på")
    )
    copy_of = models.ForeignKey(
        "self",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="copies",
        help_text="The same thing told by another channel: the inbox has it once.",
    )
    posted_at = models.DateTimeField(_("skapat"))
    due_at = models.DateTimeField(_("skickas tidigast"))
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.PENDING)
    status_reason = models.CharField(_("varför"), max_length=200, blank=True)
    attempts = models.PositiveSmallIntegerField(_("försök"), default=0)
    silenced = models.BooleanField(
        default=False, help_text="Stopped by a STOP from the number: the inbox still has it."
    )
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
            models.Index(fields=["address", "-sent_at"], name="message_to_address"),
        ]

    def __str__(self) -> str:
        return self.key
