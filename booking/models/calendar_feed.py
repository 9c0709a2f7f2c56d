"""A substitute's shifts in the calendar of her own phone."""

import uuid
from typing import Self

from django.core import signing
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models import Substitute
from people.models.identified import Identified

SIGNER = signing.Signer(salt="booking.calendar_feed", sep=".")


class CalendarFeedQuerySet(models.QuerySet["CalendarFeed"]):
    """Questions to the subscriptions."""

    def at(self, token: str) -> Self:
        """The one whose address has the token, if we signed it and she may be booked, and told of by the portal."""
        try:
            key = uuid.UUID(SIGNER.unsign(token))
        except (signing.BadSignature, ValueError):
            return self.none()
        told = Substitute.objects.active().filter(by_hand_only=False)
        return self.filter(key=key, substitute__in=told).select_related("substitute__user")


class CalendarFeed(Identified):
    """That she subscribes. The address is made of the key and signed; a new key makes the old address dead."""

    substitute = models.OneToOneField(
        Substitute, models.CASCADE, related_name="calendar_feed", verbose_name=_("vikarie")
    )
    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    opened_at = models.DateTimeField(_("öppnad"))
    read_at = models.DateTimeField(_("senast hämtad"), null=True, blank=True)

    objects = CalendarFeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("kalenderprenumeration")
        verbose_name_plural = _("kalenderprenumerationer")

    def __str__(self) -> str:
        return str(self.substitute)

    @property
    def token(self) -> str:
        """What its address ends with; made anew of the key each time, and kept nowhere."""
        return SIGNER.sign(self.key.hex)
