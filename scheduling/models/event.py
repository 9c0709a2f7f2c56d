"""A message from the scheduling system: stored first, by its own id, then understood."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified


class ScheduleEvent(Identified):
    """One message. What it said of people goes once it is understood; what came of each shift stays."""

    event_id = models.CharField(_("händelse"), max_length=120)
    digest = models.CharField(max_length=64, help_text="SHA-256 of what it said.")
    received_at = models.DateTimeField(_("kom"))
    facts: "models.JSONField[Any, Any]" = models.JSONField(default=list, help_text="As scheduling.formats.facts says.")
    handled_at = models.DateTimeField(_("inläst"), null=True, blank=True)
    counts: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    refused: "models.JSONField[Any, Any]" = models.JSONField(
        default=list, help_text="Line and why, of each that was not read."
    )

    class Meta:
        verbose_name = _("meddelande från schemat")
        verbose_name_plural = _("meddelanden från schemat")
        constraints = [models.UniqueConstraint(name="one_schedule_event_per_id", fields=["event_id"])]
        indexes = [
            models.Index(fields=["received_at"], name="schedule_event_unread", condition=models.Q(handled_at=None))
        ]

    def __str__(self) -> str:
        return self.event_id
