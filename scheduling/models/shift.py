"""A shift as the schedule last said it."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from booking.models import RESOURCES, Kind
from booking.period import Period
from people.models import Substitute, Workplace
from people.models.identified import Identified
from people.models.spans import Span


class ShiftQuerySet(models.QuerySet["ScheduleShift"]):
    """Questions to the schedule."""

    def standing(self) -> Self:
        """Those that the schedule has not withdrawn."""
        return self.filter(withdrawn_at=None)

    def touching(self, span: Span) -> Self:
        """Those that share a moment with the span."""
        return self.filter(starts__lt=span.ends, ends__gt=span.starts)


class ScheduleShift(Identified):
    """Resource time by the schedule's own id. What may be used of it by now is said by her availability.

    `version` is how many times the schedule says that it has changed it, as far as it counts.
    """

    external_id = models.CharField(_("id i schemat"), max_length=120, unique=True)
    substitute = models.ForeignKey(
        Substitute,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="schedule_shifts",
        verbose_name=_("medarbetare"),
        help_text="Nobody, as all else may be nothing, where it was withdrawn before anything was said of it.",
    )
    kind = models.CharField(
        _("slag"),
        max_length=15,
        blank=True,
        choices=[(kind, label) for kind, label in Kind.choices if kind in RESOURCES],
    )
    starts = models.DateTimeField(_("från"), null=True, blank=True)
    ends = models.DateTimeField(_("till"), null=True, blank=True)
    gives_time = models.BooleanField(_("ger tid i tidbanken"), default=False)
    workplaces = models.ManyToManyField(Workplace, blank=True, related_name="+", verbose_name=_("arbetsplatser"))
    version = models.PositiveIntegerField(_("version"), default=0)
    said_at = models.DateTimeField(_("senast ändrat"))
    withdrawn_at = models.DateTimeField(_("borttaget"), null=True, blank=True)

    objects = ShiftQuerySet.as_manager()

    class Meta:
        verbose_name = _("pass i schemat")
        verbose_name_plural = _("pass i schemat")
        constraints = [
            models.CheckConstraint(
                name="a_schedule_shift_ends_after_it_starts", condition=Q(ends=None) | Q(ends__gt=F("starts"))
            ),
            models.CheckConstraint(
                name="a_standing_schedule_shift_is_whole",
                condition=Q(withdrawn_at__isnull=False)
                | Q(substitute__isnull=False, starts__isnull=False, ends__isnull=False, kind__in=RESOURCES),
            ),
            models.CheckConstraint(name="a_schedule_shift_has_an_id", condition=~Q(external_id="")),
        ]
        indexes = [models.Index(fields=["substitute", "starts"], name="schedule_of_substitute")]

    def __str__(self) -> str:
        return self.external_id

    @property
    def period(self) -> Period | None:
        """When it is; nothing of one that was withdrawn unheard."""
        return Period(self.starts, self.ends) if self.starts and self.ends else None
