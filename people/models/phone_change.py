"""Showing that a telephone is one's own."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified

VALID_FOR = timedelta(minutes=10)
TRIES = 5


class PhoneChangeQuerySet(models.QuerySet["PhoneChange"]):
    """Questions to the codes."""

    def open(self, *, now: datetime) -> Self:
        """Those that can still be written: neither old, nor used, nor guessed at too often."""
        return self.filter(closed_at=None, sent_at__gt=now - VALID_FOR, attempts__lt=TRIES)


class PhoneChange(Identified):
    """A code that has been sent to a number: whoever writes it has the telephone. The code itself is not kept."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="phone_changes", verbose_name=_("användare")
    )
    number = models.CharField(_("mobilnummer"), max_length=16)
    code_hash = models.CharField(max_length=64, help_text="HMAC-SHA256 of the row's key and the code, in hexadecimals.")
    sent_at = models.DateTimeField(_("skickad"))
    attempts = models.PositiveSmallIntegerField(_("försök"), default=0)
    closed_at = models.DateTimeField(
        null=True, blank=True, help_text="When it was written, called off, or replaced by another."
    )

    objects = PhoneChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("byte av mobilnummer")
        verbose_name_plural = _("byten av mobilnummer")
        constraints = [
            models.UniqueConstraint(name="one_code_at_a_time", fields=["user"], condition=Q(closed_at=None)),
        ]
        indexes = [models.Index(fields=["number", "sent_at"], name="codes_to_a_number")]

    def __str__(self) -> str:
        return f"{self.user}: {self.number}"

    @property
    def valid_until(self) -> datetime:
        """When the code no longer counts."""
        return self.sent_at + VALID_FOR
