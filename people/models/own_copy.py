"""A person's own data, made into a file that she fetches."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified

KEPT_FOR = timedelta(days=7)


class OwnCopyQuerySet(models.QuerySet["OwnCopy"]):
    """Questions to the copies."""

    def waiting(self) -> Self:
        """Those that are being made."""
        return self.filter(made_at=None)

    def ready(self, *, now: datetime) -> Self:
        """Those that can be fetched."""
        return self.filter(made_at__gt=now - KEPT_FOR).exclude(file=None)

    def forgotten(self, *, now: datetime) -> Self:
        """Those that have lain for as long as they may."""
        return self.filter(made_at__lte=now - KEPT_FOR)


class OwnCopy(Identified):
    """What is kept of her, as she asked for it. The file is a zip, and goes after a week."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="own_copies")
    ordered_at = models.DateTimeField(_("beställd"))
    made_at = models.DateTimeField(_("klar"), null=True, blank=True)
    file = models.BinaryField(null=True, blank=True)

    objects = OwnCopyQuerySet.as_manager()

    class Meta:
        verbose_name = _("kopia av egna uppgifter")
        verbose_name_plural = _("kopior av egna uppgifter")
        constraints = [
            models.UniqueConstraint(name="one_own_copy_at_a_time", fields=["user"], condition=Q(made_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.ordered_at:%Y-%m-%d}"

    @property
    def last_fetched_by(self) -> datetime | None:
        """When it goes."""
        return self.made_at + KEPT_FOR if self.made_at else None
