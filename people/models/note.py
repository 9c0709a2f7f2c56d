"""What planners write to each other about a substitute."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified
from people.models.substitute import Substitute
from people.models.workplace import Area


class SubstituteNote(Identified):
    """A note of one area's planners; no other area reads it. It goes when the person is erased."""

    substitute = models.ForeignKey(Substitute, models.CASCADE, related_name="notes", verbose_name=_("vikarie"))
    area = models.ForeignKey(Area, models.CASCADE, related_name="+", verbose_name=_("område"))
    text = models.TextField(_("anteckning"), max_length=1000)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("skriven av")
    )
    written_at = models.DateTimeField(_("skriven"))

    class Meta:
        verbose_name = _("anteckning om vikarie")
        verbose_name_plural = _("anteckningar om vikarier")
        indexes = [models.Index(fields=["substitute", "written_at"], name="notes_of_substitute")]

    def __str__(self) -> str:
        return f"{self.substitute} {self.written_at:%Y-%m-%d}"
