"""What somebody says of the time that was worked on a shift: rows that never change but for being approved."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from booking.models.booking import Booking
from booking.period import Period
from people.models.identified import Identified


class WorkedTimeQuerySet(models.QuerySet["WorkedTime"]):
    """Questions to what was said."""

    def approved(self) -> Self:
        """What has been approved, the one that stands last."""
        return self.filter(attested_at__isnull=False).order_by("number")

    def latest_of(self, booking: Booking) -> "WorkedTime | None":
        """What was said last of the shift, by whomever."""
        return self.filter(booking=booking).order_by("-number").first()


class WorkedTime(Identified):
    """A statement of when a shift began and ended and how long its break was; or that nothing was worked.

    Of those that are approved the one with the highest number stands, and the booking's own time if there is none. The
    booking stays as it was contracted.
    """

    class Side(models.TextChoices):
        SUBSTITUTE = "substitute", _("vikarien")
        WORKPLACE = "workplace", _("arbetsplatsen")
        PLANNER = "planner", _("bemanningen")

    booking = models.ForeignKey(Booking, models.PROTECT, related_name="worked", verbose_name=_("bokning"))
    number = models.PositiveSmallIntegerField(_("ordning"))
    side = models.CharField(_("vem som säger det"), max_length=10, choices=Side)
    starts = models.DateTimeField(_("började"))
    ends = models.DateTimeField(_("slutade"))
    break_minutes = models.PositiveSmallIntegerField(_("rast, minuter"), default=0)
    nothing = models.BooleanField(_("inget arbetades"), default=False)
    note = models.CharField(_("kommentar"), max_length=200, blank=True)
    reason = models.CharField(
        _("skäl till rättelse"), max_length=200, blank=True, help_text="Why a period that is closed is corrected."
    )
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("sagt av"))
    said_at = models.DateTimeField(_("sagt"))
    attested_at = models.DateTimeField(_("attesterad"), null=True, blank=True)
    attested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("attesterad av"),
    )

    objects = WorkedTimeQuerySet.as_manager()

    class Meta:
        verbose_name = _("arbetad tid")
        verbose_name_plural = _("arbetad tid")
        constraints = [
            models.UniqueConstraint(name="one_statement_per_number", fields=["booking", "number"]),
            models.CheckConstraint(name="worked_time_ends_after_it_starts", condition=Q(ends__gt=F("starts"))),
            models.CheckConstraint(
                name="an_approved_time_says_by_whom",
                condition=Q(attested_at=None, attested_by=None)
                | Q(attested_at__isnull=False, attested_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.booking}: {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 (Django's signature)
        """Written once; another time is another row."""
        if not self._state.adding and set(kwargs.get("update_fields") or ["all"]) - {"attested_at", "attested_by"}:
            message = "what was said of a time never changes"
            raise TypeError(message)
        super().save(*args, **kwargs)

    @property
    def period(self) -> Period:
        """When it began and ended."""
        return Period(self.starts, self.ends)
