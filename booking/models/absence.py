"""Time when a substitute is away, whatever she has said of it before."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from booking.period import Period
from people.models import Substitute
from people.models.identified import Identified
from people.models.spans import Span


class AbsenceQuerySet(models.QuerySet["Absence"]):
    """Questions to the absences."""

    def touching(self, span: Span) -> Self:
        """Those that share a moment with the span."""
        return self.filter(starts__lt=span.ends, ends__gt=span.starts)

    def until_said(self, substitute: Substitute, *, now: datetime) -> Self:
        """Those of hers that she ends herself, and that are not over."""
        return self.filter(substitute=substitute, kind=Absence.Kind.UNTIL_SAID, ends__gt=now)


class Absence(Identified):
    """She cannot be booked over the span. Why is kept nowhere: only how it ends."""

    class Kind(models.TextChoices):
        UNTIL_SAID = "until_said", _("tills vikarien säger till")
        SET_DAYS = "set_days", _("bestämda dagar")

    substitute = models.ForeignKey(Substitute, models.CASCADE, related_name="absences", verbose_name=_("vikarie"))
    kind = models.CharField(_("slag"), max_length=10, choices=Kind)
    starts = models.DateTimeField(_("från"))
    ends = models.DateTimeField(_("till"))
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("noterad av")
    )
    noted_at = models.DateTimeField(_("noterad"))

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("frånvaro")
        verbose_name_plural = _("frånvaro")
        constraints = [models.CheckConstraint(name="absence_is_not_empty", condition=Q(ends__gt=F("starts")))]
        indexes = [models.Index(fields=["substitute", "starts", "ends"], name="absence_of_substitute")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.starts:%Y-%m-%d %H:%M}"

    @property
    def period(self) -> Period:
        """The time away."""
        return Period(self.starts, self.ends)
