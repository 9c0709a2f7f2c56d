"""The municipality's own words in a message of the portal."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified


class MessageText(Identified):
    """What a kind of message says in a language, instead of what the portal came with. Facts stand in braces."""

    kind = models.CharField(_("meddelande"), max_length=60)
    language = models.CharField(_("språk"), max_length=5, choices=[("sv", "Svenska"), ("en", "English")])
    text = models.TextField(_("text"), max_length=600)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("ändrad av")
    )
    changed_at = models.DateTimeField(_("ändrad"))

    class Meta:
        verbose_name = _("meddelandetext")
        verbose_name_plural = _("meddelandetexter")
        constraints = [models.UniqueConstraint(name="one_text_per_message_and_language", fields=["kind", "language"])]

    def __str__(self) -> str:
        return f"{self.kind} ({self.language})"
