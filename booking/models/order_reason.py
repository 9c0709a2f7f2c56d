"""Why workplaces need somebody: a table that the system owner keeps."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified


class OrderReason(Identified):
    """Why somebody is needed; it carries the legal kind of the employment."""

    class LegalKind(models.TextChoices):
        SUBSTITUTE = "vikariat", _("vikariat")
        FIXED_TERM = "sarskild_visstid", _("särskild visstidsanställning")

    name = models.CharField(_("namn"), max_length=60, unique=True)
    legal_kind = models.CharField(_("anställningsform"), max_length=20, choices=LegalKind)

    introduces = models.BooleanField(
        _("introduktion"), default=False, help_text=_("Den som kommer behöver inte vara introducerad förut.")
    )

    class Meta:
        verbose_name = _("beställningsorsak")
        verbose_name_plural = _("beställningsorsaker")

    def __str__(self) -> str:
        return self.name
