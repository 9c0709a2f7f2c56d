"""The browsers that a person lets the portal show notices in."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified


class PushSubscription(Identified):
    """One browser of one person (RFC 8030), with the keys that a notice is encrypted by (RFC 8291)."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="push_subscriptions")
    endpoint = models.URLField(max_length=500, unique=True)
    p256dh = models.CharField(max_length=120)
    auth = models.CharField(max_length=40)
    device = models.CharField(_("enhet"), max_length=80, blank=True)
    made_at = models.DateTimeField(_("påslagen"))

    class Meta:
        verbose_name = _("avisering i webbläsare")
        verbose_name_plural = _("aviseringar i webbläsare")

    def __str__(self) -> str:
        return f"{self.user}: {self.device}"
