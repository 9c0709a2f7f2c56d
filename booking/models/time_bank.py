"""The time bank of those who are paid by the month: what they have worked beyond their schedule, and what is taken out.

Rows are written once. What turns out wrong is said by another row; the sum of all is what she has.
"""

from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from booking.models.booking import Booking
from people.models import Substitute
from people.models.identified import Identified


class TimeBankEntryQuerySet(models.QuerySet["TimeBankEntry"]):
    """Questions to the entries."""

    def of(self, substitute: Substitute) -> Self:
        """Those of one person."""
        return self.filter(substitute=substitute)

    def standing(self) -> Self:
        """Those that no later row has taken back, and that take nothing back themselves."""
        return self.filter(reverses=None, reversed_at=None)

    def until(self, day: date) -> Self:
        """Those of the day and all before it."""
        return self.filter(day__lte=day)

    def minutes(self) -> int:
        """What they come to."""
        return int(self.aggregate(sum=Coalesce(Sum("minutes"), 0))["sum"])


class TimeBankEntry(Identified):
    """So many minutes, in her favour if positive, on a day; of a shift on resource time, or by a planner's hand."""

    class Kind(models.TextChoices):
        RESOURCE = "resource", _("arbetad resurstid")
        TAKEN = "taken", _("uttag som ledig tid")
        PAID = "paid", _("utbetald tid")
        CORRECTION = "correction", _("rättelse")

    substitute = models.ForeignKey(
        Substitute, models.PROTECT, related_name="time_bank_entries", verbose_name=_("vikarie")
    )
    kind = models.CharField(_("slag"), max_length=10, choices=Kind)
    minutes = models.SmallIntegerField(_("minuter"), help_text="Positive in her favour.")
    day = models.DateField(_("dag"), help_text="The day that it is about: a shift's is the day when it begins.")
    booking = models.ForeignKey(
        Booking, models.PROTECT, null=True, blank=True, related_name="time_bank_entries", verbose_name=_("pass")
    )
    note = models.CharField(_("kommentar"), max_length=200, blank=True)
    reverses = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="reversal", verbose_name=_("tar tillbaka")
    )
    reversed_at = models.DateTimeField(_("tillbakatagen"), null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("skriven av"))
    at = models.DateTimeField(_("skriven"))

    objects = TimeBankEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("rad i tidbanken")
        verbose_name_plural = _("tidbank")
        constraints = [
            models.CheckConstraint(name="a_time_bank_entry_is_of_some_time", condition=~Q(minutes=0)),
            models.CheckConstraint(
                name="what_is_taken_out_leaves_the_time_bank",
                condition=~Q(kind__in=["taken", "paid"]) | Q(minutes__lt=0),
            ),
            models.CheckConstraint(
                name="worked_resource_time_has_its_booking",
                condition=Q(kind="resource", booking__isnull=False) | (~Q(kind="resource") & Q(booking=None)),
            ),
            models.UniqueConstraint(
                name="one_standing_time_bank_entry_of_a_booking",
                fields=["booking"],
                condition=Q(kind="resource", reverses=None, reversed_at=None),
            ),
        ]
        indexes = [models.Index(fields=["substitute", "day"], name="time_bank_of_substitute")]

    def __str__(self) -> str:
        return f"{self.substitute}: {self.minutes} min"

    def save(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 (Django's signature)
        """Written once; that it was taken back is the one thing that is said of it later."""
        if not self._state.adding and set(kwargs.get("update_fields") or ["all"]) - {"reversed_at"}:
            message = "what stands in the time bank never changes"
            raise TypeError(message)
        super().save(*args, **kwargs)
