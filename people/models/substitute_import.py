"""A file of substitutes, read and shown before anything of it is done."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified
from people.models.reading import ReadingSet

KEPT_FOR = timedelta(hours=24)


class SubstituteImportQuerySet(ReadingSet["SubstituteImport"]):
    """Questions to the imports."""

    kept_for = KEPT_FOR


class SubstituteImport(Identified):
    """What was read of the file. The rows are people: they go when they are carried out, the others after a day."""

    read_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("läst av"))
    read_at = models.DateTimeField(_("läst"))
    filename = models.CharField(_("fil"), max_length=200)
    rows = models.JSONField(default=list, help_text="One object per row of the file, by column, with its number.")
    ordered_at = models.DateTimeField(
        _("beställd"), null=True, blank=True, help_text="When it was given to the queue to carry out."
    )
    applied_at = models.DateTimeField(_("genomförd"), null=True, blank=True)
    outcome = models.JSONField(default=dict, help_text="How many rows were new, changed, alike and faulty.")

    objects = SubstituteImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import av vikarier")
        verbose_name_plural = _("importer av vikarier")

    def __str__(self) -> str:
        return f"{self.filename} {self.read_at:%Y-%m-%d %H:%M}"
