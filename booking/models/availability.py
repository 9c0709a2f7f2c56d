"""What a substitute says of her own time."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from booking.period import Period
from people.models import Substitute
from people.models.identified import Identified
from people.models.spans import Span


class Kind(models.TextChoices):
    """What the time may be used for."""

    AVAILABLE = "available", _("Jag kan jobba")
    ASK_ME = "ask_me", _("Fråga mig först")
    NOT_AVAILABLE = "not_available", _("Jag kan inte")


class AvailabilityQuerySet(models.QuerySet["Availability"]):
    """Questions to the availability."""

    def touching(self, span: Span) -> Self:
        """Those that share a moment with the span."""
        return self.filter(starts__lt=span.ends, ends__gt=span.starts)


class Availability(Identified):
    """A span of one kind; blocks that meet are joined before anything is asked of them."""

    substitute = models.ForeignKey(Substitute, models.CASCADE, related_name="availability", verbose_name=_("vikarie"))
    kind = models.CharField(_("slag"), max_length=15, choices=Kind, default=Kind.AVAILABLE)
    starts = models.DateTimeField(_("från"))
    ends = models.DateTimeField(_("till"))
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    objects = AvailabilityQuerySet.as_manager()

    class Meta:
        verbose_name = _("tillgänglighet")
        verbose_name_plural = _("tillgänglighet")
        constraints = [models.CheckConstraint(name="availability_is_not_empty", condition=Q(ends__gt=F("starts")))]
        indexes = [models.Index(fields=["substitute", "starts", "ends"], name="availability_of_substitute")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.starts:%Y-%m-%d %H:%M}"

    @property
    def period(self) -> Period:
        """The time spoken of."""
        return Period(self.starts, self.ends)
