"""Ways to a password: the link by SMS that leads to choosing one, and those that somebody has had."""

import uuid
from datetime import datetime
from typing import Self

from django.conf import settings
from django.core import signing
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified
from people.models.user import let_in

SIGNER = signing.Signer(salt="people.password_link", sep=".")


class PasswordLinkQuerySet(models.QuerySet["PasswordLink"]):
    """Questions to the links."""

    def open(self, *, now: datetime) -> Self:
        """Those that still lead somewhere: her account is open, and the number they went to is still hers."""
        hers = self.filter(let_in(now, "user__"), number=F("user__phone"))
        return hers.filter(closed_at=None, expires_at__gt=now)

    def at(self, token: str) -> Self:
        """The one whose address ends with the token, if we signed it."""
        try:
            return self.filter(pk=uuid.UUID(SIGNER.unsign(token)))
        except (signing.BadSignature, ValueError):
            return self.none()


class PasswordLink(Identified):
    """That somebody was sent an address where she chooses a password. It serves once, and she alone is told it."""

    class Kind(models.TextChoices):
        """Why it was sent."""

        INVITATION = "invitation", _("inbjudan")
        RESET = "reset", _("nytt lösenord")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="password_links", verbose_name=_("användare")
    )
    kind = models.CharField(max_length=10, choices=Kind)
    number = models.CharField(_("mobilnummer"), max_length=16)
    sent_at = models.DateTimeField(_("skickad"))
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    expires_at = models.DateTimeField(_("gäller till"))
    closed_at = models.DateTimeField(
        null=True, blank=True, help_text="When it was used, called off, or replaced by another."
    )
    used = models.BooleanField(default=False)

    objects = PasswordLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("länk till lösenord")
        verbose_name_plural = _("länkar till lösenord")
        constraints = [
            models.UniqueConstraint(name="one_password_link_at_a_time", fields=["user"], condition=Q(closed_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_kind_display()}"

    @property
    def token(self) -> str:
        """What its address ends with; made anew of the key each time, and kept nowhere."""
        return SIGNER.sign(self.pk.hex)


class FormerPassword(Identified):
    """A password that somebody has had, as it was kept: sealed, to be compared with what she chooses next."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="former_passwords")
    sealed = models.CharField(max_length=128)
    left_at = models.DateTimeField()

    class Meta:
        verbose_name = _("tidigare lösenord")
        verbose_name_plural = _("tidigare lösenord")

    def __str__(self) -> str:
        return str(self.user)
