"""A substitute's shifts in the calendar of her own phone."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models import Substitute
from people.models.identified import Identified


class CalendarFeed(Identified):
    """That she subscribes. The address is made of the key and signed; a new key makes the old address dead."""

    substitute = models.OneToOneField(
        Substitute, models.CASCADE, related_name="calendar_feed", verbose_name=_("vikarie")
    )
    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    opened_at = models.DateTimeField(_("öppnad"))
    read_at = models.DateTimeField(_("senast hämtad"), null=True, blank=True)

    class Meta:
        verbose_name = _("kalenderprenumeration")
        verbose_name_plural = _("kalenderprenumerationer")

    def __str__(self) -> str:
        return str(self.substitute)
