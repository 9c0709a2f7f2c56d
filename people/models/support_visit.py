"""Somebody of the support looks at the portal as another, who has given her code."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified
from people.models.user import User, let_in

CODE_VALID_FOR = timedelta(minutes=10)
TRIES = 5
LONGEST = timedelta(minutes=30)


class SupportVisitQuerySet(models.QuerySet["SupportVisit"]):
    """Questions to the visits."""

    def waiting(self, *, now: datetime) -> Self:
        """Those whose code can still be written: neither old, nor used, nor guessed at too often."""
        return self.filter(closed_at=None, asked_at__gt=now - CODE_VALID_FOR, attempts__lt=TRIES)

    def going_on(self, *, now: datetime) -> Self:
        """Those that have begun and are not over, by a helper who is let in herself."""
        open_to_both = let_in(now, "helper__") & let_in(now, "person__")
        return self.filter(open_to_both, begun_at__gt=now - LONGEST, ended_at=None)


class SupportVisit(Identified):
    """A code that was sent to a person, and the half hour that it opened. The code itself is not kept."""

    helper = models.ForeignKey(User, models.CASCADE, related_name="+", verbose_name=_("supporten"))
    person = models.ForeignKey(User, models.CASCADE, related_name="support_visits", verbose_name=_("användare"))
    reason = models.CharField(_("skäl"), max_length=200)
    code_hash = models.CharField(max_length=64, help_text="HMAC-SHA256 of the row's key and the code, in hexadecimals.")
    asked_at = models.DateTimeField(_("kod skickad"))
    attempts = models.PositiveSmallIntegerField(_("försök"), default=0)
    closed_at = models.DateTimeField(null=True, blank=True, help_text="When the code was written, or counted no more.")
    begun_at = models.DateTimeField(_("började"), null=True, blank=True)
    ended_at = models.DateTimeField(_("slutade"), null=True, blank=True)

    objects = SupportVisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("supportbesök")
        verbose_name_plural = _("supportbesök")
        constraints = [
            models.CheckConstraint(name="nobody_helps_herself", condition=~Q(helper=F("person"))),
            models.UniqueConstraint(name="one_support_code_at_a_time", fields=["helper"], condition=Q(closed_at=None)),
        ]
        indexes = [models.Index(fields=["person", "asked_at"], name="support_codes_to_a_person")]

    def __str__(self) -> str:
        return f"{self.helper}: {self.person}"
