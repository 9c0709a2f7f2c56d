"""How a person wants to be told of what."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from messaging.models.message import Channel
from people.models.identified import Identified


class ChannelChoice(Identified):
    """That she wants a group of messages by a channel, or not. What she has not chosen is as the group says."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="channel_choices")
    group = models.CharField(_("slag"), max_length=40)
    channel = models.CharField(_("väg"), max_length=10, choices=Channel)
    wanted = models.BooleanField(_("vill ha"))

    class Meta:
        verbose_name = _("val av väg")
        verbose_name_plural = _("val av vägar")
        constraints = [
            models.UniqueConstraint(name="one_choice_per_group_and_channel", fields=["user", "group", "channel"])
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.group}, {self.channel}"
