"""A file from the payroll system: read and shown before anything of it is done; afterwards only what came of it."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from payroll.models.facts_layout import FactsLayout
from people.models.identified import Identified

KEPT_FOR = timedelta(hours=24)


class FactsImportQuerySet(models.QuerySet["FactsImport"]):
    """Questions to the imports."""

    def open(self, *, now: datetime) -> Self:
        """Those that wait to be carried out."""
        return self.filter(applied_at=None, read_at__gt=now - KEPT_FOR)

    def carried_out(self) -> Self:
        """Those that have been, the latest first."""
        return self.filter(applied_at__isnull=False).order_by("-applied_at", "pk")

    def forgotten(self, *, now: datetime) -> Self:
        """Those that nobody carried out, and that hold people's pay for too long."""
        return self.filter(applied_at=None, read_at__lte=now - KEPT_FOR)


class FactsImport(Identified):
    """What was read of a file. The rows are people's pay: they go when it is carried out, or after a day."""

    layout = models.ForeignKey(FactsLayout, models.PROTECT, related_name="+", verbose_name=_("lönefil"))
    filename = models.CharField(_("fil"), max_length=200)
    digest = models.CharField(max_length=64, help_text="SHA-256 of the file, by which the same one is known again.")
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("läst av")
    )
    read_at = models.DateTimeField(_("läst"))
    rows = models.JSONField(default=list, help_text="One object per row, as payroll.importing.reading says.")
    applied_at = models.DateTimeField(_("genomförd"), null=True, blank=True)
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("inläst av")
    )
    counts = models.JSONField(default=dict, help_text="How many were new, changed, alike and faulty.")

    objects = FactsImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("inläsning av löneuppgifter")
        verbose_name_plural = _("inläsningar av löneuppgifter")
        indexes = [models.Index(fields=["digest"], name="pay_file_seen_before")]

    def __str__(self) -> str:
        return f"{self.filename} {self.read_at:%Y-%m-%d %H:%M}"
