"""What the system owner must know of at once: somebody tries the doors, a budget is spent, a system is not reached."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified


class AlarmQuerySet(models.QuerySet["Alarm"]):
    """Questions to the alarms."""

    def unseen(self) -> Self:
        """Those that nobody has taken care of, the latest first."""
        return self.filter(seen_at=None).order_by("-raised_at")


class Alarm(Identified):
    """One of a kind a day at most. It names no person."""

    class Kind(models.TextChoices):
        """What it is about."""

        FAILED_SIGN_INS = "failed_sign_ins", _("Många inloggningar misslyckas")
        CODES_NEARLY_SPENT = "codes_nearly_spent", _("Dygnets koder är snart slut")
        CODES_SPENT = "codes_spent", _("Dygnets koder är slut")
        SCHEDULE_UNTOLD = "schedule_untold", _("Schemat har inte fått besked om ett pass")

    kind = models.CharField(_("slag"), max_length=30, choices=Kind.choices)
    day = models.DateField(_("dag"))
    raised_at = models.DateTimeField(_("larmade"))
    facts = models.JSONField(default=dict, help_text="Numbers alone.")
    seen_at = models.DateTimeField(_("omhändertaget"), null=True, blank=True)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("av")
    )

    objects = AlarmQuerySet.as_manager()

    class Meta:
        verbose_name = _("larm")
        verbose_name_plural = _("larm")
        constraints = [models.UniqueConstraint(name="one_alarm_of_a_kind_a_day", fields=["kind", "day"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.day}"
