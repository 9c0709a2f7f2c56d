"""What was issued, and the numbers that it is known by."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from intyg.models.requests import CertificateRequest
from people.models.identified import Identified


class Certificate(Identified):
    """The issued document: a number, what it says, and the file, none of which ever changes."""

    request = models.OneToOneField(CertificateRequest, models.PROTECT, related_name="certificate")
    number = models.CharField(_("nummer"), max_length=20, unique=True)
    check_value = models.CharField(_("kontrollvärde"), max_length=20)
    issued_at = models.DateTimeField(_("utfärdat"))
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("utfärdat av")
    )
    prepared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ifyllt av"),
        help_text="Where it takes two: whoever filled it in, and did not issue it.",
    )
    replaces = models.OneToOneField(
        "self",
        models.SET_NULL,  # the older one goes first, when its time comes; the document still names it
        null=True,
        blank=True,
        related_name="replaced_by",
        verbose_name=_("ersätter"),
    )
    content = models.JSONField(help_text="Everything the document says; the same content gives the same file.")
    pdf = models.BinaryField()

    class Meta:
        verbose_name = _("intyg")
        verbose_name_plural = _("intyg")
        constraints = [
            models.CheckConstraint(
                name="two_have_seen_what_takes_two", condition=Q(prepared_by=None) | ~Q(prepared_by=F("issued_by"))
            )
        ]

    def __str__(self) -> str:
        return self.number

    def save(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 (Django's signature)
        """Written once; what is wrong in a document is mended by a new one."""
        if not self._state.adding:
            message = "an issued certificate never changes"
            raise TypeError(message)
        super().save(*args, **kwargs)


class NumberSeries(models.Model):
    """The last number given in a year; taken under lock, so that no two documents share one."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("nummerserie")
        verbose_name_plural = _("nummerserier")

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"
