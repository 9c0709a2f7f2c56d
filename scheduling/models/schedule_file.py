"""A file from the schedule: read and shown before anything of it is done; afterwards only what came of it."""

from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified

KEPT_FOR = timedelta(hours=24)


class ScheduleFileQuerySet(models.QuerySet["ScheduleFile"]):
    """Questions to the files."""

    def open(self, *, now: datetime) -> Self:
        """Those that wait to be carried out."""
        return self.filter(applied_at=None, read_at__gt=now - KEPT_FOR)

    def carried_out(self) -> Self:
        """Those that have been, the latest first."""
        return self.filter(applied_at__isnull=False).order_by("-applied_at", "pk")

    def forgotten(self, *, now: datetime) -> Self:
        """Those that nobody carried out, and that hold people's times for too long."""
        return self.filter(applied_at=None, read_at__lte=now - KEPT_FOR)


class ScheduleFile(Identified):
    """What was read of a file. The rows are people's time: they go when it is carried out, or after a day."""

    filename = models.CharField(_("fil"), max_length=200)
    digest = models.CharField(max_length=64, help_text="SHA-256 of the file.")
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("läst av")
    )
    read_at = models.DateTimeField(_("läst"))
    facts: "models.JSONField[Any, Any]" = models.JSONField(default=list, help_text="As scheduling.formats.facts says.")
    applied_at = models.DateTimeField(_("genomförd"), null=True, blank=True)
    counts: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    refused: "models.JSONField[Any, Any]" = models.JSONField(
        default=list, help_text="Line and why, of each that was not read."
    )

    objects = ScheduleFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("fil från schemat")
        verbose_name_plural = _("filer från schemat")

    def __str__(self) -> str:
        return f"{self.filename} {self.read_at:%Y-%m-%d %H:%M}"
