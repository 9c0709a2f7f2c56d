"""Who did what, when and why: our own log, which knows the area so that it never tells another area's story."""

from collections.abc import Collection
from typing import Any, Self

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import BaseLogEntry, BaseLogEntryManager, LogEntryQuerySet

from people.models.workplace import Area


class HistoryQuerySet(LogEntryQuerySet):
    """Questions to the history."""

    def for_instance(self, instance: models.Model) -> Self:
        """What happened to this row."""
        kind = ContentType.objects.get_for_model(instance, for_concrete_model=False)
        return self.filter(content_type=kind, object_id=str(instance.pk))

    def of(self, instance: models.Model) -> Self:
        """What happened to this row, the latest first."""
        return self.for_instance(instance).order_by("-timestamp", "-id")

    def of_models(self, kinds: Collection[type[models.Model]]) -> Self:
        """What happened to the rows of some tables, the latest first."""
        types = ContentType.objects.get_for_models(*kinds, for_concrete_models=False).values()
        return self.filter(content_type__in=types).order_by("-timestamp", "-id")


class HistoryManager(BaseLogEntryManager.from_queryset(HistoryQuerySet)):  # type: ignore[misc]  # untyped base
    """Shows a user those of her own areas only."""

    def get_queryset(self) -> HistoryQuerySet:
        """Wagtail's manager answers with its own, whatever it was made from."""
        return HistoryQuerySet(self.model, using=self._db)

    def get_instance_title(self, instance: models.Model) -> str:
        """The kind of row alone: a label outlives the erasure of a person."""
        return str(instance._meta.verbose_name)

    def viewable_by_user(self, user: Any) -> "HistoryQuerySet":  # noqa: ANN401 (Wagtail's signature)
        """The entries of her areas."""
        from people import access  # noqa: PLC0415 (access scopes this model too)

        return access.scope(user, self.get_queryset(), "view")

    def for_instance(self, instance: models.Model) -> "HistoryQuerySet":
        """What happened to this row."""
        return self.get_queryset().for_instance(instance)


class HistoryEntry(BaseLogEntry):
    """One thing done to one domain row."""

    object_id = models.CharField(_("objekt"), max_length=64, db_index=True)
    area = models.ForeignKey(Area, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("område"))

    objects = HistoryManager()

    class Meta(BaseLogEntry.Meta):
        verbose_name = _("händelse")
        verbose_name_plural = _("händelser")

    def __str__(self) -> str:
        return f"{self.action} {self.label}"
